package io.github.alpinecheck.rule;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.kubernetes.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What rules can ask of the project whose Dockerfiles are checked. Nothing is resolved, read or downloaded before a rule
 * asks for it, so a rule asks last: when the Dockerfile leaves nothing else to find out.
 *
 * <p>What an answer has is certain. What it has not is unknown: a rule concludes nothing from an empty answer or from a
 * missing dependency.
 */
public interface Project {

    /** A project of which nothing is known. */
    Project UNKNOWN = new Project() {};

    /** The Java release that its classes are compiled for, so that no older Java can load all of them. */
    default OptionalInt javaRelease() {
        return OptionalInt.empty();
    }

    /** The libraries that it certainly has at run time (scopes compile and runtime), the transitive ones included. */
    default List<Dependency> runtimeDependencies() {
        return List.of();
    }

    /**
     * The native files in the jar of one of its libraries that are for a machine, in the order of the jar. None where the
     * jar is not on this machine or cannot be read.
     */
    default List<NativeFile> nativeFiles(Dependency library, Machine machine) {
        return List.of();
    }

    /** Whether the jar of one of its libraries is on this machine and cannot be read. */
    default boolean isUnreadable(Dependency library, Machine machine) {
        return false;
    }

    /**
     * Whether the archive that is run has one of its libraries in it. Unknown where none was built, and where the libraries
     * are beside it.
     */
    default Presence packaged(Dependency library, Machine machine) {
        return Presence.UNKNOWN;
    }

    /**
     * Whether something in the build context of one of its Dockerfiles certainly is what this project compiles: its jar
     * or war, or a directory of its classes.
     *
     * @param dockerfile its name, as findings give it
     * @param path as COPY names it: relative to the build context; may be a pattern
     */
    default boolean isOwnCode(String dockerfile, String path) {
        return false;
    }

    /**
     * Whether the root of the build context of one of its Dockerfiles certainly is the project's own directory, so that
     * a {@code mvn package} among its files compiles this project.
     *
     * @param dockerfile its name, as findings give it
     */
    default boolean isContextRoot(String dockerfile) {
        return false;
    }

    /**
     * The names of the images that are certainly built from one of its Dockerfiles, without tags.
     *
     * @param dockerfile its name, as findings give it
     */
    default Set<String> imageNames(String dockerfile) {
        return Set.of();
    }

    /**
     * Its Kubernetes manifests, as far as they can be read.
     *
     * @param patterns globs relative to the project's directory
     */
    default List<Manifest> manifests(List<String> patterns) {
        return List.of();
    }

    /**
     * A line of a pom.
     *
     * @param path as findings call files: relative to the project's directory, with {@code /}
     * @param line 1-based
     */
    record Declaration(String path, int line) {}

    /**
     * A library.
     *
     * @param classifier empty for none
     * @param file its jar, or in a build that has made none a directory of classes; empty when it is not on this machine
     * @param path how it comes into the project: the artifactIds from the project's own to its own
     * @param declaration where a pom of the build declares it, or the library by which it comes; empty when nobody knows
     */
    record Dependency(
            String groupId,
            String artifactId,
            String version,
            String classifier,
            Optional<Path> file,
            List<String> path,
            Optional<Declaration> declaration) {

        public Dependency {
            path = List.copyOf(path);
        }

        /** {@code group:artifact:version}, or {@code group:artifact:jar:classifier:version}, as Maven's own tree has it. */
        public String coordinates() {
            String name = groupId + ":" + artifactId + ":";
            return classifier.isEmpty() ? name + version : name + "jar:" + classifier + ":" + version;
        }

        /** Its path for people: {@code app → kafka-clients → snappy-java}. */
        public String trail() {
            return String.join(" → ", path);
        }

        /** The artifactId of the library by which it comes, its own if it comes by itself. */
        public String direct() {
            return path.size() > 1 ? path.get(1) : artifactId;
        }
    }
}
