package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;

/**
 * A word of an instruction as it is written, with its quotes, escapes and {@code $variables}: {@link WordExpander} says
 * what it means. In JSON form it is the decoded string.
 */
public record Argument(MappedText raw) {

    /** The rest of a word; when it is empty, it stands there and not where the text goes on. */
    static Argument after(MappedText word, int index) {
        return new Argument(
                index + 1 < word.length()
                        ? word.slice(index + 1, word.length())
                        : MappedText.empty(word.sourceOffset(index) + 1));
    }

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
