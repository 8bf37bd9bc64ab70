package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A word before expansion, as the parts that it is made of.
 *
 * @param span quotes included
 */
public record Word(Span span, List<Part> parts) {

    public Word {
        parts = List.copyOf(parts);
    }

    /** The value when no part of the word has to be expanded; quotes are gone, globs and {@code ~} are as written. */
    public Optional<String> literal() {
        return literalText().map(MappedText::toString);
    }

    /** {@link #literal()} with the place that each character came from: what a nested {@code sh -c '…'} is parsed from. */
    public Optional<MappedText> literalText() {
        MappedText.Builder value = new MappedText.Builder();
        return collectLiteral(parts, value) ? Optional.of(value.build(span.end())) : Optional.empty();
    }

    private static boolean collectLiteral(List<Part> parts, MappedText.Builder value) {
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                value.append(literal.value());
            } else if (!(part instanceof DoubleQuoted quoted && collectLiteral(quoted.parts(), value))) {
                return false;
            }
        }
        return true;
    }

    /** A part of a word. */
    public sealed interface Part {
        /** Where it stands. */
        Span span();
    }

    /**
     * Characters that stand for themselves.
     *
     * @param value without quotes and escapes
     * @param quoted whether they were quoted or escaped, so that globs in them are no globs
     */
    public record Literal(Span span, MappedText value, boolean quoted) implements Part {}

    /** {@code "…"}: what is expanded in it is not split. */
    public record DoubleQuoted(Span span, List<Part> parts) implements Part {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * {@code $name}, {@code ${name…}}.
     *
     * @param name a variable's, a positional parameter's or a special parameter's ({@code ?}, {@code @} …)
     * @param operator what stands between name and argument, such as {@code :-}, {@code ##}, {@code //} or {@code #}
     *     alone for {@code ${#name}}; empty for none
     * @param argument what stands after the operator; for {@code ${x/a/b}} and {@code ${x:1:2}} all of it
     */
    public record Parameter(Span span, String name, String operator, Optional<Word> argument) implements Part {}

    /**
     * {@code $(…)} or backquotes.
     *
     * @param body {@link Command.Opaque} also for what stands for a text that nobody knows, such as {@code ${}}
     */
    public record CommandSubstitution(Span span, Command body) implements Part {}

    /** {@code $((…))}. */
    public record Arithmetic(Span span, String expression) implements Part {}

    /** {@code <(…)}, {@code >(…)}: bash, and ash from busybox 1.34. */
    public record ProcessSubstitution(Span span, Command body, boolean input) implements Part {}
}
