package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.engine.DockerfileInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltImagesTest {

    private static final Path REACTOR = Path.of("reactor").toAbsolutePath();
    private static final Path DIRECTORY = REACTOR.resolve("app");

    private static MavenProject project(String packaging) {
        Model model = new Model();
        model.setArtifactId("app");
        model.setPackaging(packaging);
        model.setBuild(new Build());
        model.getBuild().setDirectory(DIRECTORY.resolve("target").toString());
        model.getBuild().setFinalName("app-1.0");
        MavenProject project = new MavenProject(model);
        project.setFile(DIRECTORY.resolve("pom.xml").toFile());
        return project;
    }

    private static DockerfileInput dockerfile(String name, Path context) {
        return new DockerfileInput(DIRECTORY.resolve(name), name, context, Map.of(), Optional.empty());
    }

    private static boolean hasOwnCode(String packaging, Path context, String path) {
        List<DockerfileInput> inputs = List.of(dockerfile("Dockerfile", context));
        return new BuiltImages(project(packaging), inputs, Map.of()).hasOwnCode("Dockerfile", path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/app-1.0.jar",
                "./target/app-1.0.jar",
                "/target/app-1.0.jar",
                "target/*.jar",
                "target/app-*.jar",
                "target/app-1.0-exec.jar",
                "target/app-1.0-jar-with-dependencies.jar",
                "target/app-1.0.tar.gz",
                "target/app-1.0-bin.tar.gz",
                "target/app-1.0-distribution.zip",
                "target/classes",
                "target/classes/",
                "target/quarkus-app/",
                "target/dependency/BOOT-INF/classes"
            })
    void whatTheProjectMakes(String path) {
        assertThat(hasOwnCode("jar", DIRECTORY, path)).isTrue();
        assertThat(hasOwnCode("jar", REACTOR, "app/" + path.replaceFirst("^\\.?/", "")))
                .isTrue();
        assertThat(hasOwnCode("pom", DIRECTORY, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-1.0.jar",
                "target/agent.jar",
                "target/app-2.0.jar",
                "target/app-1.0-sources.jar",
                "target/app-1.0-agent.jar",
                "target/app-1.0-src.tar.gz",
                "target/other-bin.tar.gz",
                "target/app-1.0.war",
                "target/*.war",
                "target/lib/*.jar",
                "target/dependency/",
                "target/quarkus-app/lib/",
                "target",
                "target/",
                "../app/target/app-1.0.jar",
                "other/target/*.jar",
                "."
            })
    void whatMayBeSomethingElse(String path) {
        assertThat(hasOwnCode("jar", DIRECTORY, path)).isFalse();
    }

    @Test
    void theArchiveOfTheContextItself() {
        assertThat(hasOwnCode("jar", DIRECTORY.resolve("target"), "app-1.0.jar"))
                .isTrue();
        assertThat(hasOwnCode("war", DIRECTORY.resolve("target"), "*.war")).isTrue();
        assertThat(hasOwnCode("jar", DIRECTORY.resolve("src/main/docker"), "target/app-1.0.jar"))
                .isFalse();
    }

    @Test
    void anUnknownDockerfileHasNothing() {
        BuiltImages none = new BuiltImages(project("jar"), List.of(), Map.of());
        assertThat(none.hasOwnCode("Dockerfile", "target/app-1.0.jar")).isFalse();
        assertThat(none.isContextRoot("Dockerfile")).isFalse();
        assertThat(none.names("Dockerfile")).isEmpty();
    }

    @Test
    void theContextRoot() {
        List<DockerfileInput> inputs =
                List.of(dockerfile("one", DIRECTORY), dockerfile("two", DIRECTORY.resolve("docker")));
        BuiltImages images = new BuiltImages(project("jar"), inputs, Map.of());
        assertThat(images.isContextRoot("one")).isTrue();
        assertThat(images.isContextRoot("two")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/web",
                "acme/web:1.0",
                "acme/web:%l",
                "${registry}/acme/web:${tag}",
                "%g/acme/web",
                "acme/web@sha256:123"
            })
    void thePluginsNameWithoutWhatNobodyKnows(String name) {
        assertThat(names(name)).containsExactly("acme/web");
    }

    @Test
    void namesWithPlaceholders() {
        assertThat(names("registry.example.org:5000/acme/%a:%v")).containsExactly("registry.example.org:5000/acme/app");
        assertThat(names("acme/web-${stage}")).containsExactly("app");
    }

    @Test
    void theProjectsNameForItsOnlyDockerfile() {
        List<DockerfileInput> one = List.of(dockerfile("Dockerfile", DIRECTORY));
        assertThat(new BuiltImages(project("jar"), one, Map.of()).names("Dockerfile"))
                .containsExactly("app");
        List<DockerfileInput> two = List.of(dockerfile("Dockerfile", DIRECTORY), dockerfile("other", DIRECTORY));
        assertThat(new BuiltImages(project("jar"), two, Map.of()).names("Dockerfile"))
                .isEmpty();
    }

    private static Set<String> names(String name) {
        DockerfileInput input = dockerfile("Dockerfile", DIRECTORY);
        NamedDockerfile named = new NamedDockerfile(input.file(), DIRECTORY, Map.of(), Optional.empty(), Set.of(name));
        return new BuiltImages(project("jar"), List.of(input), Map.of(input.file(), named)).names("Dockerfile");
    }
}
