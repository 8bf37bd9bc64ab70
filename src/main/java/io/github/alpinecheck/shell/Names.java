package io.github.alpinecheck.shell;

/** Names of variables and functions (POSIX, base definitions, 3.235). */
final class Names {

    private Names() {}

    static boolean isStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isPart(int c) {
        return isStart(c) || c >= '0' && c <= '9';
    }

    /** Takes the name that starts here; empty for none. */
    static String take(Cursor cursor) {
        StringBuilder name = new StringBuilder();
        int c = cursor.peek();
        while (name.isEmpty() ? isStart(c) : isPart(c)) {
            name.append((char) c);
            cursor.take();
            c = cursor.peek();
        }
        return name.toString();
    }

    /** The index after the name that starts here; the cursor's own for none. */
    static int end(Cursor cursor) {
        int at = cursor.index();
        if (isStart(cursor.peek())) {
            while (isPart(cursor.charAt(at))) {
                at = cursor.after(at);
            }
        }
        return at;
    }
}
