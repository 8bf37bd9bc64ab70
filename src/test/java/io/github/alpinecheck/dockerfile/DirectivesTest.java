package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.SyntaxProblem.Kind;
import io.github.alpinecheck.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables {@code ¶} is a line feed. */
class DirectivesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "# syntax=docker/dockerfile:1¶FROM a         | syntax=docker/dockerfile:1",
                "#syntax = docker/dockerfile:1  ¶FROM a      | syntax=docker/dockerfile:1",
                "# ESCAPE=`¶FROM a                           | escape=`",
                "  # escape=`¶FROM a                         | escape=`",
                "# check=skip=all;error=true¶FROM a          | check=skip=all;error=true",
                "# syntax=a¶# escape=`¶# check=error=true¶FROM a | syntax=a escape=` check=error=true",
                "#!/usr/bin/env x¶# syntax=a¶FROM a          | syntax=a",
                // ended by a comment, a blank line, an instruction, another name
                "# note¶# escape=`¶FROM a                    | ",
                "¶# escape=`¶FROM a                          | ",
                "FROM a¶# escape=`                           | ",
                "# name=x¶# escape=`¶FROM a                  | ",
                "# syntax=¶# escape=`¶FROM a                 | ",
                "# syntax=a¶¶# escape=`¶FROM a               | syntax=a",
                "#!/usr/bin/env x¶# escape=`¶FROM a          | ",
            })
    void standAtTheTopOnly(String text, String directives) {
        Dockerfile file = parse(text);

        assertThat(file.directives())
                .extracting(d -> d.name() + "=" + d.value())
                .isEqualTo(directives == null ? List.of() : List.of(directives.split(" ")));
        assertThat(file.escape()).isEqualTo(directives != null && directives.contains("escape=`") ? '`' : '\\');
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void knowTheirPlace() {
        Dockerfile file = parse("#syntax = x/y:1  ¶FROM a");

        assertThat(file.source().text(file.directives().get(0).span())).isEqualTo("#syntax = x/y:1");
        assertThat(file.comments()).isEmpty();
    }

    @Test
    void theSecondOneOfANameIsRefused() {
        Dockerfile file = parse("# escape=`¶# escape=\\¶FROM a");

        assertThat(file.escape()).isEqualTo('`');
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.DUPLICATE_DIRECTIVE);
            assertThat(problem.arguments()).containsExactly("escape");
            assertThat(file.source().text(problem.span())).isEqualTo("# escape=\\");
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {"x", "\\\\", "`\\"})
    void escapesAreOfTwoKinds(String value) {
        Dockerfile file = parse("# escape=" + value + "¶FROM a");

        assertThat(file.escape()).isEqualTo('\\');
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.BAD_DIRECTIVE);
            assertThat(problem.arguments()).containsExactly("escape", value);
        });
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(SourceText.of("Dockerfile", text.replace('¶', '\n')));
    }
}
