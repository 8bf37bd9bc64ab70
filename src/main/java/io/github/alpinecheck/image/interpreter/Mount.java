package io.github.alpinecheck.image.interpreter;

import java.util.Optional;

/**
 * A {@code RUN --mount} option, {@code type=cache,target=/var/cache/apk}.
 *
 * @param type {@code bind} where none is given
 * @param target the absolute path, if one is given
 */
record Mount(String type, Optional<String> target) {

    static Mount parse(String value) {
        return new Mount(
                field(value, "type").orElse("bind"),
                field(value, "target")
                        .or(() -> field(value, "dst"))
                        .or(() -> field(value, "destination"))
                        .filter(t -> t.startsWith("/")));
    }

    /** The stage or image that a mount is taken from. */
    static Optional<String> from(String value) {
        return field(value, "from");
    }

    private static Optional<String> field(String value, String name) {
        for (String field : value.split(",", -1)) {
            if (field.startsWith(name + "=")) {
                return Optional.of(field.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}
