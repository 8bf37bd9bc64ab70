package io.github.alpinecheck.engine;

import io.github.alpinecheck.kubernetes.Manifest;
import io.github.alpinecheck.kubernetes.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A project's Kubernetes manifests. What cannot be read as one, such as a Helm template, is left alone. */
public final class ManifestFiles {

    /** A file that large is generated, or is none. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");

    private final ProjectFiles files;

    /** The manifests among a project's files. */
    public ManifestFiles(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Reads manifests.
     *
     * @param patterns globs relative to the project's directory
     */
    public List<Manifest> read(List<String> patterns) {
        List<Manifest> manifests = new ArrayList<>();
        try {
            for (Path file : files.matching(patterns.stream().map(FileGlob::of).toList())) {
                if (ENDINGS.contains(ending(file)) && Files.size(file) <= MAX_BYTES) {
                    read(file).ifPresent(manifests::add);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return manifests;
    }

    private Optional<Manifest> read(Path file) {
        try {
            return ManifestReader.read(SourceReader.read(file, files.name(file)));
        } catch (SourceReader.UnreadableException e) {
            return Optional.empty();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
