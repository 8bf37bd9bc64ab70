package io.github.alpinecheck.rule;

import io.github.alpinecheck.elf.ElfFile;

/**
 * A native file in a jar.
 *
 * @param path the name of its entry
 */
public record NativeFile(String path, ElfFile file) {

    /** Its name without directories. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
