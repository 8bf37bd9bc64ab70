package io.github.alpinecheck.maven;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.ManifestFiles;
import io.github.alpinecheck.engine.NativeJars;
import io.github.alpinecheck.engine.ProjectFiles;
import io.github.alpinecheck.kubernetes.Manifest;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The project that Maven builds. Each question is answered once for all Dockerfiles and rules, which ask from several threads. */
final class PomProject implements Project {

    private final MavenProject project;
    private final CompilerRelease compilerRelease;
    private final RuntimeDependencies dependencies;
    private final ProjectFiles files;
    private final ManifestFiles manifestFiles;
    private final BuiltImages images;
    private final NativeJars jars;

    private @Nullable OptionalInt knownRelease;
    private @Nullable List<Dependency> knownDependencies;
    private @Nullable PackagedLibraries knownPackaged;
    private final Map<List<String>, List<Manifest>> knownManifests = new HashMap<>();

    PomProject(
            MavenProject project,
            Properties userProperties,
            RuntimeDependencies dependencies,
            ProjectFiles files,
            BuiltImages images,
            NativeJars jars) {
        this.project = project;
        this.compilerRelease = new CompilerRelease(project, userProperties);
        this.dependencies = dependencies;
        this.files = files;
        this.manifestFiles = new ManifestFiles(files);
        this.images = images;
        this.jars = jars;
    }

    @Override
    public synchronized OptionalInt javaRelease() {
        if (knownRelease == null) {
            knownRelease = compilerRelease.get();
        }
        return knownRelease;
    }

    @Override
    public synchronized List<Dependency> runtimeDependencies() {
        if (knownDependencies == null) {
            knownDependencies = dependencies.of(project, files::name);
        }
        return knownDependencies;
    }

    @Override
    public List<NativeFile> nativeFiles(Dependency library, Machine machine) {
        return library.file().map(jar -> jars.files(jar, machine)).orElse(List.of());
    }

    @Override
    public boolean isUnreadable(Dependency library, Machine machine) {
        return library.file().filter(jar -> jars.isUnreadable(jar, machine)).isPresent();
    }

    @Override
    public Presence packaged(Dependency library, Machine machine) {
        return packagedLibraries().presence(library, nativeFiles(library, machine));
    }

    private synchronized PackagedLibraries packagedLibraries() {
        if (knownPackaged == null) {
            knownPackaged = PackagedLibraries.of(Path.of(project.getBuild().getDirectory()), images);
        }
        return knownPackaged;
    }

    @Override
    public boolean isOwnCode(String dockerfile, String path) {
        return images.hasOwnCode(dockerfile, path);
    }

    @Override
    public boolean isContextRoot(String dockerfile) {
        return images.isContextRoot(dockerfile);
    }

    @Override
    public Set<String> imageNames(String dockerfile) {
        return images.names(dockerfile);
    }

    @Override
    public synchronized List<Manifest> manifests(List<String> patterns) {
        return knownManifests.computeIfAbsent(patterns, manifestFiles::read);
    }
}
