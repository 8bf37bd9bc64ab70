package io.github.alpinecheck.report.description;

import java.util.OptionalInt;

/**
 * A value.
 *
 * @param text may quote a Dockerfile
 * @param line of the Dockerfile that says so; empty when it comes with the base image or is nowhere
 */
public record Item(String text, Kind kind, OptionalInt line) {

    /** How to read a value. */
    public enum Kind {
        /** Words of ours. */
        WORDS,
        /** Something that stands literally in the image or in the Dockerfile. */
        LITERAL,
        /** It is there. */
        PRESENT,
        /** It is not there, and something would need it; or it is past its time. */
        WANTING,
        /** Nobody knows. */
        UNKNOWN
    }

    static Item of(Kind kind, String text) {
        return new Item(text, kind, OptionalInt.empty());
    }
}
