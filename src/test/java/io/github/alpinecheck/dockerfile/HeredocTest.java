package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.SyntaxProblem.Kind;
import io.github.alpinecheck.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables {@code ¶} is a line feed, {@code →} a tab, {@code ↵} CRLF. */
class HeredocTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // line            body and end           delimiter expand body
                "RUN <<EOT        | a¶b¶EOT¶              | EOT     | true  | a¶b¶",
                "RUN <<EOT        | EOT                   | EOT     | true  | ",
                "RUN <<-EOT       | →a¶→→b→c¶→EOT¶        | EOT     | true  | a¶b→c¶",
                "RUN <<EOT        | →a¶ EOT¶→EOT¶EOT¶     | EOT     | true  | →a¶ EOT¶→EOT¶",
                "RUN <<EOT        | a↵EOT↵                | EOT     | true  | a↵",
                "RUN <<'EOT'      | $x¶EOT¶               | EOT     | false | $x¶",
                "RUN <<\"EOT\"    | $x¶EOT¶               | EOT     | false | $x¶",
                "RUN <<E\"O\"T    | $x¶EOT¶               | EOT     | false | $x¶",
                "RUN <<E\\'T      | $x¶E'T¶               | E'T     | true  | $x¶",
                "RUN <<'one two'  | a¶one two¶            | one two | false | a¶",
                "RUN <<  EOT      | a¶EOT¶                | EOT     | true  | a¶",
                "RUN <<$EOT       | a¶$EOT¶               | $EOT    | true  | a¶",
                "RUN <<EOT python | # no comment¶\\¶EOT¶  | EOT     | true  | # no comment¶\\¶",
                "RUN cat <<EOT >x | a¶EOT¶                | EOT     | true  | a¶",
                "RUN a \\¶ <<EOT  | a¶EOT¶                | EOT     | true  | a¶",
                "run --mount=type=cache,target=/c <<EOT | a¶EOT¶ | EOT | true | a¶",
                "COPY <<f.txt /x/ | a¶f.txt¶              | f.txt   | true  | a¶",
                "ADD <<f.txt /x/  | a¶f.txt¶              | f.txt   | true  | a¶",
                "ONBUILD RUN <<E  | a¶E¶                  | E       | true  | a¶",
            })
    void holdsTheLinesUpToItsDelimiter(String line, String rest, String delimiter, boolean expand, String body) {
        Dockerfile file = parse("FROM a¶" + line + "¶" + rest + "¶USER x");

        assertThat(file.problems()).isEmpty();
        assertThat(heredocs(file)).singleElement().satisfies(heredoc -> {
            assertThat(heredoc.delimiter()).isEqualTo(delimiter);
            assertThat(heredoc.expand()).isEqualTo(expand);
            assertThat(heredoc.body()).hasToString(decode(body == null ? "" : body));
        });
        assertThat(file.stages().get(0).instructions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "RUN \"<<EOT\"", // quoted
                "RUN '<<EOT'",
                "RUN [\"<<EOT\"]", // JSON
                "RUN cat<<EOT", // no word of its own
                "RUN cat <<<EOT", // bash's here-string
                "RUN x $((1<<2))",
                "RUN x <<",
                "RUN x <<-",
                "RUN ${x,,} <<EOT", // BuildKit cannot read the line
                "RUN it's <<EOT",
                "USER <<EOT", // not an instruction that takes one
                "CMD <<EOT",
                "ENV x=<<EOT",
                "ONBUILD CMD <<EOT",
            })
    void isAnnouncedByAWordOfCertainInstructionsOnly(String line) {
        Dockerfile file = parse("FROM a¶" + line + "¶USER x");

        assertThat(file.problems()).isEmpty();
        assertThat(file.stages().get(0).instructions()).hasSize(2);
        assertThat(heredocs(file)).isEmpty();
    }

    @Test
    void severalFollowEachOther() {
        Dockerfile file = parse("FROM a¶COPY --chmod=755 <<one x <<-'two' /d/¶1¶two¶one¶→2¶→two¶USER x");

        assertThat(heredocs(file)).extracting(Heredoc::delimiter).containsExactly("one", "two");
        assertThat(heredocs(file))
                .extracting(heredoc -> heredoc.body().toString())
                .containsExactly("1\ntwo\n", "2\n");
        assertThat(heredocs(file))
                .extracting(heredoc -> file.source().text(heredoc.span()))
                .containsExactly("1\ntwo\none", "\t2\n\ttwo");
        assertThat(file.stages().get(0).instructions().get(0)).isInstanceOfSatisfying(Instruction.Copy.class, copy -> {
            assertThat(copy.sources()).extracting(Argument::toString).containsExactly("x");
            assertThat(copy.destination()).hasToString("/d/");
            assertThat(file.source().text(copy.span()))
                    .isEqualTo("COPY --chmod=755 <<one x <<-'two' /d/\n1\ntwo\none\n\t2\n\ttwo");
        });
    }

    @Test
    void theBodyKnowsItsPlaceThroughStrippedTabs() {
        Dockerfile file = parse("FROM a¶RUN <<-EOT¶→→one¶→two¶EOT");
        Heredoc heredoc = heredocs(file).get(0);

        int two = heredoc.body().toString().indexOf("two");
        assertThat(file.source().position(heredoc.body().sourceOffset(two)).line())
                .isEqualTo(4);
        assertThat(file.source().position(heredoc.body().sourceOffset(two)).column())
                .isEqualTo(2);
    }

    @Test
    void itsNumberIsTheFileDescriptor() {
        Dockerfile file = parse("FROM a¶RUN x 3<<A <<B 99999999999<<C¶A¶B¶C");

        assertThat(heredocs(file)).extracting(Heredoc::fileDescriptor).containsExactly(3, 0, Integer.MAX_VALUE);
    }

    @Test
    void aRunThatIsAHeredocHasNoOtherScript() {
        assertThat(script("RUN <<EOT")).isEmpty();
        assertThat(script("RUN 3<<-'EOT'")).isEmpty();
        assertThat(script("RUN <<EOT sh")).isEqualTo("<<EOT sh");
        assertThat(script("RUN cat <<EOT")).isEqualTo("cat <<EOT");
    }

    @Test
    void withoutEndItTakesTheRestOfTheFile() {
        Dockerfile file = parse("FROM a¶RUN \\¶ cat <<A <<B¶one¶A ¶USER x¶");

        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.UNTERMINATED_HEREDOC);
            assertThat(problem.arguments()).containsExactly("A");
            assertThat(file.source().text(problem.span())).isEqualTo("<<A");
        });
        assertThat(heredocs(file))
                .extracting(heredoc -> heredoc.body().toString())
                .containsExactly("one\nA \nUSER x\n", "");
    }

    @Test
    void aFileIsRefusedWhenBuildKitCannotExpandIt() {
        Dockerfile file = parse("FROM a¶COPY <<A <<'B' /x/¶it's $ok¶echo ${x,,}¶A¶echo ${x,,}¶B");

        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.BAD_SUBSTITUTION);
            assertThat(file.source().position(problem.span().start()).line()).isEqualTo(4);
        });
    }

    @Test
    void aScriptIsTheShellsToExpand() {
        assertThat(parse("FROM a¶RUN <<A¶echo ${x,,} it's¶A").problems()).isEmpty();
    }

    private static String script(String line) {
        Instruction run =
                parse("FROM a¶" + line + "¶EOT").stages().get(0).instructions().get(0);
        return ((CommandForm.ShellForm) ((Instruction.Run) run).command())
                .script()
                .toString();
    }

    private static List<Heredoc> heredocs(Dockerfile file) {
        Instruction instruction = file.stages().get(0).instructions().get(0);
        if (instruction instanceof Instruction.Onbuild onbuild) {
            instruction = onbuild.trigger();
        }
        if (instruction instanceof Instruction.Run run) {
            return run.heredocs();
        } else if (instruction instanceof Instruction.Copy copy) {
            return copy.heredocs();
        }
        return instruction instanceof Instruction.Add add ? add.heredocs() : List.of();
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(SourceText.of("Dockerfile", decode(text)));
    }

    private static String decode(String text) {
        return text.replace('¶', '\n').replace('→', '\t').replace("↵", "\r\n");
    }
}
