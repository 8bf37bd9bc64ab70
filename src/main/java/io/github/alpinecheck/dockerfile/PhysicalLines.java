package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;

/** Goes through the lines of a file. They end with a line feed; carriage returns before it belong to the line's end. */
final class PhysicalLines {

    /** BuildKit reads no line with more bytes, the line feed not counted, and nothing after it. */
    private static final int MAX_BYTES = 64 * 1024 - 1;

    private final String content;
    private int start;
    private int end;
    private int next;
    private boolean tooLong;

    PhysicalLines(SourceText source) {
        this.content = source.content();
    }

    /** Goes to the next line; false when there is none, or one that is too long. */
    boolean advance() {
        if (tooLong || next >= content.length()) {
            return false;
        }
        int feed = content.indexOf('\n', next);
        start = next;
        end = feed < 0 ? content.length() : feed;
        if (isTooLong()) {
            tooLong = true;
            return false;
        }
        next = feed < 0 ? content.length() : feed + 1;
        while (end > start && content.charAt(end - 1) == '\r') {
            end--;
        }
        return true;
    }

    /** Whether reading ended at a line that is too long: the current one. */
    boolean tooLong() {
        return tooLong;
    }

    /** Offset of the current line's first character. */
    int start() {
        return start;
    }

    /** Offset after the current line's last character, without its end. */
    int end() {
        return end;
    }

    /** Offset of the next line, or of the end of the file. */
    int next() {
        return next;
    }

    Span span() {
        return new Span(start, end);
    }

    private boolean isTooLong() {
        if (end - start <= MAX_BYTES / 3) {
            return false;
        }
        int bytes = 0;
        for (int i = start; i < end && bytes <= MAX_BYTES; i++) {
            char c = content.charAt(i);
            // each half of a surrogate pair counts for two of its four bytes
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes > MAX_BYTES;
    }
}
