package io.github.alpinecheck.rules;

import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.JarMemory;
import io.github.alpinecheck.engine.NativeJars;
import io.github.alpinecheck.kubernetes.Manifest;
import io.github.alpinecheck.kubernetes.ManifestReader;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project of which a test says what is known. It is called {@code app}, builds {@code target/app.jar} and the image
 * {@code app}, and has its manifest in {@code k8s/app.yaml}.
 */
public record KnownProject(OptionalInt javaRelease, List<Dependency> runtimeDependencies, List<Manifest> manifests)
        implements Project {

    /** Nothing is known but its name. */
    public static final KnownProject EMPTY = new KnownProject(OptionalInt.empty(), List.of(), List.of());

    /** With classes for a Java release. */
    public KnownProject withRelease(int release) {
        return new KnownProject(OptionalInt.of(release), runtimeDependencies, manifests);
    }

    /** With one more library, which comes by the others that are named. */
    public KnownProject withDependency(String groupId, String artifactId, String... by) {
        return with(groupId, artifactId, "1.0", "", by);
    }

    /** With one more library, with its jar if the build has copied it for the tests. */
    public KnownProject withJar(String groupId, String artifactId, String version, String classifier, String... by) {
        return with(groupId, artifactId, version, classifier, by);
    }

    /** With one more library, which is in a jar. */
    public KnownProject withJar(String groupId, String artifactId, Path jar) {
        return withJar(groupId, artifactId, "1.0", jar);
    }

    /** With one more library of a version, which is in a jar. */
    public KnownProject withJar(String groupId, String artifactId, String version, Path jar) {
        return with(groupId, artifactId, version, "", Optional.of(jar));
    }

    private KnownProject with(String groupId, String artifactId, String version, String classifier, String... by) {
        String name = groupId + "." + artifactId + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier);
        Optional<Path> jar =
                Optional.of(Path.of("target/ground-truth", name + ".jar")).filter(Files::exists);
        return with(groupId, artifactId, version, classifier, jar, by);
    }

    private KnownProject with(
            String groupId, String artifactId, String version, String classifier, Optional<Path> jar, String... by) {
        List<String> path = Stream.of(Stream.of("app"), Stream.of(by), Stream.of(artifactId))
                .flatMap(part -> part)
                .toList();
        Declaration declaration = new Declaration("pom.xml", 7);
        Dependency dependency =
                new Dependency(groupId, artifactId, version, classifier, jar, path, Optional.of(declaration));
        return new KnownProject(
                javaRelease,
                Stream.concat(runtimeDependencies.stream(), Stream.of(dependency))
                        .toList(),
                manifests);
    }

    /** With a manifest. */
    public KnownProject withManifest(String yaml) {
        return new KnownProject(
                javaRelease,
                runtimeDependencies,
                ManifestReader.read(SourceText.of("k8s/app.yaml", yaml)).stream()
                        .toList());
    }

    @Override
    public List<NativeFile> nativeFiles(Dependency library, Machine machine) {
        return library.file().map(jar -> jars().files(jar, machine)).orElse(List.of());
    }

    @Override
    public boolean isUnreadable(Dependency library, Machine machine) {
        return library.file().filter(jar -> jars().isUnreadable(jar, machine)).isPresent();
    }

    private static NativeJars jars() {
        return new NativeJars(NativeJars.Shared::new, new JarMemory(Path.of("target", "no-such-file"), ""));
    }

    @Override
    public boolean isOwnCode(String dockerfile, String path) {
        return Set.of("target/app.jar", "target/*.jar", "target/classes").contains(path);
    }

    @Override
    public boolean isContextRoot(String dockerfile) {
        return true;
    }

    @Override
    public Set<String> imageNames(String dockerfile) {
        return Set.of("app");
    }

    @Override
    public List<Manifest> manifests(List<String> patterns) {
        return manifests;
    }
}
