package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;

/**
 * A place in a script. A backslash before a line end is left out here, where POSIX says it is (2.2.1: before the text
 * is divided into tokens), except by those who ask for raw characters: single quotes, comments and here-documents.
 */
final class Cursor {

    /** What {@link #peek} gives after the last character. */
    static final int END = -1;

    private final MappedText text;
    /** Of the next character; never that of a line continuation. */
    private int index;
    /** After the last character that was taken. */
    private int end;

    Cursor(MappedText text) {
        this.text = text;
        this.index = past(0);
    }

    MappedText text() {
        return text;
    }

    /** Where the next character stands in the script. */
    int index() {
        return index;
    }

    /** Where the last taken character ends; unlike {@link #index} not after skipped blanks and continuations. */
    int end() {
        return end;
    }

    /** The next character. */
    int peek() {
        return charAt(index);
    }

    /** The character after the next one. */
    int peekSecond() {
        return index < text.length() ? charAt(after(index)) : END;
    }

    /** The character at an index that is not a continuation's. */
    int charAt(int at) {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** The index of the character that follows the one at {@code at}. */
    int after(int at) {
        return past(at + 1);
    }

    /** Takes the next character. */
    void take() {
        jump(index + 1);
    }

    /** Takes the next character when it is this one. */
    boolean take(char expected) {
        boolean found = peek() == expected;
        if (found) {
            take();
        }
        return found;
    }

    /** Takes the next character, which has to be this one. */
    void expect(char expected) {
        if (!take(expected)) {
            throw new LostStructure("'" + expected + "' expected");
        }
    }

    /** Takes everything before a raw index. */
    void jump(int to) {
        end = to;
        index = past(to);
    }

    /** Goes to a raw index; what lies before it belongs to no node. */
    void skip(int to) {
        index = past(to);
    }

    /** The raw index of a character from {@code from} on, or the text's length. */
    int find(char wanted, int from) {
        int found = text.toString().indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }

    /** What was taken since the index, as a span of the file. */
    Span spanFrom(int start) {
        return text.span(start, Math.max(start, end));
    }

    /** The place after the last taken character, as an empty span of the file. */
    Span here() {
        return end == 0 ? text.span(0, 0) : Span.at(text.span(end - 1, end).end());
    }

    /** Skips blanks and a comment, but no line end. */
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            skip(index + 1);
        }
        if (peek() == '#') {
            skip(find('\n', index));
        }
    }

    /** Whether a word ends before this character. */
    static boolean endsWord(int c) {
        return switch (c) {
            case END, ' ', '\t', '\n', '|', '&', ';', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    private int past(int at) {
        int to = at;
        while (to + 1 < text.length() && text.charAt(to) == '\\' && text.charAt(to + 1) == '\n') {
            to += 2;
        }
        return to;
    }
}
