package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A build context of a few files, for tests. Immutable; nothing else is ever made in it. */
public final class MemoryContext implements BuildContext {

    /** Without files. */
    public static final MemoryContext EMPTY = new MemoryContext(Map.of());

    private final Map<String, MemoryFile> files;

    private record MemoryFile(String text, Presence executable) {}

    private MemoryContext(Map<String, MemoryFile> files) {
        this.files = Map.copyOf(files);
    }

    /** With another file, of a mode that nobody knows. */
    public MemoryContext file(String path, String text) {
        return file(path, text, Presence.UNKNOWN);
    }

    /** With another file. */
    public MemoryContext file(String path, String text, Presence executable) {
        Map<String, MemoryFile> next = new TreeMap<>(files);
        next.put(path, new MemoryFile(text, executable));
        return new MemoryContext(next);
    }

    private static String normal(String path) {
        return FileSystem.normalize("/" + path).substring(1);
    }

    @Override
    public Kind kind(String path) {
        String normal = normal(path);
        if (files.containsKey(normal)) {
            return Kind.FILE;
        }
        boolean directory = normal.isEmpty() || files.keySet().stream().anyMatch(f -> f.startsWith(normal + "/"));
        return directory ? Kind.DIRECTORY : Kind.UNKNOWN;
    }

    @Override
    public Optional<List<String>> names(String directory) {
        String normal = normal(directory);
        String prefix = normal.isEmpty() ? "" : normal + "/";
        return kind(directory) != Kind.DIRECTORY
                ? Optional.empty()
                : Optional.of(files.keySet().stream()
                        .filter(f -> f.startsWith(prefix))
                        .map(f -> f.substring(prefix.length()))
                        .map(f -> f.indexOf('/') < 0 ? f : f.substring(0, f.indexOf('/')))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public PartialString text(String file) {
        MemoryFile found = files.get(normal(file));
        return found == null ? PartialString.UNKNOWN : PartialString.of(found.text());
    }

    @Override
    public Presence executable(String file) {
        MemoryFile found = files.get(normal(file));
        return found == null ? Presence.UNKNOWN : found.executable();
    }
}
