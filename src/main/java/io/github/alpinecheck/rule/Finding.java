package io.github.alpinecheck.rule;

import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that a rule has found.
 *
 * @param rule the rule's name
 * @param source the file
 * @param span where, exactly
 * @param stage the 0-based index of the build stage; empty for what belongs to no stage
 */
public record Finding(
        String rule,
        Severity severity,
        SourceText source,
        Span span,
        OptionalInt stage,
        Message message,
        Optional<Fix> fix) {}
