package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.Project.Declaration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;

/** Where a project, or a parent that people can edit, declares its dependencies. */
final class Declarations {

    private final MavenProject project;
    private final Path localRepository;
    private final Function<Path, String> names;

    /**
     * Those of a project.
     *
     * @param localRepository where Maven keeps what it has downloaded: nobody edits a pom in it
     * @param names what findings call a file
     */
    Declarations(MavenProject project, Path localRepository, Function<Path, String> names) {
        this.project = project;
        this.localRepository = localRepository.toAbsolutePath().normalize();
        this.names = names;
    }

    /** Where a direct dependency is declared: in the project's pom or in that of a parent. */
    Optional<Declaration> of(Artifact artifact) {
        for (Dependency dependency : project.getDependencies()) {
            if (isOf(dependency, artifact)) {
                return of(dependency.getLocation(""));
            }
        }
        return Optional.empty();
    }

    /** The same type and version are not asked for: no project depends on two jars that differ in these only. */
    private static boolean isOf(Dependency dependency, Artifact artifact) {
        String classifier = dependency.getClassifier() == null ? "" : dependency.getClassifier();
        return artifact.getGroupId().equals(dependency.getGroupId())
                && artifact.getArtifactId().equals(dependency.getArtifactId())
                && artifact.getClassifier().equals(classifier);
    }

    private Optional<Declaration> of(InputLocation location) {
        Optional<Path> pom = PomPlace.file(location).filter(file -> !file.startsWith(localRepository));
        return pom.map(file -> new Declaration(names.apply(file), location.getLineNumber()));
    }
}
