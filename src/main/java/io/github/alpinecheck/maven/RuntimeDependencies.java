package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.Project.Declaration;
import io.github.alpinecheck.rule.Project.Dependency;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/** The libraries of a project at run time, as far as this machine has what is needed to know them. */
final class RuntimeDependencies {

    /** The scopes of {@code requiresDependencyResolution = RUNTIME}; Maven before 3.9 does not lend its own filter. */
    private static final Set<String> SCOPES = Set.of("compile", "runtime");

    private final ProjectDependenciesResolver resolver;
    private final RepositorySystemSession session;

    RuntimeDependencies(ProjectDependenciesResolver resolver, RepositorySystemSession session) {
        this.resolver = resolver;
        this.session = session;
    }

    /**
     * In the order of the class path's tree; a library whose jar cannot be found is there without it.
     *
     * @param names what findings call a file
     */
    List<Dependency> of(MavenProject project, Function<Path, String> names) {
        Path downloads = session.getLocalRepository().getBasedir().toPath();
        Declarations declarations = new Declarations(project, downloads, names);
        DependencyNode root = resolve(project).getDependencyGraph();
        List<Dependency> dependencies = new ArrayList<>();
        Set<DependencyNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (DependencyNode direct : root == null ? List.<DependencyNode>of() : root.getChildren()) {
            Optional<Declaration> declaration = declarations.of(direct.getArtifact());
            add(direct, new Way(List.of(project.getArtifactId()), declaration), seen, dependencies);
        }
        return List.copyOf(dependencies);
    }

    /** How one gets to a library. */
    private record Way(List<String> path, Optional<Declaration> declaration) {
        Way to(Artifact artifact) {
            List<String> longer = new ArrayList<>(path);
            longer.add(artifact.getArtifactId());
            return new Way(longer, declaration);
        }
    }

    private DependencyResolutionResult resolve(MavenProject project) {
        // the goal promises to use no network, and a build that came to verify has all jars
        DefaultRepositorySystemSession offline = new DefaultRepositorySystemSession(session);
        offline.setOffline(true);
        DependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, offline);
        request.setResolutionFilter((node, parents) -> isRuntime(node));
        try {
            return resolver.resolve(request);
        } catch (DependencyResolutionException e) {
            // a module that was not built yet, for example: all others are known
            return e.getResult();
        }
    }

    /** @param seen nodes: a graph that Maven could not finish may have cycles */
    private static void add(DependencyNode node, Way before, Set<DependencyNode> seen, List<Dependency> dependencies) {
        if (isRuntime(node) && seen.add(node)) {
            Artifact artifact = node.getArtifact();
            Way way = before.to(artifact);
            if (artifact.getExtension().equals("jar")) {
                dependencies.add(dependency(artifact, way));
            }
            node.getChildren().forEach(child -> add(child, way, seen, dependencies));
        }
    }

    private static boolean isRuntime(DependencyNode node) {
        return node.getDependency() != null
                && SCOPES.contains(node.getDependency().getScope());
    }

    private static Dependency dependency(Artifact artifact, Way way) {
        return new Dependency(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getClassifier(),
                Optional.ofNullable(artifact.getFile()).map(File::toPath),
                way.path(),
                way.declaration());
    }
}
