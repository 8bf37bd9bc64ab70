package io.github.alpinecheck.engine;

import io.github.alpinecheck.image.interpreter.BuildContext;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A build context on the disk. Nothing outside the directory is looked at. */
record DirectoryContext(Path directory) implements BuildContext {

    @Override
    public Kind kind(String path) {
        Path root = directory.toAbsolutePath().normalize();
        Path file;
        try {
            // a leading slash means the context's root
            file = root.resolve(path.replaceFirst("^/+", "")).normalize();
        } catch (InvalidPathException e) {
            return Kind.UNKNOWN;
        }
        if (!file.startsWith(root)) {
            return Kind.UNKNOWN;
        }
        if (Files.isRegularFile(file)) {
            return Kind.FILE;
        }
        return Files.isDirectory(file) ? Kind.DIRECTORY : Files.exists(file) ? Kind.UNKNOWN : Kind.ABSENT;
    }
}
