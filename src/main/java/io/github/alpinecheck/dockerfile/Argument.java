package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;

/**
 * A word of an instruction as it is written, with its quotes, escapes and {@code $variables}: {@link WordExpander} says
 * what it means. In JSON form it is the decoded string.
 */
public record Argument(MappedText raw) {

    /** Where it stands, quotes included. */
    public Span span() {
        return raw.span();
    }

    /** As written. */
    @Override
    public String toString() {
        return raw.toString();
    }
}
