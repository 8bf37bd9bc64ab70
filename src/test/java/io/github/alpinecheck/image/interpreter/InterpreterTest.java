package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Dockerfile computes. In the tables ⏎ is a line end and ? what is not known. */
class InterpreterTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static Build build(String dockerfile, BuildOptions options, BuildContext context) {
        return Interpreter.interpret(Dockerfile.parse(SourceText.of("Dockerfile", dockerfile)), options, context);
    }

    private static Build build(String dockerfile) {
        return build(dockerfile.replace('⏎', '\n'), BuildOptions.on(AS_OF), BuildContext.UNKNOWN);
    }

    private static ImageState image(String dockerfile) {
        return build(dockerfile).result().orElseThrow().result();
    }

    private static String show(PartialString value) {
        return value.pattern().replace(PartialString.HOLE, '?');
    }

    private static String variable(ImageState image, String name) {
        return Optional.ofNullable(image.environment().get(name))
                .map(InterpreterTest::show)
                .orElse("unset");
    }

    /** The file's content; or where it leads, or that it is absent, unknown, a directory. */
    private static String file(ImageState image, String path) {
        FileNode node = image.file(path);
        if (node instanceof FileNode.Regular regular) {
            return show(regular.content()).replace('\n', '⏎');
        } else if (node instanceof FileNode.Link link) {
            return "-> " + show(link.target());
        } else if (node instanceof FileNode.Program program) {
            return program.kind() + " " + program.libc();
        }
        return node.equals(FileNode.ABSENT) ? "absent" : node.equals(FileNode.UNKNOWN) ? "unknown" : "directory";
    }

    @Nested
    class Variables {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "ENV X=a                                       → a",
                    "ENV X a b                                     → a b",
                    "ENV X=\"a b\"                                 → a b",
                    "ENV X='$Y'                                    → $Y",
                    "ENV Y=b X=$Y                                  → ``",
                    "ENV Y=b⏎ENV X=$Y                              → b",
                    "ENV X=a⏎ENV X=${X}b                           → ab",
                    "ENV X=${Y:-c}                                 → c",
                    "ENV X=${Y:+c}                                 → ``",
                    "ARG Y=b⏎ENV X=$Y                              → b",
                    "ARG Y⏎ENV X=$Y                                → ?",
                    "ARG Y⏎ENV X=a$Y                               → a?",
                    "ENV Y=env⏎ARG Y=arg⏎ENV X=$Y                  → ?",
                    "ARG Y=arg⏎ENV Y=env⏎ENV X=$Y                  → env",
                    "ENV Y=a⏎ARG Y=a⏎ENV X=$Y                      → a",
                    "ENV Y=env⏎ARG Y⏎ENV X=$Y                      → ?",
                    "ARG Y=b Z=$Y⏎ENV X=$Z                         → b",
                    "ARG Y=b⏎ARG Z=$Y⏎ENV X=$Z                     → b",
                    "ARG TARGETARCH⏎ENV X=$TARGETARCH              → ?",
                    "RUN export X=a                                → unset",
                    "ARG X=a                                       → unset",
                    "ENV X=$HTTP_PROXY                             → ?",
                })
        void values(String instructions, String x) {
            assertThat(variable(image("FROM alpine:3.22⏎" + instructions), "X")).isEqualTo(x);
        }

        @Test
        void argumentsBeforeFromAreForFromAndForThoseWhoAskForThem() {
            String dockerfile = """
                    ARG RELEASE=3.22
                    FROM alpine:${RELEASE}
                    ENV A=$RELEASE
                    ARG RELEASE
                    ENV B=$RELEASE
                    """;
            ImageState image = image(dockerfile);
            assertThat(image.release()).hasToString("Optional[Alpine 3.22]");
            assertThat(variable(image, "A")).isEmpty();
            assertThat(variable(image, "B")).isEqualTo("3.22");
        }

        @Test
        void theCommandLineGoesBeforeTheDefault() {
            BuildOptions options = new BuildOptions(
                    Map.of("RELEASE", "3.20", "B", "given"), Optional.empty(), AS_OF, reference -> Optional.empty());
            ImageState image = build(
                            "ARG RELEASE=3.22\nFROM alpine:$RELEASE\nARG B=default\nENV B=$B\n",
                            options,
                            BuildContext.UNKNOWN)
                    .result()
                    .orElseThrow()
                    .result();
            assertThat(image.release()).hasToString("Optional[Alpine 3.20]");
            assertThat(variable(image, "B")).isEqualTo("given");
        }

        @Test
        void argumentsEndWithTheirStageAndTheEnvironmentGoesOn() {
            ImageState image = image("""
                    FROM alpine:3.22 AS base
                    ARG A=a
                    ENV B=b
                    FROM base
                    ENV C=$A$B
                    """);
            assertThat(variable(image, "C")).isEqualTo("b");
        }

        @Test
        void ofAnUnknownImageNoVariableIsKnownToBeUnset() {
            assertThat(variable(image("FROM example.org/base⏎ENV X=${Y:-z}"), "X"))
                    .isEqualTo("?");
        }
    }

    @Nested
    class Directories {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "                              → /",
                    "WORKDIR /a                    → /a",
                    "WORKDIR /a⏎WORKDIR b          → /a/b",
                    "WORKDIR /a⏎WORKDIR ../b       → /b",
                    "ENV D=/d⏎WORKDIR $D/e         → /d/e",
                    "ARG D⏎WORKDIR $D              → ?",
                    "ARG D⏎WORKDIR $D⏎WORKDIR /a   → /a",
                    "RUN cd /a                     → /",
                })
        void workdir(String instructions, String path) {
            String given = instructions == null ? "" : instructions;
            assertThat(show(image("FROM alpine:3.22⏎" + given).workdir())).isEqualTo(path);
        }

        @Test
        void theyAreMade() {
            assertThat(file(image("FROM alpine:3.22⏎WORKDIR /a/b"), "/a/b")).isEqualTo("directory");
        }

        @Test
        void relativePathsStartThere() {
            assertThat(file(image("FROM alpine:3.22⏎WORKDIR /etc⏎RUN echo a > timezone"), "/etc/timezone"))
                    .isEqualTo("a⏎");
        }

        @Test
        void userAndShellAndDirectoryGoOnInTheNextStage() {
            ImageState image = image("""
                    FROM alpine:3.22 AS base
                    USER app
                    WORKDIR /app
                    SHELL ["/bin/ash", "-e", "-c"]
                    FROM base
                    """);
            assertThat(image.user().is("app")).isTrue();
            assertThat(image.workdir().is("/app")).isTrue();
            assertThat(image.shell()).containsExactly("/bin/ash", "-e", "-c");
        }
    }

    @Nested
    class Shells {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "RUN echo a > /etc/timezone                                                      → a⏎",
                    "RUN [\"sh\", \"-c\", \"echo a > /etc/timezone\"]                                → a⏎",
                    "RUN [\"touch\", \"/etc/timezone\"]                                              → ``",
                    "RUN [\"echo\", \"a\", \">\", \"/etc/timezone\"]                                  → absent",
                    "RUN <<E⏎echo a > /etc/timezone⏎E                                                → a⏎",
                    "RUN <<E cat > /etc/timezone⏎a⏎E                                                 → a⏎",
                    "RUN cat <<E > /etc/timezone⏎a⏎E                                                 → a⏎",
                    "RUN <<-E cat > /etc/timezone⏎\ta⏎\tE                                            → a⏎",
                    "RUN <<E⏎#!/usr/bin/env perl⏎echo a⏎E                                            → unknown",
                    "RUN <<E sh⏎echo a > /etc/timezone⏎E                                             → unknown",
                    "SHELL [\"/bin/ash\", \"-c\"]⏎RUN echo a > /etc/timezone                         → a⏎",
                    "SHELL [\"/usr/bin/perl\", \"-e\"]⏎RUN echo a                                    → unknown",
                    "SHELL [\"/bin/sh\"]⏎RUN echo a > /etc/timezone                                  → unknown",
                    "RUN false; echo a > /etc/timezone                                               → a⏎",
                    "SHELL [\"/bin/sh\", \"-ec\"]⏎RUN ls x; echo a > /etc/timezone                    → a⏎",
                    "ONBUILD RUN echo a > /etc/timezone                                              → absent",
                    "RUN true \\⏎ # comment⏎ && echo a \\⏎⏎ > /etc/timezone                          → a⏎",
                    "FOO echo a                                                                      → unknown",
                })
        void run(String instructions, String content) {
            assertThat(file(image("FROM alpine:3.22⏎" + instructions + "⏎"), "/etc/timezone"))
                    .isEqualTo(content);
        }
    }

    @Nested
    class Transfers {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "COPY timezone.conf /etc/timezone                        → ?",
                    "COPY timezone /etc/                                     → unknown",
                    "COPY a.txt /etc/                                        → absent",
                    "COPY a.txt /opt/                                        → absent",
                    "COPY etc/ /etc/                                         → unknown",
                    "COPY . /                                                → unknown",
                    "COPY . /app                                             → absent",
                    "ADD https://example.org/a.conf /etc/timezone            → ?",
                    "ADD a.tar.gz /                                          → unknown",
                    "ADD a.tar.gz /opt                                       → absent",
                    "COPY <<E /etc/timezone⏎Asia/Tokyo⏎E                     → Asia/Tokyo⏎",
                    "COPY <<timezone /etc/⏎Asia/Tokyo⏎timezone               → Asia/Tokyo⏎",
                    "COPY <<\"E\" /etc/timezone⏎$TZ⏎E                        → $TZ⏎",
                    "COPY --from=tz /etc/timezone /etc/timezone              → Europe/Rome⏎",
                    "COPY --from=tz /etc/timezone /etc/                      → Europe/Rome⏎",
                    "COPY --from=0 /etc/timezone /etc/timezone               → Europe/Rome⏎",
                    "COPY --from=TZ /etc/timezone /etc/timezone              → Europe/Rome⏎",
                    "COPY --from=example.org/x /etc/timezone /etc/timezone   → unknown",
                    "COPY --from=tz /etc /etc                                → unknown",
                    "COPY --parents --from=tz /etc/timezone /                → unknown",
                    "ARG D⏎COPY a.txt $D/                                    → unknown",
                    "ARG D⏎COPY a.txt /opt/$D/                               → absent",
                    "WORKDIR /etc⏎COPY --from=tz /etc/timezone .             → Europe/Rome⏎",
                })
        void timezone(String instruction, String content) {
            String dockerfile =
                    "FROM alpine:3.22 AS tz⏎RUN echo Europe/Rome > /etc/timezone⏎FROM alpine:3.22⏎" + instruction + "⏎";
            assertThat(file(image(dockerfile), "/etc/timezone")).isEqualTo(content);
        }

        @Test
        void theBuildContextTellsAFileFromADirectory() {
            BuildContext context =
                    path -> path.equals("timezone") ? BuildContext.Kind.FILE : BuildContext.Kind.DIRECTORY;
            String dockerfile = "FROM alpine:3.22\nCOPY timezone /etc/\nCOPY zones.txt /etc/localtime\n";
            ImageState image = build(dockerfile, BuildOptions.on(AS_OF), context)
                    .result()
                    .orElseThrow()
                    .result();
            assertThat(file(image, "/etc/timezone")).isEqualTo("?");
            assertThat(file(image, "/etc/localtime")).isEqualTo("unknown");
        }

        @Test
        void aRunTimeImageKeepsItsLibcOnItsWay() {
            ImageState image = image("""
                    FROM eclipse-temurin:21 AS build
                    RUN jlink --add-modules java.base --output /build/jre
                    FROM scratch AS files
                    COPY --from=build /build /out
                    FROM alpine:3.22
                    COPY --from=files /out/jre /opt/jre
                    """);
            assertThat(file(image, "/opt/jre")).isEqualTo("RUNTIME_IMAGE GLIBC");
        }
    }

    @Nested
    class Mounts {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "apk add git                                                             → ?",
                    "--mount=type=cache,target=/var/cache/apk apk add git                    → absent",
                    "--mount=type=cache,dst=/var/cache/apk apk add git                       → absent",
                    "--mount=type=cache,destination=/var/cache apk add git                   → absent",
                    "--mount=target=/var/cache/apk,type=tmpfs apk add git                    → absent",
                    "--mount=type=cache,target=/root/.m2 apk add git                         → ?",
                    "--mount=type=secret,id=x apk add git                                    → ?",
                    "--mount=type=cache,target=/etc/apk/cache apk add git                    → absent",
                })
        void index(String run, String index) {
            ImageState image = image("FROM alpine:3.22⏎RUN " + run);
            FileNode node = image.file("/var/cache/apk/APKINDEX.tar.gz");
            assertThat(node instanceof FileNode.Regular ? "?" : "absent").isEqualTo(index);
            assertThat(image.packagePresence("git")).isEqualTo(Presence.PRESENT);
        }

        @Test
        void whatIsMountedIsSeenWhileItRunsOnly() {
            String dockerfile = """
                    FROM alpine:3.22
                    RUN --mount=type=bind,source=tools,target=/usr/local/bin curl x
                    RUN curl y
                    """;
            List<io.github.alpinecheck.image.Invocation> all =
                    build(dockerfile).stages().get(0).invocations();
            assertThat(all.get(0).before().command("curl")).isEqualTo(Presence.UNKNOWN);
            assertThat(all.get(1).before().command("curl")).isEqualTo(Presence.ABSENT);
        }
    }

    @Nested
    class Stages {

        private static final String FOUR = """
                FROM alpine:3.22 AS base
                FROM base AS tools
                FROM alpine:3.22 AS unused
                FROM base AS app
                COPY --from=tools /x /x
                """;

        private static List<String> shipped(Build build) {
            return build.stages().stream()
                    .filter(StageModel::shipped)
                    .map(s -> s.name().orElse(""))
                    .toList();
        }

        private static List<String> needed(Build build) {
            return build.stages().stream()
                    .filter(StageModel::needed)
                    .map(s -> s.name().orElse(""))
                    .toList();
        }

        @Test
        void theLastIsTheResult() {
            assertThat(shipped(build(FOUR))).containsExactly("base", "app");
            assertThat(needed(build(FOUR))).containsExactly("base", "tools", "app");
        }

        @ParameterizedTest
        @CsvSource({
            "tools, base tools, base tools",
            "TOOLS, base tools, base tools",
            "2, unused, unused",
            "0, base, base"
        })
        void theTargetIsTheResult(String target, String shipped, String needed) {
            BuildOptions options =
                    new BuildOptions(Map.of(), Optional.of(target), AS_OF, reference -> Optional.empty());
            Build build = build(FOUR, options, BuildContext.UNKNOWN);
            assertThat(shipped(build)).containsExactly(shipped.split(" ", -1));
            assertThat(needed(build)).containsExactly(needed.split(" ", -1));
        }

        @Test
        void aMountNeedsItsStage() {
            assertThat(needed(build("FROM alpine:3.22 AS a⏎FROM alpine:3.22 AS b⏎RUN --mount=from=a,target=/a ls /a")))
                    .containsExactly("a", "b");
        }

        @Test
        void aNameThatComesLaterIsAnImage() {
            Build build = build("FROM later AS a⏎FROM alpine:3.22 AS later");
            assertThat(build.stages().get(0).parent()).isEmpty();
            assertThat(build.stages().get(0).initial().isAlpine()).isFalse();
        }

        @Test
        void theLatestOfTwoStagesOfOneNameCounts() {
            ImageState image = image("FROM alpine:3.20 AS a⏎FROM alpine:3.22 AS a⏎FROM a");
            assertThat(image.release()).hasToString("Optional[Alpine 3.22]");
        }

        @Test
        void packagesAndFilesGoOn() {
            ImageState image =
                    image("FROM alpine:3.22 AS a⏎RUN apk add tzdata && echo x > /etc/timezone⏎FROM a AS b⏎FROM b");
            assertThat(image.packagePresence("tzdata")).isEqualTo(Presence.PRESENT);
            assertThat(file(image, "/etc/timezone")).isEqualTo("x⏎");
        }

        @Test
        void noStageIsNoResult() {
            assertThat(build("ARG A=b⏎# nothing").result()).isEmpty();
        }
    }

    @Nested
    class Starts {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "CMD [\"a\"]                                                         → a",
                    "CMD [\"a\"]⏎CMD [\"b\"]                                             → b",
                    "ENTRYPOINT [\"a\"]                                                  → a",
                    "ENTRYPOINT [\"a\"]⏎CMD [\"b\"]                                      → a",
                    "CMD [\"b\"]⏎ENTRYPOINT [\"a\"]                                      → a",
                    "CMD [\"a\"]⏎HEALTHCHECK CMD b                                       → a",
                    "CMD exec a                                                          → a",
                    "CMD [\"sh\", \"-c\", \"b=c exec a d\"]                              → a",
                })
        void main(String instructions, String program) {
            StageModel stage =
                    build("FROM alpine:3.22⏎" + instructions).result().orElseThrow();
            assertThat(stage.starts().main().orElseThrow().invocations().get(0).words())
                    .extracting(Operand::toString)
                    .startsWith(program);
        }

        @Test
        void anEntrypointResetsTheCmdOfTheBaseOnly() {
            String base = "FROM alpine:3.22 AS base⏎CMD [\"a\"]⏎FROM base⏎";
            assertThat(image(base + "ENTRYPOINT [\"b\"]").processes().cmd()).isEmpty();
            assertThat(image(base + "CMD [\"c\"]⏎ENTRYPOINT [\"b\"]")
                            .processes()
                            .cmd())
                    .isPresent();
            assertThat(image(base + "ENTRYPOINT [\"b\"]⏎CMD [\"c\"]")
                            .processes()
                            .cmd())
                    .isPresent();
        }

        @Test
        void aHealthcheckCanBeTakenBack() {
            assertThat(image("FROM alpine:3.22⏎HEALTHCHECK CMD a⏎HEALTHCHECK NONE")
                            .processes()
                            .healthcheck()
                            .flatMap(h -> h.command()))
                    .isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "curl x                        → true",
                    "curl x || true                → false",
                    "curl x || wget x              → false",
                    "curl x || exit 1              → true",
                    "curl x; true                  → false",
                    "wget x                        → false",
                    "test \"$(curl x)\" = UP       → true",
                    "cd /tmp && curl x             → true",
                    "[ -z \"$X\" ] || curl x       → false",
                })
        void failure(String script, boolean fails) {
            StageModel stage = build("FROM alpine:3.22⏎CMD " + script).result().orElseThrow();
            assertThat(stage.starts().main().orElseThrow().fails()).isEqualTo(fails);
        }
    }
}
