package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.ExpansionException;
import io.github.alpinecheck.dockerfile.Variables;
import io.github.alpinecheck.dockerfile.WordExpander;
import io.github.alpinecheck.text.PartialString;

/** Expands words of instructions; one that BuildKit would refuse is unknown. */
final class Expansion {

    private final WordExpander expander;

    Expansion(char escape) {
        this.expander = new WordExpander(escape);
    }

    PartialString word(Argument word, Variables variables) {
        return text(word.raw(), variables);
    }

    PartialString text(CharSequence text, Variables variables) {
        try {
            return expander.expand(text, variables);
        } catch (ExpansionException e) {
            return PartialString.UNKNOWN;
        }
    }

    /** The body of a here-document of COPY or ADD. */
    PartialString body(CharSequence body, Variables variables) {
        try {
            return WordExpander.expandBody(body, variables);
        } catch (ExpansionException e) {
            return PartialString.UNKNOWN;
        }
    }
}
