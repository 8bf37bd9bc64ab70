package io.github.alpinecheck.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The build contexts of one run: Dockerfiles that are built with the same directory share what was read of it. */
final class ContextDirectories {

    private final Map<Key, DirectoryContext> contexts = new HashMap<>();

    private record Key(Path directory, Path ignoreFile) {}

    synchronized DirectoryContext of(DockerfileInput input) {
        Path directory = input.contextDirectory();
        Key key = new Key(directory, DirectoryContext.ignoreFile(directory, input.file()));
        return contexts.computeIfAbsent(key, k -> new DirectoryContext(k.directory(), k.ignoreFile()));
    }
}
