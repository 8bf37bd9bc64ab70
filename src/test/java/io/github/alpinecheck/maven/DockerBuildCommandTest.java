package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerBuildCommandTest {

    @ParameterizedTest
    @CsvSource({
        "docker build .,                                        , .",
        "docker build -t app -f docker/app docker,              docker/app, docker",
        "docker build . --no-cache --file docker/app,           docker/app, .",
        "docker buildx build --push --file=docker/app -q ctx,   docker/app, ctx",
        "docker image build --pull -t a -t b --platform linux/amd64 ctx, , ctx",
        "podman build --layers -f Containerfile ctx,            Containerfile, ctx",
    })
    void fileAndContext(String line, String file, String context) {
        DockerBuildCommand command = parse(line).orElseThrow();
        assertThat(command.file()).isEqualTo(Optional.ofNullable(file));
        assertThat(command.context()).isEqualTo(context);
    }

    @Test
    void argumentsAndTarget() {
        DockerBuildCommand command = parse(
                        "docker build --build-arg A=1 --build-arg=B=x=y --build-arg HTTP_PROXY --target=app .")
                .orElseThrow();
        assertThat(command.buildArguments()).isEqualTo(Map.of("A", "1", "B", "x=y"));
        assertThat(command.target()).contains("app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run -f app .",
                "docker",
                "docker build",
                "docker build -",
                "docker build https://example.org/app.git",
                "make build -f app .",
            })
    void somethingElse(String line) {
        assertThat(parse(line)).isEmpty();
    }

    private static Optional<DockerBuildCommand> parse(String line) {
        return DockerBuildCommand.parse(List.of(line.split(" ")));
    }
}
