package io.github.alpinecheck.engine;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.IgnorePatterns;
import io.github.alpinecheck.image.ContextFile;
import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.text.PartialString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A build context on the disk. Nothing is read before somebody asks for it, and each directory and file once. Nothing
 * outside the directory is looked at: a path with a symbolic link in it is unknown.
 */
final class DirectoryContext implements BuildContext {

    /** Directories with more names are those of package managers and the like. */
    private static final int MOST_NAMES = 500;

    private static final int LONGEST_PATH = 4096;

    private static final int MOST_BYTES = 16 * 1024;

    private static final int MOST_BYTES_OF_PATTERNS = 1024 * 1024;

    /** Directories that a build tool fills, by the file that says that it is used there. */
    private static final Map<String, List<String>> MADE_BY = Map.of(
            "pom.xml", List.of("target"),
            "build.gradle", List.of("build"),
            "build.gradle.kts", List.of("build"),
            "package.json", List.of("build", "dist", "node_modules"));

    /** Directories whose content is another one in the next build. */
    private static final Set<String> MADE = Set.of("target", "build", "dist", "out", "node_modules", ".git", ".gradle");

    /** Of these, the one that the build which runs now has written. */
    private static final String OUTPUT = "target";

    private final Path root;
    private final Path ignoreFile;
    /** What is on the disk, by path: links, and what {@code .dockerignore} keeps out, included. */
    private final Map<String, Found> found = new HashMap<>();

    private final Map<String, Optional<List<String>>> names = new HashMap<>();
    private final Map<String, PartialString> texts = new HashMap<>();
    private final Map<String, ContextFile> files = new HashMap<>();
    private Optional<IgnorePatterns> ignored = Optional.empty();

    private enum Found {
        FILE,
        DIRECTORY,
        /** Nothing, something else, or nobody can look. */
        OTHER
    }

    /**
     * A context.
     *
     * @param ignoreFile with the patterns of what is left out; need not be there
     */
    DirectoryContext(Path directory, Path ignoreFile) {
        this.root = directory.toAbsolutePath().normalize();
        this.ignoreFile = ignoreFile;
    }

    /** The file that BuildKit reads patterns from: {@code Dockerfile.dockerignore} beside the Dockerfile, if it exists. */
    static Path ignoreFile(Path directory, Path dockerfile) {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
        return Files.isRegularFile(own) ? own : directory.resolve(".dockerignore");
    }

    @Override
    public synchronized Kind kind(String path) {
        return inside(path).map(this::kindInside).orElse(Kind.UNKNOWN);
    }

    private Kind kindInside(String path) {
        Found here = find(path);
        if (!path.isEmpty() && ignored().matches(path)) {
            // a pattern may take back something below
            return here == Found.DIRECTORY ? Kind.UNKNOWN : Kind.ABSENT;
        }
        return switch (here) {
            case FILE -> Kind.FILE;
            case DIRECTORY -> Kind.DIRECTORY;
            case OTHER -> Kind.UNKNOWN;
        };
    }

    @Override
    public synchronized Optional<List<String>> names(String directory) {
        return inside(directory)
                .filter(d -> kind(d) == Kind.DIRECTORY && !isMade(d))
                .flatMap(d -> names.computeIfAbsent(d, this::list));
    }

    @Override
    public synchronized PartialString text(String file) {
        return inside(file)
                .filter(f -> kind(f) == Kind.FILE && !isMade(f))
                .map(f -> texts.computeIfAbsent(f, this::read))
                .orElse(PartialString.UNKNOWN);
    }

    @Override
    public synchronized Presence executable(String file) {
        Optional<String> path = inside(file).filter(f -> kind(f) == Kind.FILE && !isMade(f));
        return path.map(p -> mode(root.resolve(p))).orElse(Presence.UNKNOWN);
    }

    @Override
    public synchronized Optional<ContextFile> file(String path) {
        return inside(path)
                .filter(f -> kind(f) == Kind.FILE && isWrittenByNobodyElse(f))
                .map(f -> files.computeIfAbsent(f, name -> new DiskFile(root.resolve(name), name)));
    }

    @Override
    public synchronized Optional<String> onlyMatch(String directory, String pattern) {
        Optional<String> path =
                inside(directory).filter(d -> kind(d) == Kind.DIRECTORY && isMade(d) && isWrittenByNobodyElse(d));
        List<String> matches = path.flatMap(this::list).orElse(List.of()).stream()
                .filter(name -> Glob.matches(pattern, name))
                .toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** Whether no other build tool may write it before the image is built. */
    private static boolean isWrittenByNobodyElse(String path) {
        for (String part : path.split("/", -1)) {
            if (MADE.contains(part) && !part.equals(OUTPUT)) {
                return false;
            }
        }
        return true;
    }

    /** A path without {@code .} and {@code ..}; empty when it leads out of the directory or cannot be a path here. */
    private Optional<String> inside(String path) {
        if (path.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        try {
            Path file = root.resolve(path.substring(start)).normalize();
            return file.startsWith(root) ? Optional.of(withSlashes(root.relativize(file))) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String withSlashes(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }

    private static boolean isMade(String path) {
        for (String part : path.split("/", -1)) {
            if (MADE.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private Found find(String path) {
        Found known = found.get(path);
        if (known == null) {
            boolean top = path.isEmpty();
            String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            known = top || find(parent) == Found.DIRECTORY ? look(root.resolve(path), top) : Found.OTHER;
            found.put(path, known);
        }
        return known;
    }

    /** Looks at something in a directory that is no link. */
    private static Found look(Path file, boolean followed) {
        LinkOption[] options = followed ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, options);
            boolean directory = attributes.isDirectory();
            return attributes.isRegularFile() ? Found.FILE : directory ? Found.DIRECTORY : Found.OTHER;
        } catch (IOException e) {
            return Found.OTHER;
        }
    }

    private Optional<List<String>> list(String directory) {
        Set<String> all = new TreeSet<>();
        String prefix = directory.isEmpty() ? "" : directory + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                all.add(name);
                all.addAll(MADE_BY.getOrDefault(name, List.of()));
                if (all.size() > MOST_NAMES) {
                    return Optional.empty();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        all.removeIf(name -> kindInside(prefix + name) == Kind.ABSENT);
        return Optional.of(List.copyOf(all));
    }

    private PartialString read(String file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(root.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return PartialString.UNKNOWN;
        }
        boolean whole = bytes.length <= MOST_BYTES;
        int end = bytes.length;
        while (!whole && end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString();
            boolean binary = text.indexOf('\0') >= 0 || text.indexOf(PartialString.HOLE) >= 0;
            PartialString known = binary ? PartialString.UNKNOWN : PartialString.of(text);
            return whole ? known : known.plus(PartialString.UNKNOWN);
        } catch (CharacterCodingException e) {
            return PartialString.UNKNOWN;
        }
    }

    /** Unknown where the file system has no such modes, as on Windows. */
    private static Presence mode(Path file) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Presence.UNKNOWN;
        }
        try {
            Set<PosixFilePermission> mode = view.readAttributes().permissions();
            boolean any = mode.contains(PosixFilePermission.OWNER_EXECUTE)
                    || mode.contains(PosixFilePermission.GROUP_EXECUTE)
                    || mode.contains(PosixFilePermission.OTHERS_EXECUTE);
            return any ? Presence.PRESENT : Presence.ABSENT;
        } catch (IOException e) {
            return Presence.UNKNOWN;
        }
    }

    private IgnorePatterns ignored() {
        if (ignored.isEmpty()) {
            ignored = Optional.of(Files.isRegularFile(ignoreFile) ? patterns(ignoreFile) : IgnorePatterns.NONE);
        }
        return ignored.get();
    }

    private static IgnorePatterns patterns(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return IgnorePatterns.ofFile(new String(in.readNBytes(MOST_BYTES_OF_PATTERNS), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return IgnorePatterns.NONE;
        }
    }
}
