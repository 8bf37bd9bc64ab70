package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.Span;

/**
 * A pair of ENV or LABEL.
 *
 * @param key may be quoted or hold variables in LABEL
 * @param value the empty argument for {@code KEY=}
 */
public record KeyValue(Argument key, Argument value) {

    /** From the key to the end of the value. */
    public Span span() {
        return key.span().to(value.span());
    }
}
