package io.github.alpinecheck.alpine;

import java.util.Optional;

/**
 * The name of an image, {@code [registry/]repository[:tag][@digest]}, as the distribution project's reference grammar
 * reads it.
 *
 * @param repository with the registry where one is given; {@code docker.io/library/}, {@code docker.io/} and
 *     {@code library/} are left out, so that {@code alpine} has one name
 * @param tag without colon
 * @param digest such as {@code sha256:…}
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {

    /** Reads a name; empty when it is none. */
    public static Optional<ImageReference> parse(String text) {
        String name = text;
        Optional<String> digest = Optional.empty();
        int at = name.indexOf('@');
        if (at >= 0) {
            digest = Optional.of(name.substring(at + 1));
            name = name.substring(0, at);
        }
        Optional<String> tag = Optional.empty();
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            tag = Optional.of(name.substring(colon + 1));
            name = name.substring(0, colon);
        }
        if (!isRepository(name)
                || tag.filter(t -> !isTag(t)).isPresent()
                || digest.filter(d -> d.indexOf(':') <= 0).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ImageReference(familiar(name), tag, digest));
    }

    private static String familiar(String name) {
        String short1 = name.startsWith("docker.io/") ? name.substring("docker.io/".length()) : name;
        return short1.startsWith("library/") ? short1.substring("library/".length()) : short1;
    }

    private static boolean isRepository(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.endsWith("/")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!word && "._-/:".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > 128) {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!word && (i == 0 || c != '.' && c != '-')) {
                return false;
            }
        }
        return true;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return repository
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
