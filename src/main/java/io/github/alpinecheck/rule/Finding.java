package io.github.alpinecheck.rule;

import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that a rule has found.
 *
 * @param rule the rule's name
 * @param source the file
 * @param span where, exactly
 * @param stage the 0-based index of the build stage; empty for what belongs to no stage
 * @param related other places to look at
 */
public record Finding(
        String rule,
        Severity severity,
        SourceText source,
        Span span,
        OptionalInt stage,
        Message message,
        Optional<Fix> fix,
        List<Related> related) {

    public Finding {
        related = List.copyOf(related);
    }

    /** A finding that has to do with no other place. */
    public Finding(
            String rule,
            Severity severity,
            SourceText source,
            Span span,
            OptionalInt stage,
            Message message,
            Optional<Fix> fix) {
        this(rule, severity, source, span, stage, message, fix, List.of());
    }

    /** The same finding with other places to look at. */
    public Finding withRelated(List<Related> places) {
        return new Finding(rule, severity, source, span, stage, message, fix, places);
    }
}
