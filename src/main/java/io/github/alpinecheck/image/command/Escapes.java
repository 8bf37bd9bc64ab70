package io.github.alpinecheck.image.command;

import java.util.Optional;

/** Backslash escapes of {@code printf} and {@code echo -e} (POSIX.1-2017 {@code printf}; ash's {@code conv_escape}). */
final class Escapes {

    private Escapes() {}

    /** The text with its escapes replaced; empty when it has one of those that depend on the shell. */
    static Optional<String> expand(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                result.append(c);
                continue;
            }
            char next = text.charAt(++i);
            switch (next) {
                case 'n' -> result.append('\n');
                case 't' -> result.append('\t');
                case 'r' -> result.append('\r');
                case '\\' -> result.append('\\');
                case '"' -> result.append(next);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(result.toString());
    }
}
