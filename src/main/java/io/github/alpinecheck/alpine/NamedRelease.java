package io.github.alpinecheck.alpine;

import java.util.Optional;

/** The release of Alpine that a tag names: {@code 17-jre-alpine-3.22}, {@code 17-alpine3.22-full}. */
final class NamedRelease {

    private static final String ALPINE = "alpine";

    private NamedRelease() {}

    /** The version behind {@code alpine}, such as {@code 3.22} or {@code 3.22.1}; empty if the tag names none. */
    static Optional<String> in(String tag) {
        int at = tag.indexOf(ALPINE);
        if (at < 0) {
            return Optional.empty();
        }
        int start = at + ALPINE.length();
        if (start < tag.length() && tag.charAt(start) == '-') {
            start++;
        }
        int end = start;
        while (end < tag.length() && (tag.charAt(end) == '.' || tag.charAt(end) >= '0' && tag.charAt(end) <= '9')) {
            end++;
        }
        String version = tag.substring(start, end);
        boolean whole = end == tag.length() || tag.charAt(end) == '-';
        return whole && version.indexOf('.') > 0 ? Optional.of(version) : Optional.empty();
    }
}
