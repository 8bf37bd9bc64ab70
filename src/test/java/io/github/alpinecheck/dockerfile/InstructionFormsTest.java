package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line of a Dockerfile and its tree. */
class InstructionFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CMD a b                  | (cmd \"a b\")",
                "CMD [\"a\", \"b c\"]     | (cmd \"a\" \"b c\")",
                "CMD  [\t\"a\"\t,\"b\" ]  | (cmd \"a\" \"b\")",
                "CMD []                   | (cmd)",
                "CMD [\"\"]               | (cmd \"\")",
                "CMD [\"♥ \\u2665 \\ud83d\\ude00\"]        | (cmd \"♥ ♥ 😀\")",
                "CMD [\"\\ud83d \\uffff\"]                 | (cmd \"� �\")", // no characters
                "CMD [\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\"] | (cmd \"\\\"\\\\/\\b\\f\\n\\r\\t\\x00\")",
                // what is no valid JSON is the shell form
                "CMD ['a', 'b']           | (cmd \"['a', 'b']\")",
                "CMD [\"a\", \"b\"        | (cmd \"[\\\"a\\\", \\\"b\\\"\")",
                "CMD [\"a\" \"b\"]        | (cmd \"[\\\"a\\\" \\\"b\\\"]\")",
                "CMD [\"a\",]             | (cmd \"[\\\"a\\\",]\")",
                "CMD [\"a\"] b            | (cmd \"[\\\"a\\\"] b\")",
                "CMD [\"\\x\"]            | (cmd \"[\\\"\\\\x\\\"]\")",
                "CMD [\"a\tb\"]           | (cmd \"[\\\"a\\tb\\\"]\")",
                "CMD [ -f /x ]            | (cmd \"[ -f /x ]\")",
                "CMD [01]                 | (cmd \"[01]\")",
                "CMD [nul]                | (cmd \"[nul]\")",
                "CMD [{\"a\":1]           | (cmd \"[{\\\"a\\\":1]\")",
                "RUN [\"a\"]              | (run \"a\")",
                "ENTRYPOINT [\"a\"]       | (entrypoint \"a\")",
                "ENTRYPOINT a $b          | (entrypoint \"a $b\")",
                "SHELL [\"/bin/ash\", \"-c\"] | (shell \"/bin/ash\" \"-c\")",
                "HEALTHCHECK NONE         | (healthcheck \"NONE\")",
                "HEALTHCHECK cmd  a b     | (healthcheck \"CMD\" \"a b\")",
                "HEALTHCHECK CMD [\"a\"]  | (healthcheck \"CMD\" \"a\")",
                "ONBUILD RUN a            | (onbuild (run \"a\"))",
                "onbuild copy --link a b  | (onbuild (copy [\"--link\"] \"a\" \"b\"))",
            })
    void commands(String line, String tree) {
        assertThat(tree(line)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ENV a b                  | (env \"a\" \"b\" \"\")",
                "ENV a  b  c=d            | (env \"a\" \"b  c=d\" \"\")",
                "ENV a 'b  c'             | (env \"a\" \"'b  c'\" \"\")",
                "ENV a=b c=d              | (env \"a\" \"b\" \"=\" \"c\" \"d\" \"=\")",
                "ENV a=                   | (env \"a\" \"\" \"=\")",
                "ENV a=b=c                | (env \"a\" \"b=c\" \"=\")",
                "ENV a=\"b c\" d='e f'    | (env \"a\" \"\\\"b c\\\"\" \"=\" \"d\" \"'e f'\" \"=\")",
                "ENV a=b\\ c d=e          | (env \"a\" \"b\\\\ c\" \"=\" \"d\" \"e\" \"=\")",
                "ENV a=\"b\\\" c\"        | (env \"a\" \"\\\"b\\\\\\\" c\\\"\" \"=\")",
                "ENV a='b\\' c=d          | (env \"a\" \"'b\\\\'\" \"=\" \"c\" \"d\" \"=\")",
                "ENV a=b\\\\\\            | (env \"a\" \"b\\\\\\\\\" \"=\")", // escapes nothing, is dropped
                "LABEL a b                | (label \"a\" \"b\" \"\")",
                "LABEL \"a b\"=c d.e=f    | (label \"\\\"a b\\\"\" \"c\" \"=\" \"d.e\" \"f\" \"=\")",
                "ARG a                    | (arg \"a\")",
                "ARG a=1 b c=\"2 3\" d=   | (arg \"a=1\" \"b\" \"c=\\\"2 3\\\"\" \"d=\")",
            })
    void namesAndValues(String line, String tree) {
        assertThat(tree(line)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "COPY a b c/              | (copy \"a\" \"b\" \"c/\")",
                "COPY  a \t b             | (copy \"a\" \"b\")",
                "COPY [\"a b\", \"c\"]    | (copy \"a b\" \"c\")",
                "ADD https://x/y.tgz /z   | (add \"https://x/y.tgz\" \"/z\")",
                "ADD [\"a\", \"b\"]       | (add \"a\" \"b\")",
                "EXPOSE 80 443/tcp        | (expose \"80\" \"443/tcp\")",
                "VOLUME /a /b             | (volume \"/a\" \"/b\")",
                "VOLUME [\"/a\", \"/b c\"] | (volume \"/a\" \"/b c\")",
                "USER app:app             | (user \"app:app\")",
                "WORKDIR /a b/\"c\"       | (workdir \"/a b/\\\"c\\\"\")", // to the end of the line
                "STOPSIGNAL SIGTERM       | (stopsignal \"SIGTERM\")",
                "MAINTAINER Joe <j@x>     | (maintainer \"Joe <j@x>\")",
            })
    void others(String line, String tree) {
        assertThat(tree(line)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "COPY --from=a --link b c         | (copy [\"--from=a\" \"--link\"] \"b\" \"c\")",
                "COPY --chown=\"a b\":c d e       | (copy [\"--chown=a b:c\"] \"d\" \"e\")", // without the quotes
                "COPY --chown=a\\ b d e           | (copy [\"--chown=a b\"] \"d\" \"e\")",
                "COPY --link -- --odd b           | (copy [\"--link\"] \"--odd\" \"b\")",
                "COPY a --link                    | (copy \"a\" \"--link\")", // only before the arguments
                "RUN --mount=type=bind,target=/x --network=none a --b | (run [\"--mount=type=bind,target=/x\" \"--network=none\"] \"a --b\")",
                "RUN -x                           | (run \"-x\")",
                "HEALTHCHECK --interval=1m30s --retries=3 CMD a | (healthcheck [\"--interval=1m30s\" \"--retries=3\"] \"CMD\" \"a\")",
            })
    void flags(String line, String tree) {
        assertThat(tree(line)).isEqualTo(tree);
    }

    @Test
    void aFlagIsFoundByItsName() {
        Instruction copy = parse("FROM a\nCOPY --from=b --link c d")
                .stages()
                .get(0)
                .instructions()
                .get(0);

        assertThat(copy.flag("from").map(Argument::toString)).contains("b");
        assertThat(copy.flag("link")).isEmpty();
        assertThat(copy.header().flags()).extracting(Flag::name).containsExactly("from", "link");
    }

    @Test
    void stagesBeginWithFrom() {
        Dockerfile file = parse("""
                ARG V=3.22
                ARG U
                FROM --platform=$BUILDPLATFORM alpine:$V AS Build
                RUN a
                from scratch
                COPY --from=build x y
                USER z
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.globals()).hasSize(2).allMatch(Instruction.Arg.class::isInstance);
        assertThat(file.stages()).hasSize(2);
        Dockerfile.Stage build = file.stages().get(0);
        assertThat(build.index()).isZero();
        assertThat(build.name()).contains("build");
        assertThat(build.from().image()).hasToString("alpine:$V");
        assertThat(build.from().alias().map(Argument::toString)).contains("Build");
        assertThat(build.from().flag("platform").map(Argument::toString)).contains("$BUILDPLATFORM");
        Dockerfile.Stage last = file.stages().get(1);
        assertThat(last.name()).isEmpty();
        assertThat(last.from().header().keyword()).isEqualTo("FROM");
        assertThat(last.instructions())
                .extracting(instruction -> instruction.header().keyword())
                .isEqualTo(List.of("COPY", "USER"));
    }

    private static String tree(String line) {
        Dockerfile file = parse("FROM a\n" + line);
        assertThat(file.problems()).isEmpty();
        return SExpressions.print(file).replace("(from \"a\")\n", "").strip();
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(SourceText.of("Dockerfile", text));
    }
}
