package io.github.alpinecheck.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One file as text, with its name and its lines. A line ends with {@code \n}, {@code \r\n} or the end of the text; the
 * terminator belongs to the line's offsets but not to {@link #line}.
 */
public final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final String content;
    private final int[] lineStarts;

    private SourceText(String name, String content) {
        this.name = name;
        this.content = content;
        this.lineStarts = lineStarts(content);
    }

    /**
     * A text from characters.
     *
     * @param name what findings call the file: relative to the project's directory, with {@code /}
     */
    public static SourceText of(String name, String content) {
        boolean marked = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
        // U+FFFF is how PartialString spells "unknown"; it is no character, so nothing is lost
        String clean = content.replace(PartialString.HOLE, '\uFFFD');
        return new SourceText(name, marked ? clean.substring(1) : clean);
    }

    /** A text from UTF-8 bytes; a byte order mark is dropped and what is not UTF-8 becomes U+FFFD. */
    public static SourceText decode(String name, byte[] bytes) {
        return of(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /** The file's name as findings give it. */
    public String name() {
        return name;
    }

    /** The whole text, without byte order mark. */
    public String content() {
        return content;
    }

    /** The characters of the span. */
    public String text(Span span) {
        return content.substring(span.start(), span.end());
    }

    /** Line and column of an offset; an offset beyond the end counts as the end. */
    public Position position(int offset) {
        int at = Math.max(0, Math.min(offset, content.length()));
        int found = Arrays.binarySearch(lineStarts, at);
        int index = found >= 0 ? found : -found - 2;
        return new Position(index + 1, content.codePointCount(lineStarts[index], at) + 1);
    }

    /** Number of lines; an empty text has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /**
     * The text of a line without its terminator.
     *
     * @param number 1-based
     */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : content.length();
        while (end > start && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r')) {
            end--;
        }
        return content.substring(start, end);
    }

    /**
     * Offset of a line's first character.
     *
     * @param number 1-based
     */
    public int lineStart(int number) {
        return lineStarts[number - 1];
    }

    private static int[] lineStarts(String content) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) {
            if (i + 1 < content.length()) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
