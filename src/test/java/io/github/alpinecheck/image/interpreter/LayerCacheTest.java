package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerCacheTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final BuildOptions USUAL = BuildOptions.on(DAY);

    private final LayerCache layers = new LayerCache();

    private StageModel last(String dockerfile, BuildOptions options) {
        Dockerfile syntax = Dockerfile.parse(SourceText.of("Dockerfile", dockerfile.replace('⏎', '\n')));
        List<StageModel> stages = Interpreter.interpret(syntax, options, BuildContext.UNKNOWN, layers)
                .stages();
        return stages.get(stages.size() - 1);
    }

    private Step step(int index, String dockerfile) {
        return last(dockerfile, USUAL).steps().get(index);
    }

    private static BuildOptions with(String name, String value) {
        return new BuildOptions(Map.of(name, value), Optional.empty(), DAY, reference -> Optional.empty());
    }

    @Test
    void whatBeginsAlikeIsRunOnce() {
        String alike = "FROM alpine:3.20⏎ARG A=1⏎ENV B=$A⏎WORKDIR /w⏎USER root⏎RUN apk add curl⏎";
        StageModel one = last(alike + "RUN rm /etc/motd", USUAL);
        StageModel other = last(alike + "RUN rm /etc/hosts", USUAL);

        assertThat(other.steps().subList(0, 5))
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(one.steps().subList(0, 5));
        assertThat(other.steps().get(5)).isNotEqualTo(one.steps().get(5));
    }

    @Test
    void theSameTextAtAnotherPlaceIsAnotherLayer() {
        Step early = step(0, "FROM alpine:3.20⏎RUN apk add curl");
        Step late = step(0, "FROM alpine:3.20⏎# a comment⏎RUN apk add curl");

        assertThat(late.invocations().get(0).span())
                .isNotEqualTo(early.invocations().get(0).span());
    }

    @Test
    void anotherTextAtTheSamePlaceIsAnotherLayer() {
        assertThat(step(0, "FROM alpine:3.20⏎WORKDIR /a").after().workdir().is("/a"))
                .isTrue();
        assertThat(step(0, "FROM alpine:3.20⏎WORKDIR /b").after().workdir().is("/b"))
                .isTrue();
    }

    @Test
    void theSameTextOnAnotherImageIsAnotherLayer() {
        assertThat(step(0, "FROM alpine:3.20⏎RUN apk add curl").after().release())
                .isNotEqualTo(
                        step(0, "FROM alpine:3.19⏎RUN apk add curl").after().release());
    }

    @Test
    void argumentsOfTheBuildMakeAnotherLayer() {
        String dockerfile = "FROM alpine:3.20⏎ARG DIR=/x⏎WORKDIR $DIR";

        assertThat(last(dockerfile, with("DIR", "/a")).result().workdir().is("/a"))
                .isTrue();
        assertThat(last(dockerfile, with("DIR", "/b")).result().workdir().is("/b"))
                .isTrue();
        assertThat(last(dockerfile, USUAL).result().workdir().is("/x")).isTrue();
    }

    @Test
    void argumentsBeforeFromMakeAnotherLayer() {
        String stage = "FROM alpine:3.20⏎ARG DIR⏎WORKDIR $DIR";

        assertThat(last("ARG DIR=/a⏎" + stage, USUAL).result().workdir().is("/a"))
                .isTrue();
        assertThat(last("ARG DIR=/b⏎" + stage, USUAL).result().workdir().is("/b"))
                .isTrue();
    }

    @Test
    void whatIsKnownOfImagesBelongsToTheDay() {
        BuildOptions early = BuildOptions.on(LocalDate.of(2024, 1, 1));

        assertThat(last("FROM alpine:3", early).result().release())
                .isNotEqualTo(last("FROM alpine:3", USUAL).result().release());
    }
}
