package io.github.alpinecheck.engine;

import io.github.alpinecheck.image.interpreter.BuildContext;
import java.nio.file.Path;

/** Build contexts on the disk for the tests of rules. */
public final class DiskContexts {

    private DiskContexts() {}

    /** A directory without a {@code .dockerignore}. */
    public static BuildContext of(Path directory) {
        return new DirectoryContext(directory, directory.resolve(".dockerignore"));
    }
}
