package io.github.alpinecheck.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that nobody sees half written. */
public final class WholeFile {

    private WholeFile() {}

    /** What a file shall have in it. */
    public interface Content {

        /** Writes all of it; the stream is closed by who gives it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, and its directory. Who reads it meanwhile sees the old one or the new one. */
    public static void write(Path file, Content content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // not createTempFile, which takes all rights from group and others
        Path unfinished = file.resolveSibling(file.getFileName() + "."
                + Long.toHexString(System.nanoTime()) + "-"
                + Thread.currentThread().getId() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.writeTo(out);
            }
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
