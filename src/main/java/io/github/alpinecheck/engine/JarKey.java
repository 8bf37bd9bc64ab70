package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What a scan of a jar depends on.
 *
 * @param path a number that stands for the absolute path: what is written to the disk tells nobody where and whose it is
 * @param size of the jar in bytes
 * @param time when it was last changed, in milliseconds
 */
record JarKey(long path, long size, long time, Machine machine) {

    /** Empty for what is no file. */
    static Optional<JarKey> of(Path jar, Machine machine) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new JarKey(
                            number(jar.toAbsolutePath().normalize().toString()),
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis(),
                            machine))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** FNV-1a with 64 bits, over the characters. */
    private static long number(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
