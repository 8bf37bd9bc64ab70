package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.image.Glob;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** The images that a project builds from its Dockerfiles: what they are called, and what of its own they can copy. */
final class BuiltImages {

    private static final Set<String> ARCHIVES = Set.of(".jar", ".war");

    /** How plugins call the archive that has the libraries in it. */
    private static final Set<String> RUNNABLE = Set.of(
            "exec",
            "boot",
            "spring-boot",
            "runner",
            "fat",
            "uber",
            "all",
            "shaded",
            "jar-with-dependencies",
            "standalone");

    private static final Set<String> PACKED = Set.of(".tar.gz", ".tgz", ".tar", ".zip");

    private static final Set<String> DISTRIBUTIONS = Set.of("bin", "dist", "distribution", "assembly");

    /** Directories of the project's own classes: compiled, of Quarkus, and a Spring Boot archive that was unpacked. */
    private static final Set<String> CLASSES =
            Set.of("classes", "quarkus-app", "quarkus-app/app", "dependency/BOOT-INF/classes");

    private final MavenProject project;
    private final Map<String, DockerfileInput> dockerfiles = new HashMap<>();
    private final Map<Path, NamedDockerfile> named;

    /** @param named the Dockerfiles that other plugins build from, by file */
    BuiltImages(MavenProject project, List<DockerfileInput> dockerfiles, Map<Path, NamedDockerfile> named) {
        this.project = project;
        dockerfiles.forEach(dockerfile -> this.dockerfiles.put(dockerfile.name(), dockerfile));
        this.named = Map.copyOf(named);
    }

    /** Names without tag; the project's own name for its only Dockerfile, if no plugin says another one. */
    Set<String> names(String dockerfile) {
        Set<String> names = new HashSet<>();
        Optional.ofNullable(dockerfiles.get(dockerfile))
                .flatMap(input -> Optional.ofNullable(named.get(input.file())))
                .ifPresent(file -> file.images().forEach(image -> name(image).ifPresent(names::add)));
        if (names.isEmpty() && dockerfiles.size() == 1) {
            names.add(project.getArtifactId());
        }
        return names;
    }

    /** Without tag and digest, and without what only a plugin can fill in ({@code %g} of docker-maven-plugin). */
    private Optional<String> name(String image) {
        String name = image.replace("%a", project.getArtifactId());
        int digest = name.indexOf('@');
        name = digest < 0 ? name : name.substring(0, digest);
        int tag = name.indexOf(':', name.lastIndexOf('/') + 1);
        name = tag < 0 ? name : name.substring(0, tag);
        int unknown = Math.max(name.lastIndexOf('%'), Math.max(name.lastIndexOf("${"), name.lastIndexOf('}')));
        if (unknown >= 0) {
            int slash = name.indexOf('/', unknown);
            name = slash < 0 ? "" : name.substring(slash + 1);
        }
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    boolean isContextRoot(String dockerfile) {
        return context(dockerfile).filter(baseDirectory()::equals).isPresent();
    }

    boolean hasOwnCode(String dockerfile, String path) {
        if (project.getPackaging().equals("pom")) {
            return false;
        }
        Path output =
                Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        return context(dockerfile)
                .filter(output::startsWith)
                .map(context -> context.relativize(output).toString().replace('\\', '/'))
                .flatMap(prefix -> below(prefix, path))
                .filter(rest -> CLASSES.contains(rest) || isArchive(rest) || isDistribution(rest))
                .isPresent();
    }

    private static Optional<String> below(String directory, String path) {
        String relative = path.startsWith("./") ? path.substring(2) : path.startsWith("/") ? path.substring(1) : path;
        String plain = relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return plain.startsWith(prefix) ? Optional.of(plain.substring(prefix.length())) : Optional.empty();
    }

    /** Whether a file of the build's directory is an archive to be run; the name may be a pattern. */
    boolean isArchive(String name) {
        Optional<String> ending = ARCHIVES.stream().filter(name::endsWith).findFirst();
        if (ending.isEmpty() || name.contains("/")) {
            return false;
        }
        String stem = name.substring(0, name.length() - ending.get().length());
        String own = project.getBuild().getFinalName();
        boolean packaged = ending.get().equals("." + project.getPackaging());
        return packaged && Glob.matches(name, own + ending.get())
                || RUNNABLE.stream().anyMatch(classifier -> stem.equals(own + "-" + classifier));
    }

    /** What maven-assembly-plugin makes of the archive and its libraries. */
    private boolean isDistribution(String name) {
        String own = project.getBuild().getFinalName();
        return PACKED.stream()
                .filter(name::endsWith)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .anyMatch(
                        stem -> stem.equals(own) || DISTRIBUTIONS.stream().anyMatch(id -> stem.equals(own + "-" + id)));
    }

    private Path baseDirectory() {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    private Optional<Path> context(String dockerfile) {
        return Optional.ofNullable(dockerfiles.get(dockerfile))
                .map(input -> input.contextDirectory().toAbsolutePath().normalize());
    }
}
