package io.github.alpinecheck.elf;

import java.util.Optional;

/**
 * A symbol that a relocation names.
 *
 * @param defined whether this file has it itself
 * @param threadLocal whether it is a variable of which every thread has its own
 * @param version the version that the file was linked with, such as {@code GLIBC_2.34}; musl never looks at it, so it
 *     tells where the symbol was meant to come from and nothing else
 */
public record ElfSymbol(String name, Binding binding, boolean defined, boolean threadLocal, Optional<String> version) {

    /** Who can see it. */
    public enum Binding {
        LOCAL,
        GLOBAL,
        /** It may be missing. */
        WEAK
    }
}
