package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, there is a Dockerfile, and its nodes point at what they were made of. */
class MutationTest {

    private static final List<String> SAMPLES = List.of(
            """
            # syntax=docker/dockerfile:1
            # escape=\\
            ARG V=3.22
            FROM --platform=$BUILDPLATFORM alpine:${V:-3.21} AS build
            # a comment
            RUN --mount=type=cache,target=/var/cache/apk apk add \\
                # between
                curl \\

                'tzdata'  && echo "a\\"b $X"
            ENV A=1 B="x y" C=z\\ z
            LABEL a.b "c"
            """,
            """
            FROM scratch
            COPY --from=build --chown=1:1 <<a.txt <<-'b' /x/
            content $V
            a.txt
            \t\tindented
            \tb
            RUN <<EOT sh
            echo 🐳
            EOT
            CMD [ "a", "\\u00e9\\n", "" ]
            HEALTHCHECK --interval=5s CMD ["x"]
            ONBUILD ADD ["a b", "c"]
            """,
            "\uFEFF# escape=`\r\nFROM a `\r\n  AS b\r\nWORKDIR C:\\x`$\r\nSHELL [\"cmd\", \"/S\"]\r\nEXPOSE 80 ${P#*x}/tcp\r\n");

    private static final String ALPHABET = "\n\n\r\t \\`'\"[]{}<<-$#=,:/aEOT1\u00a0é\uFFFD\0\uD83D";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void survivesMutations(int sample) {
        Random random = new Random(20261123L + sample);
        for (int round = 0; round < 3000; round++) {
            check(mutated(SAMPLES.get(sample), random));
        }
    }

    @Test
    void survivesNoise() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            check(SourceText.decode("Dockerfile", bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "FROM a\nRUN \\\n",
                "ONBUILD ",
                "CMD [",
                "CMD [[",
                "ENV a='",
                "RUN <<a ",
                "${a:-",
                "\\\n",
                "{\"a\":"
            })
    void survivesRepetition(String part) {
        check(SourceText.of("Dockerfile", part.repeat(10_000)));
        check(SourceText.of("Dockerfile", "FROM a\nENV x=" + part.repeat(6_000)));
        check(SourceText.of("Dockerfile", "FROM a\nCMD [" + part.repeat(6_000)));
    }

    @Test
    void survivesALineOfTenMegabytes() {
        check(SourceText.of("Dockerfile", "FROM a\nRUN " + "x ".repeat(5_000_000)));
        check(SourceText.of("Dockerfile", "FROM a\nRUN x \\\n" + " && y \\\n".repeat(200_000)));
    }

    private static SourceText mutated(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
                default -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return SourceText.of("Dockerfile", text.toString());
    }

    private static void check(SourceText source) {
        Dockerfile file = Dockerfile.parse(source);

        Span whole = new Span(0, source.content().length());
        assertThat(file.problems()).allMatch(problem -> whole.contains(problem.span()));
        assertThat(file.directives()).allMatch(directive -> whole.contains(directive.span()));
        assertThat(file.comments())
                .allMatch(comment -> source.text(comment.span()).equals("#" + comment.text()));
        int end = 0;
        for (Instruction instruction : all(file)) {
            assertThat(instruction.span().start()).isGreaterThanOrEqualTo(end);
            end = instruction.span().end();
            check(source, instruction);
        }
        assertThat(end).isLessThanOrEqualTo(whole.end());
    }

    private static List<Instruction> all(Dockerfile file) {
        List<Instruction> all = new ArrayList<>(file.globals());
        for (Dockerfile.Stage stage : file.stages()) {
            all.add(stage.from());
            all.addAll(stage.instructions());
        }
        return all;
    }

    private static void check(SourceText source, Instruction instruction) {
        Span span = instruction.span();
        assertThat(span.contains(instruction.header().keywordSpan())).isTrue();
        for (Flag flag : instruction.header().flags()) {
            assertThat(span.contains(flag.span())).isTrue();
            flag.value().ifPresent(value -> check(source, span, value.raw()));
        }
        for (MappedText text : texts(instruction)) {
            check(source, span, text);
        }
        for (MappedText word : decoded(instruction)) {
            assertThat(span.contains(word.span())).isTrue();
        }
        if (instruction instanceof Instruction.Onbuild onbuild) {
            assertThat(span.contains(onbuild.trigger().span())).isTrue();
            check(source, onbuild.trigger());
        }
    }

    /** Each character is the one of the file, and they come in the file's order. */
    private static void check(SourceText source, Span span, MappedText text) {
        assertThat(span.contains(text.span())).isTrue();
        StringBuilder original = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            original.append(source.content().charAt(text.sourceOffset(i)));
        }
        assertThat(original).hasToString(text.toString());
        for (int i = 1; i < text.length(); i++) {
            if (text.sourceOffset(i) <= text.sourceOffset(i - 1)) {
                throw new AssertionError("out of order at " + i + ": " + text);
            }
        }
    }

    /** The texts that are as in the file. */
    private static List<MappedText> texts(Instruction instruction) {
        List<MappedText> texts = new ArrayList<>();
        if (instruction instanceof Instruction.From from) {
            texts.add(from.image().raw());
            from.alias().ifPresent(alias -> texts.add(alias.raw()));
        } else if (instruction instanceof Instruction.Run run) {
            addScript(texts, run.command());
            run.heredocs().forEach(heredoc -> texts.add(heredoc.body()));
        } else if (instruction instanceof Instruction.Cmd cmd) {
            addScript(texts, cmd.command());
        } else if (instruction instanceof Instruction.Copy copy) {
            copy.heredocs().forEach(heredoc -> texts.add(heredoc.body()));
        } else if (instruction instanceof Instruction.Env env) {
            env.pairs()
                    .forEach(pair ->
                            texts.addAll(List.of(pair.key().raw(), pair.value().raw())));
        } else if (instruction instanceof Instruction.Arg arg) {
            arg.declarations().forEach(d -> d.defaultValue().ifPresent(value -> texts.add(value.raw())));
        } else if (instruction instanceof Instruction.Expose expose) {
            expose.ports().forEach(port -> texts.add(port.raw()));
        } else if (instruction instanceof Instruction.Workdir workdir) {
            texts.add(workdir.path().raw());
        } else if (instruction instanceof Instruction.Unreadable unreadable) {
            texts.add(unreadable.arguments());
        }
        return texts;
    }

    private static void addScript(List<MappedText> texts, CommandForm command) {
        if (command instanceof CommandForm.ShellForm shell) {
            texts.add(shell.script());
        }
    }

    /** The texts that JSON may have decoded. */
    private static List<MappedText> decoded(Instruction instruction) {
        if (instruction instanceof Instruction.Cmd cmd && cmd.command() instanceof CommandForm.ExecForm exec) {
            return exec.words();
        }
        if (instruction instanceof Instruction.Shell shell) {
            return shell.words();
        }
        if (instruction instanceof Instruction.Copy copy) {
            return copy.sources().stream().map(Argument::raw).toList();
        }
        return List.of();
    }
}
