package io.github.alpinecheck.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.description.PackagesDescription.Added;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildDescriptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void theBaseIsThatOfTheFirstStageBelow() {
        BaseDescription base = image("FROM alpine:3.20 AS a\nFROM a\n").base();
        assertThat(base.reference().toString()).isEqualTo("alpine:3.20");
        assertThat(base.line()).isEqualTo(1);
        assertThat(base.alpine()).isEqualTo(Presence.PRESENT);
        assertThat(base.release().map(Release::version)).contains("3.20");
        assertThat(base.libc()).isEqualTo(Libc.MUSL);
    }

    @Test
    void ofAnUnknownImageNothingIsKnown() {
        ImageDescription image = image("FROM registry.acme.com/base:1\n");
        assertThat(image.base().known()).isFalse();
        assertThat(image.base().alpine()).isEqualTo(Presence.UNKNOWN);
        assertThat(image.user()).isEqualTo(PartialString.UNKNOWN);
        assertThat(image.packages().complete()).isFalse();
        assertThat(image.clock().libc().known()).isFalse();
        assertThat(image.clock().virtualMachine()).isEqualTo(Presence.UNKNOWN);
        assertThat(image.trust().system()).isEqualTo(Presence.UNKNOWN);
        assertThat(image.resolver().tcp()).isEqualTo(Presence.UNKNOWN);
        assertThat(image.repositories().lines()).isEmpty();
        assertThat(image.repositories().complete()).isFalse();
    }

    @Test
    void debianIsNoAlpine() {
        assertThat(image("FROM eclipse-temurin:21\n").base().alpine()).isEqualTo(Presence.ABSENT);
    }

    @Test
    void packagesSayWhichInstructionAskedForThem() {
        PackagesDescription packages = image("""
                FROM alpine:3.20
                RUN apk add --no-cache curl
                RUN apk add --no-cache --virtual .build gcc make
                RUN apk add --no-cache jq && apk del jq
                """).packages();
        assertThat(packages.added())
                .containsExactly(
                        new Added(".build", List.of("gcc", "make"), true, 3), new Added("curl", List.of(), true, 2));
        assertThat(packages.ofBase()).contains("busybox", "musl").doesNotContain("curl");
        assertThat(packages.complete()).isTrue();
    }

    @Test
    void afterAScriptFromElsewhereAnythingMayBeInstalled() {
        ImageDescription image = image("FROM alpine:3.20\nRUN wget -qO- https://example.com/x | sh\n");
        assertThat(image.packages().complete()).isFalse();
        assertThat(image.clock().virtualMachine()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aVariableIsSetByTheLastEnv() {
        ImageDescription image = image("FROM alpine:3.20\nENV A=1\nENV A=2 B=$A\n");
        assertThat(image.environment())
                .filteredOn(v -> !v.name().equals("PATH"))
                .extracting(v -> v.name() + "=" + v.value() + " " + v.line().orElse(0))
                .containsExactly("A=2 3", "B=1 3");
        assertThat(image.environmentComplete()).isTrue();
    }

    @Test
    void repositoriesAreThoseOfTheReleaseOrOfTheBuild() {
        RepositoriesDescription plain = image("FROM alpine:3.20\n").repositories();
        assertThat(plain.writtenAt()).isEmpty();
        assertThat(plain.lines())
                .extracting(line -> line.repository().orElseThrow().host())
                .containsOnly("dl-cdn.alpinelinux.org");
        RepositoriesDescription mirror = image(
                        "FROM alpine:3.20\nRUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/' /etc/apk/repositories\n")
                .repositories();
        assertThat(mirror.writtenAt()).hasValue(2);
        assertThat(mirror.lines())
                .extracting(line -> line.text().toString())
                .containsExactly(
                        "https://mirrors.ustc.edu.cn/alpine/v3.20/main",
                        "https://mirrors.ustc.edu.cn/alpine/v3.20/community");
    }

    @Test
    void libcAndJavaMayHaveDifferentTimes() {
        ClockDescription clock = image("""
                FROM alpine:3.20
                RUN apk add --no-cache openjdk17-jre
                ENV TZ=Asia/Shanghai
                CMD ["java", "-jar", "app.jar"]
                """).clock();
        assertThat(clock.libc()).isEqualTo(new ClockDescription.Zone(true, ""));
        assertThat(clock.java()).isEqualTo(new ClockDescription.Zone(true, "Asia/Shanghai"));
        assertThat(clock.zones()).isEqualTo(Presence.ABSENT);
        assertThat(clock.settings()).extracting(ClockDescription.Setting::line).containsExactly(3);
    }

    @Test
    void trust() {
        assertThat(image("FROM alpine:3.6\n").trust().system()).isEqualTo(Presence.ABSENT);
        assertThat(image("FROM alpine:3.20\n").trust().systemPath()).contains("/etc/ssl/certs/ca-certificates.crt");
        assertThat(image("FROM alpine:3.20\nCOPY certs /etc/ssl/certs/\n")
                        .trust()
                        .system())
                .isEqualTo(Presence.UNKNOWN);
        assertThat(image("FROM eclipse-temurin:21-jre-alpine-3.22\n").trust().java())
                .isEqualTo(TrustDescription.JavaStore.OWN);
        assertThat(image("FROM openjdk:8-jre-alpine\n").trust().java()).isEqualTo(TrustDescription.JavaStore.OF_SYSTEM);
    }

    @Test
    void names() {
        ResolverDescription old = image("FROM alpine:3.15\n").resolver();
        assertThat(old.tcp()).isEqualTo(Presence.ABSENT);
        assertThat(old.nsswitch()).isEqualTo(Presence.ABSENT);
        ResolverDescription current = image("FROM alpine:3.20\n").resolver();
        assertThat(current.tcp()).isEqualTo(Presence.PRESENT);
        assertThat(current.hosts().toString()).isEqualTo("hosts: files dns");
    }

    @Test
    void whatAContainerStarts() {
        StartDescription start = image("""
                FROM alpine:3.20
                HEALTHCHECK CMD curl -f http://localhost || exit 1
                ENTRYPOINT ["/bin/sh", "-c", "exec top"]
                """).start();
        assertThat(start.entrypoint().orElseThrow().text()).isEqualTo("/bin/sh -c 'exec top'");
        assertThat(start.cmd()).isEmpty();
        assertThat(start.healthcheck().orElseThrow().shell()).isTrue();
        assertThat(start.commands())
                .extracting(c -> c.by() + " " + c.name() + " " + c.there())
                .contains("entrypoint top PRESENT", "healthcheck curl ABSENT")
                .noneMatch(c -> c.contains("exit"));
    }

    @Test
    void instructionsSayWhatTheyAddAndTakeAway() {
        assertThat(changes("""
                FROM alpine:3.20
                RUN apk add --no-cache --virtual .build gcc \\
                    # a comment
                 && echo a > /x
                RUN apk del .build && rm /x
                RUN sed -i s/http:/https:/ /etc/apk/repositories
                RUN ln -s /usr/share/zoneinfo/UTC /etc/localtime
                RUN ./configure
                ENV A=b
                USER app
                WORKDIR /srv
                """))
                .containsExactly(
                        "RUN apk add --no-cache --virtual .build gcc && echo a > /x: PACKAGE .build gcc, FILE /x ",
                        "RUN apk del .build && rm /x: NO_PACKAGE .build , NO_FILE /x ",
                        "RUN sed -i s/http:/https:/ /etc/apk/repositories: SAME_FILE /etc/apk/repositories ",
                        "RUN ln -s /usr/share/zoneinfo/UTC /etc/localtime: LINK /etc/localtime /usr/share/zoneinfo/UTC",
                        "RUN ./configure: ANY_PACKAGE  , ANY_FILE / ",
                        "ENV A=b: VARIABLE A b",
                        "USER app: USER  app",
                        "WORKDIR /srv: DIRECTORY /srv , WORKING_DIRECTORY  /srv");
    }

    @Test
    void stagesSayWhetherTheResultNeedsThem() {
        List<StageDescription> stages = build("""
                FROM maven:3.9 AS build
                FROM alpine:3.20 AS unused
                FROM alpine:3.20
                COPY --from=build /app.jar /
                """).stages();
        assertThat(stages).extracting(StageDescription::needed).containsExactly(true, false, true);
        assertThat(stages).extracting(StageDescription::shipped).containsExactly(false, false, true);
        assertThat(stages.get(0).name()).contains("build");
    }

    @Test
    void aFileWithoutFromHasNoImage() {
        assertThat(build("ARG A\n").image()).isEqualTo(Optional.empty());
    }

    private static List<String> changes(String dockerfile) {
        return build(dockerfile).stages().get(0).instructions().stream()
                .map(i -> i.keyword() + " " + i.text() + ": "
                        + String.join(
                                ", ",
                                i.changes().stream()
                                        .map(c -> c.kind() + " " + c.subject() + " " + c.value())
                                        .toList()))
                .toList();
    }

    private static ImageDescription image(String dockerfile) {
        return build(dockerfile).image().orElseThrow();
    }

    private static BuildDescription build(String dockerfile) {
        return BuildDescription.of(
                Interpreter.interpret(
                        Dockerfile.parse(SourceText.of("Dockerfile", dockerfile)),
                        BuildOptions.on(DAY),
                        BuildContext.UNKNOWN),
                DAY);
    }
}
