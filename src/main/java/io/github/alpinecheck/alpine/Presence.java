package io.github.alpinecheck.alpine;

/** Whether something is there. */
public enum Presence {
    /** It certainly is. */
    PRESENT,
    /** It certainly is not. */
    ABSENT,
    /** Nobody knows. */
    UNKNOWN
}
