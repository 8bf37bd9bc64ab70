package io.github.alpinecheck.rule;

import java.util.Optional;

/**
 * What is said to people.
 *
 * @param text what is wrong, with the concrete thing; one line
 * @param help what to write instead
 */
public record Message(String text, Optional<String> help) {

    /** A message without help. */
    public static Message of(String text) {
        return new Message(text, Optional.empty());
    }

    /** A message with help. */
    public static Message of(String text, String help) {
        return new Message(text, Optional.of(help));
    }
}
