package io.github.alpinecheck.text;

import java.util.Optional;

/**
 * A string of which parts may be unknown: the value of {@code https://${MIRROR}/alpine} where nobody said what
 * {@code MIRROR} is. An unknown part is one <em>hole</em>, written as the non-character U+FFFF; it stands for any text,
 * the empty one, blanks and line ends included.
 *
 * <p>Of more than {@value #MAX_LENGTH} characters nothing is known: a script that doubles a variable or a file in a loop
 * would fill all memory.
 *
 * @param pattern the known characters with a {@link #HOLE} for each unknown part
 */
public record PartialString(String pattern) {

    /** Stands for an unknown part. {@link SourceText} makes sure that no file brings one. */
    public static final char HOLE = '\uFFFF';

    /** Longer strings become one hole. */
    public static final int MAX_LENGTH = 1 << 16;

    /** Nothing is known. */
    public static final PartialString UNKNOWN = new PartialString(String.valueOf(HOLE));

    /** The empty string. */
    public static final PartialString EMPTY = new PartialString("");

    public PartialString {
        pattern = pattern.length() > MAX_LENGTH ? String.valueOf(HOLE) : pattern;
    }

    /** A string that is known as a whole; of one that is too long nothing is known. */
    public static PartialString of(String known) {
        return new PartialString(known);
    }

    /** Whether there is no hole. */
    public boolean isKnown() {
        return pattern.indexOf(HOLE) < 0;
    }

    /** Whether this and the string are certainly the same. */
    public boolean is(String text) {
        return pattern.equals(text) && isKnown();
    }

    /** The string if all of it is known. */
    public Optional<String> known() {
        return isKnown() ? Optional.of(pattern) : Optional.empty();
    }

    /** This followed by the other. */
    public PartialString plus(PartialString other) {
        return new PartialString(pattern + other.pattern);
    }

    /** This followed by known text. */
    public PartialString plus(String text) {
        return new PartialString(pattern + text);
    }

    /** The known characters, with {@code …} for what is unknown: for people, not for comparing. */
    @Override
    public String toString() {
        return pattern.replace(HOLE, '…');
    }
}
