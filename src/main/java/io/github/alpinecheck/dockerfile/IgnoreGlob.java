package io.github.alpinecheck.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One pattern of {@link IgnorePatterns}: {@code *} and {@code ?} stop at a slash, {@code **} does not, {@code [a-z]},
 * {@code [^a]}, a backslash before a character that stands for itself. Takes time in proportion to the product of the
 * lengths of pattern and path.
 */
final class IgnoreGlob {

    private final List<Element> elements;

    private IgnoreGlob(List<Element> elements) {
        this.elements = elements;
    }

    private enum Kind {
        CHARACTER,
        /** {@code ?}. */
        ANY_CHARACTER,
        /** {@code [...]}. */
        SET,
        /** {@code *}. */
        WITHIN_NAME,
        /** {@code **} before something: nothing, or whole directories with the slash behind. */
        DIRECTORIES,
        /** {@code **} at the end: everything. */
        REST
    }

    /**
     * A part of the pattern.
     *
     * @param text the character, or the members of the set
     */
    private record Element(Kind kind, String text) {

        boolean accepts(char c) {
            return switch (kind) {
                case CHARACTER -> text.charAt(0) == c;
                case ANY_CHARACTER, WITHIN_NAME -> c != '/';
                case SET -> isMember(c);
                case DIRECTORIES, REST -> true;
            };
        }

        private boolean isMember(char c) {
            boolean negated = text.startsWith("^");
            boolean found = false;
            for (int i = negated ? 1 : 0; i < text.length(); i++) {
                i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
                boolean range = i + 2 < text.length() && text.charAt(i + 1) == '-';
                found |= range ? text.charAt(i) <= c && c <= text.charAt(i + 2) : text.charAt(i) == c;
                i += range ? 2 : 0;
            }
            return found != negated;
        }
    }

    /** Reads a pattern without {@code !}; empty for a bracket that is not closed and a backslash at the end. */
    static Optional<IgnoreGlob> parse(String pattern) {
        List<Element> elements = new ArrayList<>();
        boolean special = false;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c == '*' && i < pattern.length() && pattern.charAt(i) == '*') {
                i++;
                i += i < pattern.length() && pattern.charAt(i) == '/' ? 1 : 0;
                elements.add(new Element(i == pattern.length() ? Kind.REST : Kind.DIRECTORIES, "**"));
                continue;
            }
            special |= "*?[]\\".indexOf(c) >= 0;
            if (c == '*') {
                elements.add(new Element(Kind.WITHIN_NAME, "*"));
            } else if (c == '?') {
                elements.add(new Element(Kind.ANY_CHARACTER, "?"));
            } else if (c == '[') {
                int close = closingBracket(pattern, i);
                if (close < 0) {
                    return Optional.empty();
                }
                elements.add(new Element(Kind.SET, pattern.substring(i, close)));
                i = close + 1;
            } else if (c == '\\') {
                if (i == pattern.length()) {
                    return Optional.empty();
                }
                elements.add(new Element(Kind.CHARACTER, pattern.substring(i, ++i)));
            } else {
                elements.add(new Element(Kind.CHARACTER, String.valueOf(c)));
            }
        }
        boolean ending = pattern.startsWith("**") && !pattern.startsWith("**/") && !special;
        if (ending && elements.size() > 1) {
            // "**name" without other signs is any path that ends so, in the middle of a name, too
            elements.set(0, new Element(Kind.REST, "**"));
        }
        return Optional.of(new IgnoreGlob(List.copyOf(elements)));
    }

    private static int closingBracket(String pattern, int from) {
        int i = from + (from < pattern.length() && pattern.charAt(from) == '^' ? 1 : 0);
        for (int first = i; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.charAt(i) == ']' && i > first) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the whole path matches. */
    boolean matches(String path) {
        // the elements that may come next, after each character
        BitSet next = new BitSet(elements.size() + 1);
        reach(next, 0);
        for (int at = 0; at < path.length() && !next.isEmpty(); at++) {
            char c = path.charAt(at);
            BitSet after = new BitSet(elements.size() + 1);
            for (int e = next.nextSetBit(0); e >= 0 && e < elements.size(); e = next.nextSetBit(e + 1)) {
                Element element = elements.get(e);
                if (element.accepts(c)) {
                    step(after, element.kind(), e, c);
                }
            }
            next = after;
        }
        return next.get(elements.size());
    }

    private void step(BitSet after, Kind kind, int e, char c) {
        switch (kind) {
            case CHARACTER, ANY_CHARACTER, SET -> reach(after, e + 1);
            case WITHIN_NAME, REST -> reach(after, e);
            case DIRECTORIES -> {
                // in the middle of a directory it cannot be left out any more
                after.set(e);
                if (c == '/') {
                    reach(after, e + 1);
                }
            }
        }
    }

    /** Adds an element, and those behind it when it may stand for nothing. */
    private void reach(BitSet states, int element) {
        int e = element;
        states.set(e);
        while (e < elements.size() && mayBeNothing(elements.get(e).kind())) {
            states.set(++e);
        }
    }

    private static boolean mayBeNothing(Kind kind) {
        return kind == Kind.WITHIN_NAME || kind == Kind.DIRECTORIES || kind == Kind.REST;
    }
}
