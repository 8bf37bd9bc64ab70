package io.github.alpinecheck.text;

/**
 * A replacement in a {@link SourceText}.
 *
 * @param span what goes
 * @param replacement what comes instead; empty to delete
 */
public record TextEdit(Span span, String replacement) {}
