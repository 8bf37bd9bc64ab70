package io.github.alpinecheck.dockerfile;

/** A word whose quotes or {@code $variables} BuildKit refuses. */
public final class ExpansionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a word is refused. */
    public enum Reason {
        /** A quote is not closed. */
        UNTERMINATED_QUOTE,
        /** What stands after a dollar and a brace is no substitution, or the closing brace is missing. */
        BAD_SUBSTITUTION,
        /** A pattern of {@code ${x#pattern}} or {@code ${x/pattern/}} escapes what needs no escape. */
        BAD_PATTERN,
        /** {@code ${x?}} or {@code ${x:?}} of a variable without value. */
        MISSING_VALUE
    }

    private final Reason reason;
    private final int index;
    private final int length;

    ExpansionException(Reason reason, int index, int length, String message) {
        super(message);
        this.reason = reason;
        this.index = index;
        this.length = length;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Where in the word the quote or the {@code $} stands. */
    public int index() {
        return index;
    }

    /** How many characters of the word are meant. */
    public int length() {
        return length;
    }
}
