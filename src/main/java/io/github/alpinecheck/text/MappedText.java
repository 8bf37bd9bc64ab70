package io.github.alpinecheck.text;

import java.util.Arrays;

/**
 * Text that was made from a source file by leaving out or replacing characters (line continuations, comments, escapes)
 * and that knows for each of its characters where it came from. So a parser of the made text can give spans of the
 * file.
 */
public final class MappedText implements CharSequence {

    private final String text;
    /** Where each character came from, and last the offset after the whole text. */
    private final int[] offsets;

    private final int from;

    private MappedText(String text, int[] offsets, int from) {
        this.text = text;
        this.offsets = offsets;
        this.from = from;
    }

    /** The characters of a span, as they are. */
    public static MappedText of(SourceText source, Span span) {
        int[] offsets = new int[span.length() + 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = span.start() + i;
        }
        return new MappedText(source.text(span), offsets, 0);
    }

    /** No characters, at a place of the source. */
    public static MappedText empty(int sourceOffset) {
        return new MappedText("", new int[] {sourceOffset}, 0);
    }

    /** The span of the source that the characters {@code start} (inclusive) to {@code end} (exclusive) came from. */
    public Span span(int start, int end) {
        if (start == end) {
            return Span.at(offsets[from + start]);
        }
        int first = offsets[from + start];
        // what follows a character may have been left out, so the end is taken from the last character itself
        return new Span(first, Math.max(first, offsets[from + end - 1] + 1));
    }

    /** The span of the source that the whole text came from. */
    public Span span() {
        return span(0, length());
    }

    /** The source offset of a character, or of the end for {@code index == length()}. */
    public int sourceOffset(int index) {
        return offsets[from + index];
    }

    /** A part of this text; shares the mapping. */
    public MappedText slice(int start, int end) {
        return new MappedText(text.substring(start, end), offsets, from + start);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return slice(start, end);
    }

    /** The characters alone. */
    @Override
    public String toString() {
        return text;
    }

    /** Two are equal when they read the same and came from the same places. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MappedText that
                && text.equals(that.text)
                && Arrays.equals(
                        offsets,
                        from,
                        from + text.length() + 1,
                        that.offsets,
                        that.from,
                        that.from + text.length() + 1);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Collects characters with their places. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] offsets = new int[64];

        /** Adds a character that came from (or stands for) the one at {@code sourceOffset}. */
        public Builder append(char character, int sourceOffset) {
            ensure(text.length() + 2);
            offsets[text.length()] = sourceOffset;
            text.append(character);
            return this;
        }

        /** Adds {@code characters}, all of them standing for the one at {@code sourceOffset}. */
        public Builder append(CharSequence characters, int sourceOffset) {
            for (int i = 0; i < characters.length(); i++) {
                append(characters.charAt(i), sourceOffset);
            }
            return this;
        }

        /** Adds another mapped text. */
        public Builder append(MappedText other) {
            for (int i = 0; i < other.length(); i++) {
                append(other.charAt(i), other.sourceOffset(i));
            }
            return this;
        }

        /** Number of characters so far. */
        public int length() {
            return text.length();
        }

        /** The last character, or NUL when there is none. */
        public char last() {
            return text.isEmpty() ? '\0' : text.charAt(text.length() - 1);
        }

        /** Shortens to {@code length} characters. */
        public Builder truncate(int length) {
            text.setLength(length);
            return this;
        }

        /**
         * The text.
         *
         * @param endOffset the source offset after its last character
         */
        public MappedText build(int endOffset) {
            ensure(text.length() + 1);
            offsets[text.length()] = endOffset;
            return new MappedText(text.toString(), Arrays.copyOf(offsets, text.length() + 1), 0);
        }

        private void ensure(int capacity) {
            if (capacity > offsets.length) {
                offsets = Arrays.copyOf(offsets, Math.max(capacity, offsets.length * 2));
            }
        }
    }
}
