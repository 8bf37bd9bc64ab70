package io.github.alpinecheck.report;

import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;

/**
 * A span as lines and columns, which count code points from 1.
 *
 * @param end the place after the last character
 */
record Region(Position start, Position end) {

    static Region of(SourceText source, Span span) {
        return new Region(source.position(span.start()), source.position(span.end()));
    }
}
