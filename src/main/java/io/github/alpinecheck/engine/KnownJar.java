package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a jar.
 *
 * @param files its native files for one machine; none if it cannot be read
 */
record KnownJar(boolean readable, List<KnownFile> files) {

    static final KnownJar UNREADABLE = new KnownJar(false, List.of());

    KnownJar {
        files = List.copyOf(files);
    }

    /**
     * A native file.
     *
     * @param read whether it was read
     * @param content what is in it; empty if it was not read, or cannot be
     */
    record KnownFile(String path, ElfHeader header, boolean read, Optional<ElfFile> content) {

        /** A file of which only the first bytes were read. */
        KnownFile(String path, ElfHeader header) {
            this(path, header, false, Optional.empty());
        }

        KnownFile with(Optional<ElfFile> next) {
            return new KnownFile(path, header, true, next);
        }
    }
}
