package io.github.alpinecheck.image;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file of the build context. Its bytes are read when somebody asks, and once; the same file is always the same object. */
public interface ContextFile {

    /** Where it is in the context. */
    String path();

    /** What a dynamic linker reads of it; empty if it is no ELF file for a known machine, or cannot be read. */
    Optional<ElfFile> elf();

    /** What ADD unpacks of it: nothing where it is no tar archive, plain or of gzip, or cannot be read to its end. */
    NativeCode unpacked(Machine machine);

    /**
     * What is in it as a jar, and in the jars in it; the path of a file in such a jar begins with that jar's and {@code
     * !/}. Nothing where it is no jar, or cannot be read.
     *
     * @param without the file names of jars that are passed over
     */
    NativeCode inJar(Machine machine, Set<String> without);

    /**
     * The native code in an archive.
     *
     * @param files the ELF files for the machine, by path, in the archive's order; no program without a mode to execute it
     * @param libraries the names of all files and links that may be libraries
     * @param otherMachines whether there are ELF files for other machines too
     */
    record NativeCode(Map<String, ElfFile> files, Set<String> libraries, boolean otherMachines) {

        /** None. */
        public static final NativeCode NONE = new NativeCode(Map.of(), Set.of(), false);

        public NativeCode {
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            libraries = Set.copyOf(libraries);
        }
    }
}
