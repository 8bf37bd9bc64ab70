package io.github.alpinecheck.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML. All text and all values of attributes go through {@link #escape}; names of elements and attributes are
 * ours. What would be invisible or turn the text around is shown by its number.
 */
final class HtmlWriter {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    HtmlWriter(Writer out) {
        this.out = out;
    }

    /** Begins an element; {@link #attribute} may follow. */
    HtmlWriter start(String name) throws IOException {
        closeTag();
        out.write('<');
        out.write(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Begins an element with a class. */
    HtmlWriter start(String name, String styleClass) throws IOException {
        return start(name).attribute("class", styleClass);
    }

    HtmlWriter attribute(String name, String value) throws IOException {
        if (!inTag) {
            throw new IllegalStateException("no tag is open for " + name);
        }
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(value, out);
        out.write('"');
        return this;
    }

    /** An attribute that needs no value. */
    HtmlWriter attribute(String name) throws IOException {
        out.write(' ');
        out.write(name);
        return this;
    }

    HtmlWriter text(String text) throws IOException {
        closeTag();
        escape(text, out);
        return this;
    }

    /** Ends the innermost element. */
    HtmlWriter end() throws IOException {
        closeTag();
        out.write("</");
        out.write(open.pop());
        out.write('>');
        return this;
    }

    /** Ends an element that has no content, such as {@code meta}. */
    HtmlWriter endEmpty() throws IOException {
        closeTag();
        open.pop();
        return this;
    }

    /** An element with nothing but text. */
    HtmlWriter element(String name, String text) throws IOException {
        return start(name).text(text).end();
    }

    /** An element with a class and nothing but text. */
    HtmlWriter element(String name, String styleClass, String text) throws IOException {
        return start(name, styleClass).text(text).end();
    }

    HtmlWriter line() throws IOException {
        closeTag();
        out.write('\n');
        return this;
    }

    /** Text that is no text: a style sheet of ours. Nothing else may come here. */
    HtmlWriter style(Stylesheet sheet) throws IOException {
        start("style");
        closeTag();
        out.write(sheet.text());
        return end();
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.write('>');
            inTag = false;
        }
    }

    /** Writes text so that no browser takes any of it for markup. */
    static void escape(String text, Writer out) throws IOException {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isPlain(text.charAt(i))) {
                continue;
            }
            String instead = instead(text, i);
            if (!instead.isEmpty()) {
                out.write(text, done, i - done);
                out.write(instead);
                done = i + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }

    private static boolean isPlain(char c) {
        return c > '>' && c < 0x7F || c >= '(' && c < '<' || c == ' ';
    }

    /** What to write in the place of a character; the empty string for itself. */
    private static String instead(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            return switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
        }
        boolean half = Character.isHighSurrogate(c)
                        && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
        if (half) {
            return "\uFFFD";
        }
        return c != '\n' && c != '\t' && isUnseen(c) ? "⟨U+" + hexadecimal(c) + "⟩" : "";
    }

    /** Control characters, marks of direction, and what has no width. */
    private static boolean isUnseen(char c) {
        return c < ' '
                || c >= 0x7F && c < 0xA0
                || c == 0xAD
                || c == 0x61C
                || c >= 0x200B && c <= 0x200F && c != 0x200D
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xFFFE;
    }

    private static String hexadecimal(char c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
