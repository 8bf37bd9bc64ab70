package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.SyntaxProblem.Kind;
import io.github.alpinecheck.text.SourceText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BuildKit refuses: the line after a FROM, the kind, what is underlined, and the arguments of the message. */
class SyntaxProblemsTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("RUNN a", Kind.UNKNOWN_INSTRUCTION, "RUNN", "RUNN", "RUN"),
                refused("apk add x", Kind.UNKNOWN_INSTRUCTION, "apk", "apk", ""),
                refused("&& something", Kind.UNKNOWN_INSTRUCTION, "&&", "&&", ""),
                refused("CPOY a b", Kind.UNKNOWN_INSTRUCTION, "CPOY", "CPOY", "COPY"),
                refused("\\", Kind.UNKNOWN_INSTRUCTION, "", "", ""),
                refused("COPY a", Kind.MISSING_ARGUMENT, "COPY", "COPY"),
                refused("COPY [\"a\"]", Kind.MISSING_ARGUMENT, "COPY", "COPY"),
                refused("add --link", Kind.MISSING_ARGUMENT, "add", "ADD"),
                refused("ENV", Kind.MISSING_ARGUMENT, "ENV", "ENV"),
                refused("ENV PATH", Kind.MISSING_ARGUMENT, "ENV", "ENV"),
                refused("LABEL", Kind.MISSING_ARGUMENT, "LABEL", "LABEL"),
                refused("ARG", Kind.MISSING_ARGUMENT, "ARG", "ARG"),
                refused("EXPOSE", Kind.MISSING_ARGUMENT, "EXPOSE", "EXPOSE"),
                refused("VOLUME []", Kind.MISSING_ARGUMENT, "VOLUME", "VOLUME"),
                refused("VOLUME [\"/a\", \" \"]", Kind.MISSING_ARGUMENT, "VOLUME", "VOLUME"),
                refused("USER", Kind.MISSING_ARGUMENT, "USER", "USER"),
                refused("WORKDIR", Kind.MISSING_ARGUMENT, "WORKDIR", "WORKDIR"),
                refused("STOPSIGNAL", Kind.MISSING_ARGUMENT, "STOPSIGNAL", "STOPSIGNAL"),
                refused("MAINTAINER", Kind.MISSING_ARGUMENT, "MAINTAINER", "MAINTAINER"),
                refused("SHELL []", Kind.MISSING_ARGUMENT, "SHELL", "SHELL"),
                refused("HEALTHCHECK", Kind.MISSING_ARGUMENT, "HEALTHCHECK", "HEALTHCHECK"),
                refused("HEALTHCHECK CMD", Kind.MISSING_ARGUMENT, "HEALTHCHECK", "HEALTHCHECK"),
                refused("HEALTHCHECK CMD []", Kind.MISSING_ARGUMENT, "HEALTHCHECK", "HEALTHCHECK"),
                refused("ONBUILD", Kind.MISSING_ARGUMENT, "ONBUILD", "ONBUILD"),
                refused("ONBUILD COPY a", Kind.MISSING_ARGUMENT, "COPY", "COPY"),
                refused("FROM", Kind.MISSING_ARGUMENT, "FROM", "FROM"),
                refused("FROM a b", Kind.BAD_ARGUMENT, "b", "FROM", "b"),
                refused("FROM a AS", Kind.BAD_ARGUMENT, "AS", "FROM", "AS"),
                refused("FROM a AS b c d", Kind.BAD_ARGUMENT, "c d", "FROM", "c d"),
                refused("FROM a AS 1b", Kind.BAD_ARGUMENT, "1b", "FROM", "1b"),
                refused("FROM a AS b/c", Kind.BAD_ARGUMENT, "b/c", "FROM", "b/c"),
                refused("ENV a=b c d=e", Kind.BAD_ARGUMENT, "c", "ENV", "c"),
                refused("ENV a=b =c", Kind.BAD_ARGUMENT, "=c", "ENV", "=c"),
                refused("ARG a =c", Kind.BAD_ARGUMENT, "=c", "ARG", "=c"),
                refused("SHELL /bin/sh -c", Kind.BAD_ARGUMENT, "/bin/sh -c", "SHELL", "/bin/sh -c"),
                refused("HEALTHCHECK curl x", Kind.BAD_ARGUMENT, "curl", "HEALTHCHECK", "curl"),
                refused("HEALTHCHECK NONE x", Kind.BAD_ARGUMENT, "x", "HEALTHCHECK", "x"),
                refused("COPY a <<EOT\nEOT", Kind.BAD_ARGUMENT, "<<EOT", "COPY", "<<EOT"),
                refused("ONBUILD ONBUILD RUN a", Kind.BAD_ARGUMENT, "ONBUILD", "ONBUILD", "ONBUILD"),
                refused("ONBUILD from a", Kind.BAD_ARGUMENT, "from", "ONBUILD", "FROM"),
                refused("ONBUILD MAINTAINER a", Kind.BAD_ARGUMENT, "MAINTAINER", "ONBUILD", "MAINTAINER"),
                refused("ONBUILD RNU a", Kind.UNKNOWN_INSTRUCTION, "RNU", "RNU", "RUN"),
                refused("CMD [\"a\", 1]", Kind.BAD_JSON, "[\"a\", 1]", "CMD"),
                refused("RUN [[\"a\"]]", Kind.BAD_JSON, "[[\"a\"]]", "RUN"),
                refused(
                        "COPY [{\"a\": [true, -1.5e3]}, null]",
                        Kind.BAD_JSON,
                        "[{\"a\": [true, -1.5e3]}, null]",
                        "COPY"),
                refused("HEALTHCHECK CMD [{}]", Kind.BAD_JSON, "[{}]", "HEALTHCHECK"),
                refused("COPY --form=x a b", Kind.UNKNOWN_FLAG, "--form=x", "COPY", "--form", "--from"),
                refused("RUN --user=x a", Kind.UNKNOWN_FLAG, "--user=x", "RUN", "--user", ""),
                refused("FROM --from=x a", Kind.UNKNOWN_FLAG, "--from=x", "FROM", "--from", ""),
                refused("USER --x a", Kind.UNKNOWN_FLAG, "--x", "USER", "--x", ""),
                refused("ONBUILD COPY --lnk a b", Kind.UNKNOWN_FLAG, "--lnk", "COPY", "--lnk", "--link"),
                refused("COPY --link --link a b", Kind.DUPLICATE_FLAG, "--link", "COPY", "--link"),
                refused("COPY --from a b", Kind.MISSING_FLAG_VALUE, "--from", "COPY", "--from"),
                refused("COPY --link=yes a b", Kind.BAD_FLAG_VALUE, "--link=yes", "COPY", "--link", "yes"),
                refused("COPY --link= a b", Kind.BAD_FLAG_VALUE, "--link=", "COPY", "--link", ""),
                refused("COPY --from=$x a b", Kind.BAD_FLAG_VALUE, "--from=$x", "COPY", "--from", "$x"),
                refused("COPY --from='${x' a b", Kind.BAD_FLAG_VALUE, "--from='${x'", "COPY", "--from", "${x"),
                refused("RUN --network=x a", Kind.BAD_FLAG_VALUE, "--network=x", "RUN", "--network", "x"),
                refused("RUN --security=x a", Kind.BAD_FLAG_VALUE, "--security=x", "RUN", "--security", "x"),
                refused("RUN --mount=typ=x a", Kind.BAD_FLAG_VALUE, "--mount=typ=x", "RUN", "--mount", "typ=x"),
                refused("RUN --mount=type=x a", Kind.BAD_FLAG_VALUE, "--mount=type=x", "RUN", "--mount", "type=x"),
                refused("RUN --mount=from=$x a", Kind.BAD_FLAG_VALUE, "--mount=from=$x", "RUN", "--mount", "from=$x"),
                refused("ENV a='b", Kind.UNTERMINATED_QUOTE, "'", "ENV"),
                refused("ENV a it's", Kind.UNTERMINATED_QUOTE, "'", "ENV"),
                refused("COPY \"a b\" /c", Kind.UNTERMINATED_QUOTE, "\"", "COPY"),
                refused("WORKDIR ${x", Kind.BAD_SUBSTITUTION, "${x", "WORKDIR", "bad substitution '${x'"),
                refused("ARG a=${b^^}", Kind.BAD_SUBSTITUTION, "${b^", "ARG", "bad substitution '${b^'"),
                refused("COPY --chown=${} a b", Kind.BAD_SUBSTITUTION, "${", "COPY", "bad substitution '${'"));
    }

    private static Arguments refused(String line, Kind kind, String underlined, String... arguments) {
        return Arguments.of(line, kind, underlined, List.of(arguments));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String line, Kind kind, String underlined, List<String> arguments) {
        Dockerfile file = parse("FROM a\n" + line);

        SyntaxProblem problem = file.problems().get(0);
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(file.source().text(problem.span())).isEqualTo(underlined);
        assertThat(problem.arguments()).isEqualTo(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAINTAINER joe", // deprecated
                "ENV a b",
                "RUN a \\\n\n b",
                "RUN",
                "CMD",
                "ENTRYPOINT",
                "RUN it's ${x^^}", // the shell's to read
                "CMD ${x^^}",
                "COPY --chmod=$x --chown=${y:-z} a b",
                "COPY --link=FALSE --exclude=a --exclude=b a b",
                "ADD --keep-git-dir --checksum=sha256:0 --unpack=true a b",
                "COPY --parents a b",
                "RUN --mount=type=cache,target=/c --mount=source=a,target=b,ro --device=x --network=host a",
                "RUN --mount=type=$x,from=a,RW=true,mode=0755 a",
                "RUN --mount=type=tmpfs,target=/t,size=1g --security=insecure a",
                "ARG --anything a", // BuildKit does not look
                "STOPSIGNAL --anything 9",
                "HEALTHCHECK --anything NONE",
                "FROM a AS B-1_c.d",
                "USER ${x?message}",
                "FROM ${docker.base.image}", // Maven fills it in
                "COPY --from=${docker.base.image} target/${project.build.finalName}.jar /",
                "RUN --mount=from=${docker.base.image},target=/x a",
            })
    void notRefused(String line) {
        assertThat(parse("FROM a\n" + line).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30s, true",
        "1m30s, true",
        "1.5h, true",
        "0, true",
        "0s, true",
        "1ms, true",
        "'', true",
        "+5s, true",
        ".5s, true",
        "30, false",
        "999us, false",
        "-5s, false",
        "s, false",
        "1.2.3s, false",
        "5 s, false",
        "x, false",
        "-, false"
    })
    void timesAreGosDurations(String time, boolean taken) {
        assertThat(parse("FROM a\nHEALTHCHECK --interval='" + time + "' CMD a")
                        .problems()
                        .isEmpty())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "0, true", "'', true", "-1, false", "x, false", "3000000000, false"})
    void retriesAreNumbers(String number, boolean taken) {
        assertThat(parse("FROM a\nHEALTHCHECK --retries=" + number + " CMD a")
                        .problems()
                        .isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void aFileNeedsAStage() {
        assertThat(kinds("")).containsExactly(Kind.EMPTY);
        assertThat(kinds(" \n# note\n\n")).containsExactly(Kind.EMPTY);
        assertThat(kinds("ARG a")).containsExactly(Kind.NO_STAGE);
        assertThat(kinds("ARG a\nRUN b\nUSER c\nFROM d")).containsExactly(Kind.BEFORE_FROM);
        assertThat(kinds("hello world")).containsExactly(Kind.UNKNOWN_INSTRUCTION);
    }

    @Test
    void whatFollowsABrokenFromIsNotOfTheStageBefore() {
        Dockerfile file = parse("FROM a\nRUN b\nFROM\nRUN c\nFROM d e f\nRUN g");

        assertThat(file.stages())
                .extracting(stage -> stage.from().image().toString())
                .containsExactly("a", "", "d");
        assertThat(file.stages()).allMatch(stage -> stage.instructions().size() == 1);
    }

    @Test
    void comeInTheOrderOfTheText() {
        assertThat(kinds("FROM a\nCOPY --x '\nFOO\nRUN <<A\nB"))
                .containsExactly(
                        Kind.MISSING_ARGUMENT, Kind.UNKNOWN_FLAG, Kind.UNKNOWN_INSTRUCTION, Kind.UNTERMINATED_HEREDOC);
    }

    @Test
    void aLineThatBuildKitCannotHoldEndsTheFile() {
        String longest = "RUN " + "x".repeat(65_531);
        assertThat(kinds("FROM a\n" + longest + "\nUSER b")).isEmpty();
        assertThat(kinds("FROM a\n" + longest + "x\nUSERR b")).containsExactly(Kind.LINE_TOO_LONG);
        assertThat(kinds("FROM a\nRUN " + "é".repeat(32_766))).containsExactly(Kind.LINE_TOO_LONG);
        assertThat(kinds("FROM a\nRUN " + "🐳".repeat(16_383))).containsExactly(Kind.LINE_TOO_LONG);
        assertThat(kinds("FROM a\nRUN " + "🐳".repeat(16_382))).isEmpty();
    }

    @Test
    void garbageIsNotReadToItsEnd() {
        List<SyntaxProblem> problems = parse("x\n".repeat(10_000)).problems();

        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).kind()).isEqualTo(Kind.TOO_MANY_PROBLEMS);
        assertThat(parse("FROM a\nCOPY " + "' ".repeat(10_000)).problems()).hasSize(100);
    }

    @Test
    void longArgumentsAreCut() {
        assertThat(parse("x".repeat(1000)).problems().get(0).arguments().get(0)).hasSize(61);
    }

    @Test
    void everyKindHasACase() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        refused().forEach(arguments -> seen.add((Kind) arguments.get()[1]));
        // in tests of their own
        seen.addAll(EnumSet.of(
                Kind.EMPTY,
                Kind.NO_STAGE,
                Kind.BEFORE_FROM,
                Kind.LINE_TOO_LONG,
                Kind.TOO_MANY_PROBLEMS,
                Kind.UNTERMINATED_HEREDOC,
                Kind.BAD_DIRECTIVE,
                Kind.DUPLICATE_DIRECTIVE));
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    private static List<Kind> kinds(String text) {
        return parse(text).problems().stream().map(SyntaxProblem::kind).toList();
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(SourceText.of("Dockerfile", text));
    }
}
