package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShellSpanTest {

    /** Every node of the script, parents before children, as it stands in the file. */
    @TestFactory
    Stream<DynamicTest> nodes() {
        return Stream.of(
                nodes(" a  'b c' ; d & ", "a  'b c' ; d &", "a  'b c'", "a", "a", "'b c'", "'b c'", "d", "d", "d"),
                nodes("a=\"b$c\"  ", "a=\"b$c\"", "a=\"b$c\"", "\"b$c\"", "\"b$c\"", "b", "$c"),
                nodes("a 2> f ;", "a 2> f", "a", "a", "2> f", "f", "f"),
                nodes("a && ! b | c", "a && ! b | c", "a", "a", "a", "! b | c", "b", "b", "b", "c", "c", "c"),
                nodes("{ a; } >f #", "{ a; } >f", "a", "a", "a", ">f", "f", "f"),
                nodes("f() (a )", "f() (a )", "(a )", "a", "a", "a"),
                nodes("if a; then b; fi ;", "if a; then b; fi", "a", "a", "a", "b", "b", "b"),
                nodes(
                        "case a in b|c) d ;; esac\n",
                        "case a in b|c) d ;; esac",
                        "a",
                        "a",
                        "b",
                        "b",
                        "c",
                        "c",
                        "d",
                        "d",
                        "d"),
                nodes(
                        "x$( a )${b:-c}",
                        "x$( a )${b:-c}",
                        "x$( a )${b:-c}",
                        "x",
                        "$( a )",
                        "a",
                        "a",
                        "a",
                        "${b:-c}",
                        "c",
                        "c"),
                nodes(
                        "x`a \\`b\\``",
                        "x`a \\`b\\``",
                        "x`a \\`b\\``",
                        "x",
                        "`a \\`b\\``",
                        "a \\`b\\`",
                        "a",
                        "a",
                        "`b\\`",
                        "`b\\`",
                        "b",
                        "b",
                        "b"),
                nodes(
                        "a <<E;b\n$c\nE\n",
                        "a <<E;b",
                        "a <<E",
                        "a",
                        "a",
                        "<<E",
                        "E",
                        "E",
                        "$c\n",
                        "$c",
                        "\n",
                        "b",
                        "b",
                        "b"),
                nodes("'a", "'a"));
    }

    private static DynamicTest nodes(String script, String... texts) {
        return DynamicTest.dynamicTest(script, () -> {
            SourceText source = SourceText.of("Dockerfile", script);
            Command root = ShellParser.parse(ScriptTable.whole(source));
            assertThat(Tree.spans(root).stream().map(source::text)).containsExactly(texts);
        });
    }

    @Test
    void spansReachOverTheContinuationsOfADockerfile() {
        SourceText source = SourceText.of("Dockerfile", "RUN apk \\\n  add tz\\\ndata && \\\n  ls\\\n");
        Command.AndOr both = (Command.AndOr) ShellParser.parse(withoutContinuations(source, 4));
        Command.Simple apk = (Command.Simple) both.left();

        assertThat(source.text(both.span())).isEqualTo("apk \\\n  add tz\\\ndata && \\\n  ls");
        assertThat(source.text(both.operatorSpan())).isEqualTo("&&");
        assertThat(source.text(both.right().span())).isEqualTo("ls");
        assertThat(source.text(apk.span())).isEqualTo("apk \\\n  add tz\\\ndata");
        assertThat(apk.words().stream().map(word -> source.text(word.span())))
                .containsExactly("apk", "add", "tz\\\ndata");
        assertThat(apk.words().get(2).literal()).hasValue("tzdata");
    }

    @Test
    void spansReachOverTheContinuationsOfAScript() {
        SourceText source = SourceText.of("Dockerfile", "apk \\\n  add tz\\\ndata &\\\n& \\\n  ls\\\n");
        Command.AndOr both = (Command.AndOr) ShellParser.parse(ScriptTable.whole(source));

        assertThat(source.text(both.span())).isEqualTo("apk \\\n  add tz\\\ndata &\\\n& \\\n  ls");
        assertThat(source.text(both.operatorSpan())).isEqualTo("&\\\n&");
        assertThat(source.text(both.right().span())).isEqualTo("ls");
    }

    @Test
    void everyCharacterOfALiteralKnowsItsPlace() {
        SourceText source = SourceText.of("Dockerfile", "RUN \"x\\\"\\\ny\"a\\ b");
        Command.Simple command = (Command.Simple) ShellParser.parse(withoutContinuations(source, 4));
        MappedText text = command.words().get(0).literalText().orElseThrow();

        assertThat(text).hasToString("x\"ya b");
        List<String> places = text.toString()
                .chars()
                .mapToObj(c -> source.content()
                        .substring(
                                text.sourceOffset(text.toString().indexOf(c)),
                                text.sourceOffset(text.toString().indexOf(c)) + 1))
                .toList();
        assertThat(String.join("", places)).isEqualTo(text.toString());
    }

    @Test
    void tabsThatAHereDocumentDropsAreBeyondItsText() {
        SourceText source = SourceText.of("Dockerfile", "cat <<-E\n\ta\n\t$b c\n\tE\n");
        Command.Simple cat = (Command.Simple) ShellParser.parse(ScriptTable.whole(source));
        Word body = cat.redirections().get(0).heredoc().orElseThrow();

        assertThat(source.text(body.span())).isEqualTo("a\n\t$b c\n");
        assertThat(body.parts().stream().map(part -> source.text(part.span()))).containsExactly("a\n", "$b", " c\n");
    }

    /** As the Dockerfile parser does it. */
    private static MappedText withoutContinuations(SourceText source, int from) {
        MappedText.Builder script = new MappedText.Builder();
        String content = source.content();
        for (int i = from; i < content.length(); i++) {
            if (content.startsWith("\\\n", i)) {
                i++;
            } else {
                script.append(content.charAt(i), i);
            }
        }
        return script.build(content.length());
    }

    @Test
    void aScriptThatIsOpaqueIsSoAsAWhole() {
        SourceText source = SourceText.of("Dockerfile", "RUN a; 'b");
        Command root = ShellParser.parse(MappedText.of(source, new Span(4, 9)));
        assertThat(source.text(root.span())).isEqualTo("a; 'b");
    }
}
