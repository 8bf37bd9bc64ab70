package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.PartialString;
import java.util.Arrays;

/**
 * A pattern of {@code ${x#pattern}}: {@code *} is any text, {@code ?} any character, both without line ends; a
 * {@code \} takes the meaning from {@code * ? \ / }}.
 */
final class SubstitutionPattern {

    private static final int ANY_CHARACTER = -1;
    private static final int ANY_TEXT = -2;
    private static final int NO_MATCH = -1;
    /** Steps that one substitution may take, so that no Dockerfile makes the build wait. */
    private static final long MAX_STEPS = 20_000_000;
    /** Characters that one substitution may give. */
    private static final long MAX_LENGTH = 1 << 20;

    /** Code points and the two above. */
    private final int[] tokens;

    private SubstitutionPattern(int[] tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it escapes a character that needs no escape
     */
    static SubstitutionPattern of(String pattern) {
        int[] characters = pattern.codePoints().toArray();
        int[] tokens = new int[characters.length];
        int count = 0;
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (c == '*') {
                c = ANY_TEXT;
            } else if (c == '?') {
                c = ANY_CHARACTER;
            } else if (c == '\\') {
                i++;
                c = i < characters.length ? characters[i] : '\0';
                if ("*?\\/}".indexOf(c) < 0) {
                    throw new IllegalArgumentException(pattern);
                }
            }
            tokens[count++] = c;
        }
        return new SubstitutionPattern(Arrays.copyOf(tokens, count));
    }

    /** The value without the shortest or longest beginning that the pattern matches. */
    PartialString removePrefix(String value, boolean longest) {
        if (tooMuch(value, 1)) {
            return PartialString.UNKNOWN;
        }
        int[] text = value.codePoints().toArray();
        int end = match(text, 0, longest);
        return PartialString.of(end == NO_MATCH ? value : string(text, end, text.length));
    }

    /** The value without the shortest or longest end that the pattern matches. */
    PartialString removeSuffix(String value, boolean longest) {
        PartialString reversed = new SubstitutionPattern(reversed(tokens)).removePrefix(reversed(value), longest);
        return reversed.known()
                .map(SubstitutionPattern::reversed)
                .map(PartialString::of)
                .orElse(reversed);
    }

    /** The value with the first match, or with every match, replaced; of matches at one place the longest counts. */
    PartialString replace(String value, String replacement, boolean all) {
        // in a replacement for all, Go reads a $ as the number or name of a group
        if (tooMuch(value, value.length() + 1L)
                || (long) (value.length() + 1) * (replacement.length() + 1) > MAX_LENGTH
                || (all && replacement.indexOf('$') >= 0)) {
            return PartialString.UNKNOWN;
        }
        int[] text = value.codePoints().toArray();
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int at = 0; at <= text.length; ) {
            int end = match(text, at, true);
            if (end == NO_MATCH) {
                at++;
                continue;
            }
            result.append(string(text, done, at));
            // an empty match right after another match is none
            if (end > done || at == 0) {
                result.append(replacement);
            }
            done = end;
            at = Math.max(at + 1, end);
            if (!all) {
                break;
            }
        }
        return PartialString.of(result.append(string(text, done, text.length)).toString());
    }

    private boolean tooMuch(String value, long starts) {
        return (value.length() + 1L) * (tokens.length + 1L) * starts > MAX_STEPS;
    }

    /** Where the shortest or longest match that begins at {@code from} ends. Follows all ways to match at once. */
    private int match(int[] text, int from, boolean longest) {
        boolean[] reached = new boolean[tokens.length + 1];
        reached[0] = true;
        skipAnyText(reached);
        int found = NO_MATCH;
        for (int at = from; ; at++) {
            if (reached[tokens.length]) {
                found = at;
                if (!longest) {
                    return found;
                }
            }
            if (at == text.length) {
                return found;
            }
            boolean alive = false;
            boolean[] next = new boolean[tokens.length + 1];
            for (int i = 0; i < tokens.length; i++) {
                if (reached[i] && accepts(tokens[i], text[at])) {
                    next[tokens[i] == ANY_TEXT ? i : i + 1] = true;
                    alive = true;
                }
            }
            if (!alive) {
                return found;
            }
            skipAnyText(next);
            reached = next;
        }
    }

    private void skipAnyText(boolean[] reached) {
        for (int i = 0; i < tokens.length; i++) {
            if (reached[i] && tokens[i] == ANY_TEXT) {
                reached[i + 1] = true;
            }
        }
    }

    private static boolean accepts(int token, int character) {
        return token < 0 ? character != '\n' : token == character;
    }

    private static int[] reversed(int[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[values.length - 1 - i];
        }
        return result;
    }

    private static String reversed(String text) {
        int[] characters = reversed(text.codePoints().toArray());
        return string(characters, 0, characters.length);
    }

    private static String string(int[] text, int from, int to) {
        return new String(text, from, to - from);
    }
}
