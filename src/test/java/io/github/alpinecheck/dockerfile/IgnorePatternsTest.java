package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a {@code .dockerignore} leaves out. In the tables {@code ¶} is a line feed, {@code ↵} a carriage return and
 * {@code ·} a blank. */
class IgnorePatternsTest {

    @ParameterizedTest(name = "{0} ignores {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // a name stands for the path from the root of the context, and for all below it
                "target               | target                | yes",
                "target               | target/app.jar        | yes",
                "target               | target/a/b/c          | yes",
                "target               | module/target         | no",
                "target               | targets               | no",
                "a/b                  | a/b                   | yes",
                "a/b                  | a                     | no",
                "a/b                  | x/a/b                 | no",
                // cleaned before they are compared
                "/target              | target/app.jar        | yes",
                "target/              | target                | yes",
                "./target             | target                | yes",
                "a/./b/../c           | a/c                   | yes",
                "../a                 | a                     | no",
                "/../a                | a                     | yes",
                "··target··           | target                | yes",
                // * and ? stay within a name
                "*.md                 | README.md             | yes",
                "*.md                 | docs/README.md        | no",
                "*/*.md               | docs/README.md        | yes",
                "*                    | anything              | yes",
                "*                    | any/thing             | yes",
                "*/temp*              | a/temporary/x         | yes",
                "temp?                | tempa                 | yes",
                "temp?                | temp                  | no",
                "temp?                | temp/a                | no",
                "*.md                 | .md                   | yes",
                "*                    | .git                  | yes",
                // ** crosses directories
                "**                   | a/b/c                 | yes",
                "**/*.md              | README.md             | yes",
                "**/*.md              | a/b/README.md         | yes",
                "**/target            | target                | yes",
                "**/target            | a/b/target/c          | yes",
                "**/target            | a/mytarget            | no",
                "**target             | a/mytarget            | yes",
                "**target             | mytarget/a            | yes",
                "**target*            | a/mytargets           | no",
                "a/**                 | a/b/c                 | yes",
                "a/**                 | a                     | no",
                "a**                  | ab/c                  | yes",
                "a/**/b               | a/b                   | yes",
                "a/**/b               | a/x/y/b               | yes",
                "a/**/b               | a/xb                  | no",
                "a**b                 | axb                   | no",
                "a**b                 | ax/b                  | yes",
                "**/**/b              | b                     | yes",
                "**/a/**/b            | x/a/y/z/b             | yes",
                "a*/**                | ab/c                  | yes",
                // sets and escapes
                "[ab].txt             | a.txt                 | yes",
                "[ab].txt             | c.txt                 | no",
                "[a-c]x               | bx                    | yes",
                "[^a-c]x              | bx                    | no",
                "[^a-c]x              | dx                    | yes",
                "[!a]x                | !x                    | yes",
                "[!a]x                | bx                    | no",
                "\\*.md               | *.md                  | yes",
                "\\*.md               | a.md                  | no",
                "a\\b                 | ab                    | yes",
                "a.b                  | axb                   | no",
                "a+(b)                | a+(b)                 | yes",
                "[a                   | [a                    | no",
                "a\\                  | a\\                   | no",
                // comments and blank lines
                "#target              | #target               | no",
                "·#target             | #target               | yes",
                "\\#target            | #target               | yes",
                "#x¶¶··¶target        | target                | yes",
                "\uFEFFtarget         | target                | yes",
                "\uFEFF#target        | #target               | no",
                "target↵              | target                | yes",
                ".                    | a                     | no",
                "/                    | a                     | no",
                // ! takes back; the last word counts
                "*.md¶!README.md      | README.md             | no",
                "*.md¶!README.md      | NOTES.md              | yes",
                "!README.md¶*.md      | README.md             | yes",
                "*¶!src               | src/main/App.java     | no",
                "*¶!src               | pom.xml               | yes",
                "*¶!target/*.jar      | target/app.jar        | no",
                "*¶!target/*.jar      | target/classes        | yes",
                "*¶!/target           | target/a              | no",
                "*¶!·target           | target/a              | no",
                "*¶!src¶src/test      | src/test/A.java       | yes",
                "*¶!src¶src/test      | src/main/A.java       | no",
                "**/*.sh¶!**/run.sh   | a/run.sh              | no",
                "a/b¶!a               | a/b                   | yes",
                "a¶!a/b/c             | a/b/c                 | no",
                "a¶!a/b/c             | a/b                   | yes",
                "!                    | a                     | no",
            })
    void ignores(String patterns, String path, String ignored) {
        String file = patterns.replace('¶', '\n').replace('↵', '\r').replace('·', ' ');
        assertThat(IgnorePatterns.ofFile(file).matches(path)).isEqualTo(ignored.equals("yes"));
    }

    @Test
    void noPatternTakesLong() {
        String hostile = "**/a*".repeat(2_000) + "b";
        assertThat(IgnorePatterns.ofFile(hostile).matches("a/".repeat(200) + "c"))
                .isFalse();
    }
}
