package io.github.alpinecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.LineDiff.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static final SourceText SOURCE = SourceText.of("Dockerfile", "FROM a\nRUN b && \\\n  c\nRUN d\n");

    @Test
    void editsOfOneLineAreOneChange() {
        assertThat(LineDiff.of(SOURCE, List.of(edit("b", "B"), edit("RUN", "run"))))
                .containsExactly(new Change(2, List.of("RUN b && \\"), List.of("run B && \\")));
    }

    @Test
    void othersAreChangesOfTheirOwn() {
        assertThat(LineDiff.of(SOURCE, List.of(edit("d", "D"), edit("a", "A"))))
                .containsExactly(
                        new Change(1, List.of("FROM a"), List.of("FROM A")),
                        new Change(4, List.of("RUN d"), List.of("RUN D")));
    }

    @Test
    void linesMayGoAndCome() {
        assertThat(LineDiff.of(SOURCE, List.of(edit("b && \\\n  c", "b\nRUN c"))))
                .containsExactly(new Change(2, List.of("RUN b && \\", "  c"), List.of("RUN b", "RUN c")));
        assertThat(LineDiff.of(SOURCE, List.of(edit("RUN d", ""))))
                .containsExactly(new Change(4, List.of("RUN d"), List.of()));
    }

    private static TextEdit edit(String old, String replacement) {
        int start = SOURCE.content().indexOf(old);
        return new TextEdit(new Span(start, start + old.length()), replacement);
    }
}
