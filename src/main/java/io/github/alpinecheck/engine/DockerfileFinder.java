package io.github.alpinecheck.engine;

import io.github.alpinecheck.rule.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds a project's Dockerfiles. */
public final class DockerfileFinder {

    /** Where Maven projects keep Dockerfiles, by how many public repositories have them there. */
    private static final List<String> PLACES = List.of("", "docker", "src/main/docker", "src/docker");

    private static final List<String> NAMES = List.of("Dockerfile", "Containerfile");

    /** Endings of what lies beside Dockerfiles and is none: build settings, texts, templates, what editors leave. */
    private static final Set<String> OTHER_ENDINGS = Set.of(
            "dockerignore",
            "md",
            "txt",
            "adoc",
            "html",
            "json",
            "yml",
            "yaml",
            "sh",
            "j2",
            "jinja",
            "jinja2",
            "tpl",
            "tmpl",
            "tmp",
            "template",
            "erb",
            "mustache",
            "hbs",
            "ftl",
            "vm",
            "m4",
            "in",
            "bak",
            "backup",
            "orig",
            "rej",
            "swp",
            "swo",
            "save",
            "patch",
            "diff",
            "gz",
            "tar",
            "zip");

    private final ProjectFiles files;

    /** A finder among a project's files. */
    public DockerfileFinder(ProjectFiles files) {
        this.files = files;
    }

    /**
     * The project's Dockerfiles, absolute.
     *
     * @param includes globs relative to the project's directory; none for the usual places and {@code named}
     * @param excludes globs that leave files out, whoever names them
     * @param named files that other plugins build from
     * @throws ConfigurationException if a glob is none
     * @throws IOException if a directory cannot be listed
     */
    public NavigableSet<Path> find(List<String> includes, List<String> excludes, Collection<Path> named)
            throws ConfigurationException, IOException {
        List<String> problems = new ArrayList<>();
        NavigableSet<Path> found = new TreeSet<>();
        List<FileGlob> globs = new ArrayList<>();
        for (String include : includes) {
            if (FileGlob.isGlob(include)) {
                addGlob(include, globs, problems);
            } else if (Files.exists(files.path(include))) {
                // a module that inherits the include need not have the file
                found.add(files.path(include));
            }
        }
        List<FileGlob> excluded = new ArrayList<>();
        excludes.forEach(exclude -> addGlob(exclude, excluded, problems));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        if (includes.isEmpty()) {
            for (String place : PLACES) {
                addDockerfilesIn(files.path(place), found);
            }
            named.stream().map(file -> file.toAbsolutePath().normalize()).forEach(found::add);
        } else {
            found.addAll(files.matching(globs));
        }
        found.removeIf(file -> excluded.stream().anyMatch(glob -> glob.matches(files.relative(file))));
        return found;
    }

    /** What findings call a file: relative to the project's directory, with {@code /}. */
    public String name(Path file) {
        return files.name(file);
    }

    private static void addDockerfilesIn(Path directory, Set<Path> files) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.filter(DockerfileFinder::isDockerfile).forEach(files::add);
            }
        }
    }

    private static boolean isDockerfile(Path file) {
        String name = file.getFileName().toString();
        if (NAMES.contains(name)) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        boolean named = name.endsWith(".Dockerfile") || NAMES.stream().anyMatch(n -> name.startsWith(n + "."));
        // a directory Dockerfile.d or the like only sorts files
        return named
                && !OTHER_ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && !Files.isDirectory(file);
    }

    private static void addGlob(String text, List<FileGlob> globs, List<String> problems) {
        try {
            globs.add(FileGlob.of(text));
        } catch (PatternSyntaxException e) {
            problems.add("has \"" + text + "\", which is no glob: " + e.getDescription() + ".");
        }
    }
}
