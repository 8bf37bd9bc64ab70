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

    /** The kinds of problems; each documents its arguments. Arguments longer than 60 characters are cut, with "…". */
    public enum Kind {
        /** Nothing but blanks and comments: no arguments. */
        EMPTY,
        /** There are instructions but no FROM: no arguments. */
        NO_STAGE,
        /** The first instruction that is not ARG stands before the first FROM: its keyword. */
        BEFORE_FROM,
        /** There is no such instruction: the word, and the nearest keyword or the empty string. */
        UNKNOWN_INSTRUCTION,
        /** An instruction without the arguments that it needs: its keyword. */
        MISSING_ARGUMENT,
        /** An instruction with arguments that it does not take: its keyword and what is not understood. */
        BAD_ARGUMENT,
        /** A JSON array with something else in it than strings: the keyword of its instruction. */
        BAD_JSON,
        /** An option that the instruction does not have: its keyword, the option, and the nearest one or "". */
        UNKNOWN_FLAG,
        /** An option that is given twice and may be given once: its instruction's keyword and the option. */
        DUPLICATE_FLAG,
        /** An option without the value that it needs: its instruction's keyword and the option. */
        MISSING_FLAG_VALUE,
        /** An option with a value that it cannot have: its instruction's keyword, the option and the value. */
        BAD_FLAG_VALUE,
        /** A here-document whose end is missing, so that it swallows the rest of the file: its delimiter. */
        UNTERMINATED_HEREDOC,
        /** A quote that is not closed: the instruction's keyword. */
        UNTERMINATED_QUOTE,
        /** A {@code $variable} that BuildKit cannot expand: the instruction's keyword and the reason in English. */
        BAD_SUBSTITUTION,
        /** A directive with a value that it cannot have: its name and the value. */
        BAD_DIRECTIVE,
        /** A directive that was given before: its name. */
        DUPLICATE_DIRECTIVE,
        /** A line of more than 65,535 bytes; nothing from here on was read: no arguments. */
        LINE_TOO_LONG,
        /** So many problems that nothing from here on was read: no arguments. */
        TOO_MANY_PROBLEMS
    }
}
