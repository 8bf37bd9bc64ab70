package io.github.alpinecheck.report;

/**
 * A line of source as a terminal shows it, with the columns that its characters take: tabs are expanded, East Asian
 * characters are two columns wide, and what a terminal would obey instead of showing is replaced.
 */
final class DisplayLine {

    private static final int TAB_WIDTH = 4;
    private static final char CUT = '…';

    private final String text;
    /** The column of each UTF-16 character, and last that of the line's end. */
    private final int[] columns;

    private DisplayLine(String text, int[] columns) {
        this.text = text;
        this.columns = columns;
    }

    static DisplayLine of(String line) {
        StringBuilder text = new StringBuilder(line.length());
        int[] columns = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            columns[i] = column;
            int c = line.codePointAt(i);
            if (c == '\t') {
                int width = TAB_WIDTH - column % TAB_WIDTH;
                text.append(" ".repeat(width));
                column += width;
            } else {
                int shown = Character.isISOControl(c) ? '\uFFFD' : c;
                text.appendCodePoint(shown);
                column += width(shown);
            }
            if (Character.charCount(c) == 2) {
                columns[++i] = column;
            }
        }
        columns[line.length()] = column;
        return new DisplayLine(text.toString(), columns);
    }

    /** The column, 0-based, in which a character of the line starts. */
    int column(int index) {
        return columns[index];
    }

    /** The columns that the whole line takes. */
    int width() {
        return columns[columns.length - 1];
    }

    /** The text in the columns {@code from} to {@code to}, with a mark where something is cut off. */
    String window(int from, int to) {
        StringBuilder window = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = column + width(c);
            if (column >= from && next <= to) {
                window.appendCodePoint(column == from && from > 0 || next == to && to < width() ? CUT : c);
            } else if (column < to && next > from) {
                // half of a wide character
                window.append(" ");
            }
            column = next;
            i += Character.charCount(c);
        }
        return window.toString();
    }

    /** As Unicode's East Asian Width has it, for the blocks that Dockerfiles have: no table of it is in the JDK. */
    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
