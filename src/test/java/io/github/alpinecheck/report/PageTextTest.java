package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void marksOfMarkdownGoAndTheRestStays() {
        assertThat(PageText.of("""
                # someRule

                It is **so**, see [`other`](https://example.org/other.html), and `a[0](x)` is code.

                | Name | Meaning |
                |---|---|
                | `a` | one \\| two |
                | `long` | x |

                ```dockerfile fails
                FROM alpine

                RUN # no heading
                ```

                - one
                """)).isEqualTo("""
                someRule

                It is so, see `other` (https://example.org/other.html), and `a[0](x)` is code.

                    Name    Meaning
                    `a`     one | two
                    `long`  x

                    FROM alpine

                    RUN # no heading

                - one""");
    }

    @Test
    void longLinesAreWrapped() {
        String text = PageText.of("- " + "word ".repeat(30).strip());
        assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 100);
        assertThat(text.lines().skip(1)).first().asString().startsWith("  word");
    }
}
