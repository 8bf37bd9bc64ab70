package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.Span;
import java.util.List;

/**
 * Something that keeps a Dockerfile from building, found without knowing what it builds.
 *
 * @param kind what is wrong
 * @param span where
 * @param arguments what the message about this kind names, in its order
 */
public record SyntaxProblem(Kind kind, Span span, List<String> arguments) {

    public SyntaxProblem {
        arguments = List.copyOf(arguments);
    }

    /** The kinds of problems; each documents its arguments. */
    public enum Kind {
        /** Nothing but blanks and comments. */
        EMPTY,
        /** The first instruction is neither FROM nor ARG: its keyword. */
        BEFORE_FROM,
        /** There is no such instruction: the word, and the nearest keyword or the empty string. */
        UNKNOWN_INSTRUCTION,
        /** An instruction without the arguments that it needs: its keyword. */
        MISSING_ARGUMENT,
        /** An instruction with arguments that it does not take: its keyword and what is not understood. */
        BAD_ARGUMENT,
        /** An option that the instruction does not have: its keyword and the option. */
        UNKNOWN_FLAG,
        /** A here-document whose end is missing: its delimiter. */
        UNTERMINATED_HEREDOC,
        /** A quote that is not closed: the instruction's keyword. */
        UNTERMINATED_QUOTE,
        /** A directive with a value that it cannot have: its name and the value. */
        BAD_DIRECTIVE
    }
}
