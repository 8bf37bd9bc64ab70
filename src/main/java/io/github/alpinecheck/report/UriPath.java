package io.github.alpinecheck.report;

import java.nio.charset.StandardCharsets;

/** A relative path as a URI: {@link java.net.URI} would take a colon in it for the end of a scheme. */
final class UriPath {

    private static final String UNESCAPED = "-._~/";

    private UriPath() {}

    static String encode(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNESCAPED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return uri.toString();
    }
}
