package io.github.alpinecheck.shell;

import java.util.OptionalInt;

/**
 * Finds out whether two opening brackets are those of arithmetic. They are when the bracket that closes the second is
 * followed by the one that closes the first; otherwise they are subshells, as in {@code ((a); b)}.
 */
final class Arithmetic {

    private Arithmetic() {}

    /** The index of the second opening bracket when the cursor is at the first. */
    static int opening(Cursor cursor) {
        return cursor.after(cursor.index());
    }

    /** The index of the first closing bracket; empty when this is no arithmetic. */
    static OptionalInt closing(Cursor cursor) {
        if (cursor.peekSecond() != '(') {
            return OptionalInt.empty();
        }
        int depth = 0;
        int at = cursor.after(opening(cursor));
        for (int c = cursor.charAt(at); c != Cursor.END; c = cursor.charAt(at)) {
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == ')') {
                return cursor.charAt(cursor.after(at)) == ')' ? OptionalInt.of(at) : OptionalInt.empty();
            } else if (c == '\'' || c == '"' || c == '`') {
                at = closingQuote(cursor, at, c);
            } else if (c == '\\') {
                at++;
            }
            at = cursor.after(at);
        }
        return OptionalInt.empty();
    }

    /** Takes both brackets on either side, and what is between. */
    static void take(Cursor cursor, int closing) {
        cursor.jump(cursor.after(closing) + 1);
    }

    private static int closingQuote(Cursor cursor, int open, int quote) {
        int at = open + 1;
        while (cursor.charAt(at) != quote && cursor.charAt(at) != Cursor.END) {
            at += cursor.charAt(at) == '\\' && quote != '\'' ? 2 : 1;
        }
        return at;
    }
}
