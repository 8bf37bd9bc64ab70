package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.Project.Dependency;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** In the order of the class path's tree; a library whose jar cannot be found is there without it. */
    List<Dependency> of(MavenProject project) {
        DependencyNode root = resolve(project).getDependencyGraph();
        List<Dependency> dependencies = new ArrayList<>();
        if (root != null) {
            add(
                    root,
                    List.of(project.getArtifactId()),
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    dependencies);
        }
        return List.copyOf(dependencies);
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
    private static void add(
            DependencyNode parent, List<String> path, Set<DependencyNode> seen, List<Dependency> dependencies) {
        for (DependencyNode node : parent.getChildren()) {
            if (isRuntime(node) && seen.add(node)) {
                Artifact artifact = node.getArtifact();
                List<String> trail = new ArrayList<>(path);
                trail.add(artifact.getArtifactId());
                if (artifact.getExtension().equals("jar")) {
                    dependencies.add(dependency(artifact, trail));
                }
                add(node, trail, seen, dependencies);
            }
        }
    }

    private static boolean isRuntime(DependencyNode node) {
        return node.getDependency() != null
                && SCOPES.contains(node.getDependency().getScope());
    }

    private static Dependency dependency(Artifact artifact, List<String> path) {
        return new Dependency(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getClassifier(),
                Optional.ofNullable(artifact.getFile()).map(File::toPath),
                path);
    }
}
