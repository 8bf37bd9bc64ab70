package io.github.alpinecheck.image;

import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.Optional;

/**
 * A word of a command after expansion.
 *
 * @param value what the program sees; a hole outside quotes may also stand for several words
 * @param span the word as it is written
 * @param glob whether {@code *}, {@code ?} or {@code [} in it are unquoted, so that file names take its place
 */
public record Operand(PartialString value, Span span, boolean glob) {

    /** The word if all of it is known and it is no pattern. */
    public Optional<String> known() {
        return glob ? Optional.empty() : value.known();
    }

    /** Whether the word is certainly this one. */
    public boolean is(String text) {
        return !glob && value.is(text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
