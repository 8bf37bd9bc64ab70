package io.github.alpinecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1", // F
        "3, 1, 4", // the line feed belongs to its line
        "4, 2, 1",
        "5, 2, 2",
        "7, 2, 3", // an emoji is two characters and one column
        "8, 2, 4", // carriage return
        "9, 2, 5", // and line feed
        "10, 3, 1", // the blank line
        "11, 4, 1",
        "12, 4, 2", // the end of the text
        "99, 4, 2", // beyond the end is the end
    })
    void countsLinesAndCodePointsFromOne(int offset, int line, int column) {
        SourceText text = SourceText.of("Dockerfile", "FRO\né🐳x\r\n\nZ");

        assertThat(text.position(offset)).isEqualTo(new Position(line, column));
    }

    @Test
    void linesComeWithoutTheirEnds() {
        SourceText text = SourceText.of("Dockerfile", "one\r\ntwo\n\nfour");

        assertThat(text.lineCount()).isEqualTo(4);
        assertThat(text.line(1)).isEqualTo("one");
        assertThat(text.line(2)).isEqualTo("two");
        assertThat(text.line(3)).isEmpty();
        assertThat(text.line(4)).isEqualTo("four");
        assertThat(text.lineStart(2)).isEqualTo(5);
        assertThat(text.lineStart(4)).isEqualTo(10);
    }

    @Test
    void theLastLineFeedBeginsNoLine() {
        assertThat(SourceText.of("Dockerfile", "one\n").lineCount()).isEqualTo(1);
        assertThat(SourceText.of("Dockerfile", "").lineCount()).isEqualTo(1);
        assertThat(SourceText.of("Dockerfile", "").position(0)).isEqualTo(new Position(1, 1));
    }

    @Test
    void manyLinesAreFound() {
        SourceText text = SourceText.of("Dockerfile", "x\n".repeat(1000));

        assertThat(text.lineCount()).isEqualTo(1000);
        assertThat(text.position(1998)).isEqualTo(new Position(1000, 1));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        byte[] bytes = "\uFEFFFROM x".getBytes(StandardCharsets.UTF_8);

        SourceText text = SourceText.decode("Dockerfile", bytes);

        assertThat(text.content()).isEqualTo("FROM x");
        assertThat(text.position(0)).isEqualTo(new Position(1, 1));
        assertThat(text.text(new Span(5, 6))).isEqualTo("x");
    }

    @Test
    void whatIsNoTextBecomesTheReplacementCharacter() {
        assertThat(SourceText.decode("Dockerfile", new byte[] {'a', (byte) 0xFF, 'b'})
                        .content())
                .isEqualTo("a\uFFFDb");
        assertThat(SourceText.of("Dockerfile", "a" + PartialString.HOLE).content())
                .isEqualTo("a\uFFFD");
    }
}
