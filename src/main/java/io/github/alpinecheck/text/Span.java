package io.github.alpinecheck.text;

/**
 * A stretch of a {@link SourceText}: UTF-16 offsets, the end exclusive.
 *
 * @param start offset of the first character
 * @param end offset after the last character, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** An empty span at the offset. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** The smallest span that holds this one and the other. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Whether every character of the other span is one of this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Number of UTF-16 characters. */
    public int length() {
        return end - start;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
