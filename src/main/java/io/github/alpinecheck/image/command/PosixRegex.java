package io.github.alpinecheck.image.command;

import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/**
 * A POSIX basic or extended regular expression as musl's {@code regcomp} reads it (POSIX.1-2017, chapter 9, and
 * {@code \+}, {@code \?}, {@code \|}, {@code \w}, {@code \s} of musl), on single lines. The leftmost, longest match
 * counts.
 */
sealed interface PosixRegex permits PlainRegex, TranslatedRegex {

    /** Reads an expression; empty for what is wrong or not followed. */
    static Optional<PosixRegex> compile(String regex, boolean extended, boolean ignoreCase) {
        if (regex.isEmpty() || regex.indexOf(PartialString.HOLE) >= 0) {
            return Optional.empty();
        }
        Optional<PosixRegex> plain = ignoreCase ? Optional.empty() : PlainRegex.compile(regex, extended);
        return plain.isPresent() ? plain : TranslatedRegex.compile(regex, extended, ignoreCase);
    }

    /** How many groups it has. */
    int groups();

    /**
     * The leftmost, longest match from an index on.
     *
     * @throws TooCostly when finding it would take too long
     */
    Optional<Match> find(String line, int from) throws TooCostly;

    /** A match: where, and the text of its groups. */
    record Match(int start, int end, List<String> groups) {

        /** The text of a group, from 1; empty if it is in no part of the match. */
        String group(int number) {
            return number <= groups.size() ? groups.get(number - 1) : "";
        }
    }

    /** An expression was not followed to its end. */
    final class TooCostly extends Exception {
        private static final long serialVersionUID = 1L;

        TooCostly() {
            super("the regular expression takes too long", null, false, false);
        }
    }
}
