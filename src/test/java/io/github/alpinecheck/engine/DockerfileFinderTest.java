package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.rule.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileFinderTest {

    private static final List<String> NONE = List.of();

    @TempDir
    private Path project;

    @BeforeEach
    void files() throws IOException {
        for (String file : List.of(
                "Dockerfile",
                "Dockerfile.dockerignore",
                "Dockerfile.j2",
                "Dockerfile.d/part",
                "README.Dockerfile.md",
                "app.Dockerfile",
                "Containerfile",
                "docker/Containerfile.debug",
                "docker/deep/Dockerfile",
                "src/docker/Dockerfile",
                "src/main/docker/Dockerfile.jvm",
                "src/main/docker/Dockerfile.native-micro",
                "src/test/resources/Dockerfile",
                "target/docker/Dockerfile")) {
            Path path = project.resolve(file);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        }
    }

    @Test
    void theUsualPlaces() throws Exception {
        assertThat(find(NONE, NONE))
                .containsExactly(
                        "Containerfile",
                        "Dockerfile",
                        "app.Dockerfile",
                        "docker/Containerfile.debug",
                        "src/docker/Dockerfile",
                        "src/main/docker/Dockerfile.jvm",
                        "src/main/docker/Dockerfile.native-micro");
    }

    @Test
    void includesReplaceTheUsualPlaces() throws Exception {
        assertThat(find(List.of("docker/*"), NONE)).containsExactly("docker/Containerfile.debug");
        assertThat(find(List.of("**/Dockerfile"), NONE))
                .as("also in the project's directory, not in what the build wrote")
                .containsExactly(
                        "Dockerfile",
                        "docker/deep/Dockerfile",
                        "src/docker/Dockerfile",
                        "src/test/resources/Dockerfile");
        assertThat(find(List.of("src/**/Dockerfile{,.jvm}"), NONE))
                .containsExactly(
                        "src/docker/Dockerfile", "src/main/docker/Dockerfile.jvm", "src/test/resources/Dockerfile");
    }

    @Test
    void anIncludeWithoutWildcardsIsThatFileWhereverItIs() throws Exception {
        assertThat(find(List.of("target/docker/Dockerfile"), NONE)).containsExactly("target/docker/Dockerfile");
        assertThat(find(List.of("missing"), NONE)).isEmpty();
    }

    @Test
    void excludesAlwaysWin() throws Exception {
        assertThat(find(NONE, List.of("src/**", "**/*.Dockerfile")))
                .containsExactly("Containerfile", "Dockerfile", "docker/Containerfile.debug");
        assertThat(find(List.of("Dockerfile"), List.of("Dockerfile"))).isEmpty();
    }

    @Test
    void filesThatOtherPluginsNameBelongToTheUsualPlaces() throws Exception {
        Path named = project.resolve("docker/deep/Dockerfile");
        assertThat(finder().find(NONE, NONE, List.of(named))).contains(named);
        assertThat(finder().find(List.of("Dockerfile"), NONE, List.of(named))).doesNotContain(named);
    }

    @Test
    void aFileOutsideTheProjectHasARelativeNameToo() {
        assertThat(finder().name(project.resolveSibling("other").resolve("Dockerfile")))
                .isEqualTo("../other/Dockerfile");
    }

    @Test
    void whatCannotBeMeantIsToldAtOnce() {
        assertThatThrownBy(() -> find(List.of("[", "docker/*"), List.of("{")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("\"[\"", "\"{\"");
    }

    private DockerfileFinder finder() {
        return new DockerfileFinder(new ProjectFiles(project, project.resolve("target")));
    }

    private List<String> find(List<String> includes, List<String> excludes) throws Exception {
        Stream<Path> files = finder().find(includes, excludes, List.of()).stream();
        return files.map(finder()::name).toList();
    }
}
