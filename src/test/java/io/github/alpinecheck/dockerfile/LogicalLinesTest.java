package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Line continuations, comments, blanks and line ends. In the tables {@code ¶} is a line feed, {@code ←} a carriage
 * return, {@code ↵} both, {@code →} a tab.
 */
class LogicalLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "RUN a \\¶ b              | (run \"a  b\")",
                "RUN a\\¶b                | (run \"ab\")",
                "RUN a \\  ¶b             | (run \"a b\")", // blanks after the escape character
                "RUN a \\→¶b             | (run \"a b\")",
                "RUN a \\¶¶ ¶b            | (run \"a b\")", // blank lines within
                "RUN a \\¶# note¶b        | (run \"a b\")", // comments within
                "RUN a \\¶  # note \\¶b   | (run \"a b\")", // a comment does not go on
                "RUN a \\¶b # no comment  | (run \"a b # no comment\")",
                "RUN a \\¶ \\¶ b          | (run \"a   b\")",
                "RUN a \\                 | (run \"a\")", // at the end of the file
                "RUN a \\¶                | (run \"a\")",
                "RUN a \\¶# note          | (run \"a\")",
                "RUN a \\\\¶RUN b         | (run \"a \\\\\\\\\")(run \"b\")", // an escaped escape character
                "RUN a \\\\\\¶RUN b       | (run \"a \\\\\\\\\\\\\")(run \"b\")", // BuildKit looks at two only
                "RUN \\¶\\¶a              | (run \"a\")",
                "\\¶RUN a                 | (run \"a\")",
                "R\\¶UN a                 | (run \"a\")",
                "RUN a \\↵ b↵RUN c↵       | (run \"a  b\")(run \"c\")",
                "RUN a \\↵# note↵↵b       | (run \"a b\")",
                "RUN a←←¶RUN b            | (run \"a\")(run \"b\")",
                "RUN a←b                  | (run \"a\\rb\")", // a carriage return alone ends no line
                " → RUN→a  → ¶¶  RUN b    | (run \"a\")(run \"b\")",
                "run a¶RuN b              | (run \"a\")(run \"b\")",
                "# note¶RUN a¶  # note¶   | (run \"a\")",
            })
    void putsLinesTogether(String text, String tree) {
        assertThat(tree(text)).isEqualTo(tree);
    }

    @Test
    void theEscapeDirectiveChangesTheCharacter() {
        assertThat(tree("# escape=`¶RUN a `¶b c:\\¶RUN d")).isEqualTo("(run \"a b c:\\\\\")(run \"d\")");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKeyword() {
        assertThat(tree("\uFEFFRUN a")).isEqualTo("(run \"a\")");
        assertThat(Dockerfile.parse(SourceText.of("Dockerfile", "\uFEFF# escape=`\nFROM a"))
                        .escape())
                .isEqualTo('`');
    }

    @Test
    void commentsAreKept() {
        Dockerfile file =
                parse("# syntax=docker/dockerfile:1¶#first¶¶ # second ¶FROM a \\¶ # third↵ b¶RUN <<E¶# text¶E¶#");

        assertThat(file.comments())
                .extracting(Dockerfile.Comment::text)
                .containsExactly("first", " second ", " third", "");
        assertThat(file.comments())
                .extracting(comment -> file.source().text(comment.span()))
                .containsExactly("#first", "# second ", "# third", "#");
    }

    private static String tree(String text) {
        return SExpressions.print(parse(text)).replace("\n", "");
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(SourceText.of(
                "Dockerfile",
                text.replace('¶', '\n').replace("↵", "\r\n").replace('←', '\r').replace('→', '\t')));
    }
}
