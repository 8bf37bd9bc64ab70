package io.github.alpinecheck.image;

/** The shell's patterns: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}. */
public final class Glob {

    private Glob() {}

    /** Whether the unquoted word would be read as a pattern. */
    public static boolean isPattern(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '*' || c == '?' || c == '[' && closes(word, i)) {
                return true;
            }
        }
        return false;
    }

    /** A pattern that matches exactly this text. */
    public static String quoted(String text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if ("*?[]\\!^-".indexOf(text.charAt(i)) >= 0) {
                pattern.append('\\');
            }
            pattern.append(text.charAt(i));
        }
        return pattern.toString();
    }

    /** Whether the bracket is closed behind at least one character; the command {@code [} is no pattern. */
    private static boolean closes(CharSequence word, int open) {
        for (int i = open + 2; i < word.length(); i++) {
            if (word.charAt(i) == ']') {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a text matches, as in {@code case} and {@code ${x#pattern}}: {@code /} is a character like any other.
     * Takes time in proportion to the product of both lengths.
     */
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, text.charAt(t)) : -1;
            if (next >= 0) {
                p = next;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The index after the one pattern element at {@code p} if it matches the character, else -1. */
    private static int one(String pattern, int p, char c) {
        char element = pattern.charAt(p);
        if (element == '?') {
            return p + 1;
        }
        if (element == '[') {
            int end = pattern.indexOf(']', p + 2);
            if (end > 0) {
                return set(pattern.substring(p + 1, end), c) ? end + 1 : -1;
            }
        }
        if (element == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return element == c ? p + 1 : -1;
    }

    private static boolean set(String members, char c) {
        boolean negated = members.startsWith("!") || members.startsWith("^");
        boolean found = false;
        for (int i = negated ? 1 : 0; i < members.length(); i++) {
            if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
                found |= members.charAt(i) <= c && c <= members.charAt(i + 2);
                i += 2;
            } else {
                found |= members.charAt(i) == c;
            }
        }
        return found != negated;
    }
}
