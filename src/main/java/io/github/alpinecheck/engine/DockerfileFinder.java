package io.github.alpinecheck.engine;

import io.github.alpinecheck.rule.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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

    private final Path baseDirectory;
    private final Path skippedDirectory;

    /**
     * A finder for a project.
     *
     * @param baseDirectory the project's directory
     * @param skippedDirectory where the build writes: no pattern looks into it
     */
    public DockerfileFinder(Path baseDirectory, Path skippedDirectory) {
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
        this.skippedDirectory = skippedDirectory.toAbsolutePath().normalize();
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
        NavigableSet<Path> files = new TreeSet<>();
        List<PathMatcher> patterns = new ArrayList<>();
        for (String include : includes) {
            if (isPattern(include)) {
                addMatcher(include, patterns, problems);
            } else if (Files.exists(baseDirectory.resolve(include))) {
                // a module that inherits the include need not have the file
                files.add(baseDirectory.resolve(include).normalize());
            }
        }
        List<PathMatcher> excluded = new ArrayList<>();
        excludes.forEach(exclude -> addMatcher(exclude, excluded, problems));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        if (includes.isEmpty()) {
            for (String place : PLACES) {
                addDockerfilesIn(baseDirectory.resolve(place), files);
            }
            named.stream().map(file -> file.toAbsolutePath().normalize()).forEach(files::add);
        } else if (!patterns.isEmpty()) {
            addMatching(patterns, files);
        }
        files.removeIf(file -> excluded.stream().anyMatch(matcher -> matcher.matches(relative(file))));
        return files;
    }

    /** What findings call a file: relative to the project's directory, with {@code /}. */
    public String name(Path file) {
        return relative(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private Path relative(Path file) {
        // another drive has no relative path
        boolean related = baseDirectory.getRoot().equals(file.getRoot());
        return related ? baseDirectory.relativize(file) : file;
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

    private void addMatching(List<PathMatcher> patterns, Set<Path> files) throws IOException {
        Files.walkFileTree(baseDirectory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = directory.equals(skippedDirectory) || directory.endsWith(".git");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (patterns.stream().anyMatch(matcher -> matcher.matches(relative(file)))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private static void addMatcher(String glob, List<PathMatcher> matchers, List<String> problems) {
        try {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + optionalDirectories(glob)));
        } catch (PatternSyntaxException e) {
            problems.add("has \"" + glob + "\", which is no glob: " + e.getDescription() + ".");
        }
    }

    /** Lets a directory wildcard stand for no directory too, as everywhere in Maven; Java's own needs one. */
    private static String optionalDirectories(String glob) {
        StringBuilder result = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean starts = i == 0 || glob.charAt(i - 1) == '/';
            if (depth == 0 && starts && glob.startsWith("**/", i)) {
                result.append("{**/,}");
                i += 2;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
