package io.github.alpinecheck.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The files that people wrote for a project: those below its directory, without what the build writes. */
public final class ProjectFiles {

    private final Path baseDirectory;
    private final Path skippedDirectory;

    /**
     * The files of a project.
     *
     * @param baseDirectory the project's directory
     * @param skippedDirectory where the build writes: no glob looks into it
     */
    public ProjectFiles(Path baseDirectory, Path skippedDirectory) {
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
        this.skippedDirectory = skippedDirectory.toAbsolutePath().normalize();
    }

    /** What findings call a file: relative to the project's directory, with {@code /}. */
    public String name(Path file) {
        return relative(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** The absolute path of what has the relative one. */
    Path path(String relative) {
        return baseDirectory.resolve(relative).normalize();
    }

    Path relative(Path file) {
        // another drive has no relative path
        boolean related = baseDirectory.getRoot().equals(file.getRoot());
        return related ? baseDirectory.relativize(file) : file;
    }

    /** The files that match one of the globs, absolute. */
    NavigableSet<Path> matching(Collection<FileGlob> globs) throws IOException {
        NavigableSet<Path> files = new TreeSet<>();
        for (FileGlob glob : globs) {
            Path start = path(glob.start());
            if (Files.isDirectory(start) && !start.startsWith(skippedDirectory)) {
                addMatching(glob, start, files);
            }
        }
        return files;
    }

    private void addMatching(FileGlob glob, Path start, NavigableSet<Path> files) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = directory.equals(skippedDirectory) || directory.endsWith(".git");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (glob.matches(relative(file))) {
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
}
