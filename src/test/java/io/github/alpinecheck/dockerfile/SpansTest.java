package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every node knows its exact place in the file. */
class SpansTest {

    private static final String FILE = """
            # note↵
              FROM --platform='linux/amd64' alpine:3.22 \\↵
                AS build  ↵
            RUN apk add \\
            # between

                cu\\
            rl # 🐳
            ENV A=1 "B"='x y' C=\\
            3
            CMD [ "a\\nb", "", \\
             "c d" ] \s
            ARG X=1 Y
            onbuild  copy --link a b\s
            HEALTHCHECK --retries=2 CMD x \\
              # last
            """.replace("↵", "\r");

    private final Dockerfile file = Dockerfile.parse(SourceText.of("Dockerfile", FILE));
    private final Dockerfile.Stage stage = file.stages().get(0);

    @Test
    void instructions() {
        assertThat(file.problems()).isEmpty();
        assertThat(text(stage.from().span())).isEqualTo("FROM --platform='linux/amd64' alpine:3.22 \\\r\n    AS build");
        assertThat(stage.instructions())
                .extracting(instruction -> text(instruction.span()))
                .isEqualTo(List.of(
                        "RUN apk add \\\n# between\n\n    cu\\\nrl # 🐳",
                        "ENV A=1 \"B\"='x y' C=\\\n3",
                        "CMD [ \"a\\nb\", \"\", \\\n \"c d\" ]",
                        "ARG X=1 Y",
                        "onbuild  copy --link a b",
                        "HEALTHCHECK --retries=2 CMD x"));
        assertThat(stage.instructions())
                .extracting(instruction -> text(instruction.header().keywordSpan()))
                .isEqualTo(List.of("RUN", "ENV", "CMD", "ARG", "onbuild", "HEALTHCHECK"));
    }

    @Test
    void from() {
        Flag platform = stage.from().header().flags().get(0);
        assertThat(text(platform.span())).isEqualTo("--platform='linux/amd64'");
        assertThat(platform.value().map(Argument::span).map(this::text)).contains("linux/amd64");
        assertThat(text(stage.from().image().span())).isEqualTo("alpine:3.22");
        assertThat(stage.from().alias().map(Argument::span).map(this::text)).contains("build");
        assertThat(file.source().position(stage.from().image().span().start())).isEqualTo(new Position(2, 33));
    }

    @Test
    void aScriptThroughContinuations() {
        MappedText script = ((CommandForm.ShellForm) ((Instruction.Run) instruction(0)).command()).script();

        assertThat(script).hasToString("apk add     curl # 🐳");
        int curl = script.toString().indexOf("curl");
        assertThat(text(script.span(curl, curl + 4))).isEqualTo("cu\\\nrl");
        assertThat(file.source().position(script.sourceOffset(curl))).isEqualTo(new Position(7, 5));
        assertThat(text(script.span(0, 3))).isEqualTo("apk");
    }

    @Test
    void pairs() {
        List<KeyValue> pairs = ((Instruction.Env) instruction(1)).pairs();

        assertThat(pairs).extracting(pair -> text(pair.span())).containsExactly("A=1", "\"B\"='x y'", "C=\\\n3");
        assertThat(pairs).extracting(pair -> text(pair.key().span())).containsExactly("A", "\"B\"", "C");
        assertThat(pairs).extracting(pair -> text(pair.value().span())).containsExactly("1", "'x y'", "3");
    }

    @Test
    void json() {
        CommandForm.ExecForm exec = (CommandForm.ExecForm) ((Instruction.Cmd) instruction(2)).command();

        assertThat(text(exec.span())).isEqualTo("[ \"a\\nb\", \"\", \\\n \"c d\" ]");
        assertThat(exec.words()).extracting(MappedText::toString).containsExactly("a\nb", "", "c d");
        assertThat(exec.words()).extracting(word -> text(word.span())).containsExactly("a\\nb", "", "c d");
        // a decoded character stands where its escape begins
        assertThat(FILE.substring(exec.words().get(0).sourceOffset(1))).startsWith("\\nb\"");
    }

    @Test
    void declarationsAndTriggers() {
        assertThat(((Instruction.Arg) instruction(3)).declarations())
                .extracting(declaration -> text(declaration.span()))
                .containsExactly("X=1", "Y");
        Instruction trigger = ((Instruction.Onbuild) instruction(4)).trigger();
        assertThat(text(trigger.span())).isEqualTo("copy --link a b");
        assertThat(text(trigger.header().keywordSpan())).isEqualTo("copy");
        assertThat(text(trigger.header().flags().get(0).span())).isEqualTo("--link");
    }

    private Instruction instruction(int index) {
        return stage.instructions().get(index);
    }

    private String text(Span span) {
        return file.source().text(span);
    }
}
