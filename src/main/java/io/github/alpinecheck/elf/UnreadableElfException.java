package io.github.alpinecheck.elf;

/** A file is no ELF file, or one that nobody can make sense of. The message says what is wrong with it. */
public final class UnreadableElfException extends Exception {

    private static final long serialVersionUID = 1;

    /** With what is wrong, as a part of a sentence: {@code its symbol table lies outside the file}. */
    public UnreadableElfException(String message) {
        super(message);
    }
}
