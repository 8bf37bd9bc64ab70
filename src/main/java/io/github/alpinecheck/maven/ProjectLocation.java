package io.github.alpinecheck.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where a project is, as paths that are empty or end with a slash. No report has an absolute path. */
final class ProjectLocation {

    private final Path directory;
    private final @Nullable Path reactor;

    ProjectLocation(MavenProject project, MavenSession session) {
        this.directory = project.getBasedir().toPath().toAbsolutePath().normalize();
        String root = session.getExecutionRootDirectory();
        this.reactor = root == null ? null : Path.of(root).toAbsolutePath().normalize();
    }

    /** The project's directory from the one in which Maven runs. */
    String inReactor() {
        return reactor == null ? "" : from(reactor);
    }

    /** The project's directory from that of its repository; where there is none, as {@link #inReactor}. */
    String inRepository() {
        for (Path parent = directory; parent != null; parent = parent.getParent()) {
            // a file in a work tree of git
            if (Files.exists(parent.resolve(".git"))) {
                return from(parent);
            }
        }
        return inReactor();
    }

    /** A file from the project's directory on; only its name if it is elsewhere. */
    String inProject(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute.getFileName();
        return shown.toString().replace(File.separatorChar, '/');
    }

    private String from(Path root) {
        if (directory.equals(root) || !Objects.equals(directory.getRoot(), root.getRoot())) {
            return "";
        }
        return root.relativize(directory).toString().replace(File.separatorChar, '/') + "/";
    }
}
