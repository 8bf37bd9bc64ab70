package io.github.alpinecheck.linker;

import io.github.alpinecheck.elf.ElfFile;
import java.util.List;
import java.util.Set;

/** What is at a path where the linker looks for a library. */
public sealed interface Library {

    /** Nothing. */
    Library ABSENT = new Absent();

    /** Nobody knows. */
    Library UNKNOWN = new Unknown();

    /** musl itself, or a link to it. */
    Library MUSL = new MuslItself();

    /** Nothing. */
    record Absent() implements Library {}

    /** Nobody knows, not even whether there is a file. */
    record Unknown() implements Library {}

    /** musl itself: Alpine's libc6-compat up to 3.18 has links of glibc's names to it. */
    record MuslItself() implements Library {}

    /** A file that can be read. */
    record Known(ElfFile file) implements Library {}

    /**
     * A library of which the exports are listed.
     *
     * @param needed the libraries it needs
     */
    record Listed(List<String> needed, Set<String> exports) implements Library {
        public Listed {
            needed = List.copyOf(needed);
            exports = Set.copyOf(exports);
        }
    }

    /**
     * A library that is certainly there, of which nobody has listed the exports: it may have any name that is not one of
     * a libc.
     *
     * @param needed the libraries it needs
     */
    record Unlisted(List<String> needed) implements Library {
        public Unlisted {
            needed = List.copyOf(needed);
        }
    }
}
