package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;

/** The two notions of a blank that BuildKit's parser has, and what it does with blanks. */
final class Blanks {

    private Blanks() {}

    /** White space as Unicode has it (Go's {@code unicode.IsSpace}): what is trimmed. */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    /** What separates a keyword from its arguments, and the arguments of COPY, EXPOSE and others. */
    static boolean isSeparator(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r' && c != '\n');
    }

    /** The text without white space at its ends. */
    static MappedText trim(MappedText text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.slice(start, end);
    }

    /** The first index from {@code from} on that is a separator; the length when there is none. */
    static int separator(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && !isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The first index from {@code from} on that is no separator; the length when there is none. */
    static int afterSeparators(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The words between separators; quotes mean nothing here. */
    static List<Argument> split(MappedText text) {
        List<Argument> words = new ArrayList<>();
        int at = afterSeparators(text, 0);
        while (at < text.length()) {
            int end = separator(text, at);
            words.add(new Argument(text.slice(at, end)));
            at = afterSeparators(text, end);
        }
        return words;
    }
}
