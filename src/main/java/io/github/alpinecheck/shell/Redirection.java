package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code 2>/dev/null}.
 *
 * @param fileDescriptor the number before the operator, if written
 * @param target file, file descriptor ({@code 1}, {@code -}) or here-document delimiter
 * @param heredoc the body of a here-document; without expansion it is one quoted literal. It stands after the command,
 *     beyond the span of the redirection. Empty when the script ends on the operator's line, as that of a Dockerfile
 *     instruction does when BuildKit keeps the here-document apart
 */
public record Redirection(
        Span span, OptionalInt fileDescriptor, Operator operator, Word target, Optional<Word> heredoc) {

    /** What is done with the target. */
    public enum Operator {
        /** {@code <}. */
        INPUT,
        /** {@code >}. */
        OUTPUT,
        /** {@code >>}. */
        APPEND,
        /** {@code >|}. */
        CLOBBER,
        /** {@code <>}. */
        READ_WRITE,
        /** {@code <<}, {@code <<-}. */
        HEREDOC,
        /** {@code <<<}. */
        HERE_STRING,
        /** {@code <&}. */
        DUPLICATE_INPUT,
        /** {@code >&} with a number or a dash. */
        DUPLICATE_OUTPUT,
        /** {@code &>}, and {@code >&} with a file: standard output and standard error. */
        OUTPUT_AND_ERROR,
        /** {@code &>>}. */
        APPEND_OUTPUT_AND_ERROR
    }
}
