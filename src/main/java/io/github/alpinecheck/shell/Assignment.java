package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.Span;

/**
 * {@code name=value}.
 *
 * @param append whether it was {@code +=}
 * @param value the empty word for {@code name=}
 */
public record Assignment(Span span, String name, boolean append, Word value) {}
