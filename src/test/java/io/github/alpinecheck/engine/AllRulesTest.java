package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.rules.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole Dockerfiles, checked with every rule that is on by default. */
class AllRulesTest {

    private static final String MIRROR_TIME_ZONE_AND_CERTIFICATES = """
            FROM alpine:%s
            RUN sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g' /etc/apk/repositories
            RUN apk update && apk --no-cache add tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo "Asia/Shanghai" > /etc/timezone
            ENV TZ Asia/Shanghai
            RUN apk add --no-cache ca-certificates && update-ca-certificates
            """;

    private final Path directory;

    AllRulesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Report check(String dockerfile, ConfigurationElement... rules) {
        try {
            Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile);
            RuleCatalog catalog = RuleCatalog.load(getClass().getClassLoader());
            Engine engine = new Engine(
                    RuleSetReader.read(catalog, RuleSetReader.defaults(catalog), List.of(rules)),
                    catalog.names(),
                    new Settings(RuleSpec.AS_OF, Locale.ENGLISH, List.of()));
            return engine.run(List.of(new DockerfileInput(file, "Dockerfile", directory, Map.of(), Optional.empty())));
        } catch (IOException | ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> show(Report report) {
        return report.findings().stream()
                .map(f -> f.rule() + " " + RuleSpec.show(f))
                .toList();
    }

    @Test
    void aMirrorForHttpOnAReleaseWithHttps() {
        Report report = check(MIRROR_TIME_ZONE_AND_CERTIFICATES.formatted("3.22"));
        assertThat(show(report))
                .containsExactly(
                        "effectiveMirror 2: «sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g'"
                                + " /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has"
                                + " \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\", so this sed changes nothing:"
                                + " apk still downloads from there",
                        "apkCache 3: «apk update» info: apk update leaves its index in this layer, and nothing needs"
                                + " it: apk add --no-cache fetches its own");
        assertThat(report.count(Severity.ERROR)).isZero();
    }

    @Test
    void theSameWhereItHelps() {
        assertThat(show(check(MIRROR_TIME_ZONE_AND_CERTIFICATES.formatted("3.12"))))
                .containsExactly(
                        "supportedRelease 1: «alpine:3.12» warning: the support of Alpine 3.12 ended on"
                                + " 2022-05-01: it gets no security updates any more",
                        "apkCache 3: «apk update» info: apk update leaves its index in this layer, and nothing needs"
                                + " it: apk add --no-cache fetches its own");
    }

    @Test
    void theSameWithTheMirrorThatIsRequired() {
        ConfigurationElement required = new ConfigurationElement(
                "requiredMirror", "", List.of(RuleSpec.parameters("urls", "https://mirrors.ustc.edu.cn/alpine")), "");
        assertThat(check(MIRROR_TIME_ZONE_AND_CERTIFICATES.formatted("3.12"), required)
                        .findings())
                .noneMatch(f -> f.rule().equals("requiredMirror"));
        assertThat(check(MIRROR_TIME_ZONE_AND_CERTIFICATES.formatted("3.22"), required)
                        .findings())
                .filteredOn(f -> f.rule().equals("requiredMirror"))
                .extracting(f -> f.source().text(f.span()))
                .containsExactly("apk update", "apk --no-cache add tzdata", "apk add --no-cache ca-certificates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                FROM debian:9
                ENV TZ=Asia/Beijing
                SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                RUN sed -i 's!http://archive.example.org!http://mirrors.ustc.edu.cn!' /etc/apt/sources.list \\
                    && apt-get update && apt-get install -y curl tzdata \\
                    && ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
                COPY company.crt /usr/local/share/ca-certificates/
                RUN update-ca-certificates && useradd -m app
                RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                HEALTHCHECK CMD curl -f http://localhost/
                ENTRYPOINT ["bash", "/start.sh"]
                """,
                """
                FROM eclipse-temurin:21 AS jre
                RUN jlink --add-modules java.base --output /jre
                FROM debian:12-slim
                COPY --from=jre /jre /jre
                """,
                "FROM ubuntu\nRUN apt-get update\n",
                "FROM scratch\nCOPY app /\nENTRYPOINT [\"/app\"]\n",
                "FROM example.org/company/base\nRUN apk add git && curl x && update-ca-certificates\nENV TZ=Asia/Shanghai\n",
                "# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL [\"powershell\", \"-Command\"]\nRUN curl x `\n  -o y\n",
                "ARG BASE\nFROM $BASE\nRUN curl x\n"
            })
    void whatIsNotAlpineIsNotJudged(String dockerfile) {
        assertThat(show(check(dockerfile))).isEmpty();
    }

    @Test
    void rulesAreSuppressedAboveAnInstructionAndForTheFile() {
        Report report = check("""
                # alpine-check ignore=supportedRelease the customer has extended support
                FROM alpine:3.12
                # alpine-check ignore=apkCache,timezoneName kept for the cache of the next stage
                RUN apk update && curl x
                ENV TZ=Asia/Beijing
                """);
        assertThat(report.findings())
                .extracting(f -> f.rule() + " " + f.severity().id())
                .containsExactly("unusedSuppression info", "availableCommands error", "timezoneName error");
        assertThat(report.suppressed()).hasSize(2);
    }

    @Test
    void theLevelOfThePomCounts() {
        ConfigurationElement level =
                new ConfigurationElement("apkCache", "", List.of(RuleSpec.parameter("level", "error")), "");
        assertThat(check("FROM alpine:3.22\nRUN apk add git\n", level).count(Severity.ERROR))
                .isEqualTo(1);
    }

    @Test
    void theBuildContextTellsFilesFromDirectories() throws IOException {
        Files.writeString(directory.resolve("repositories"), "https://mirrors.ustc.edu.cn/alpine/v3.22/main\n");
        Files.createDirectories(directory.resolve("tools.sh"));
        String dockerfile = """
                FROM alpine:3.22
                COPY %s /usr/bin/
                RUN curl https://example.org/
                """;
        assertThat(check(dockerfile.formatted("repositories")).findings())
                .extracting(f -> f.rule())
                .containsExactly("availableCommands");
        assertThat(check(dockerfile.formatted("tools.sh")).findings()).isEmpty();
    }

    @Test
    void scriptsOfTheBuildContextAreRead() throws IOException {
        Files.writeString(directory.resolve("start.sh"), "#!/bin/bash\n");
        Files.writeString(directory.resolve("other.sh"), "#!/bin/sh\r\n");
        String dockerfile = """
                FROM alpine:3.22
                COPY --chmod=755 . /opt/
                ENTRYPOINT ["/opt/start.sh"]
                HEALTHCHECK CMD /opt/other.sh
                """;
        assertThat(check(dockerfile).findings())
                .extracting(f -> f.rule())
                .containsExactly("scriptInterpreter", "scriptInterpreter");
        Files.writeString(directory.resolve(".dockerignore"), "*.sh\n");
        assertThat(check(dockerfile).findings()).isEmpty();
    }
}
