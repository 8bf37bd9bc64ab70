package io.github.alpinecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappedTextTest {

    private static final SourceText SOURCE = SourceText.of("Dockerfile", "ab\\\n cd 🐳");

    /** {@code ab cd}: the continuation between was left out. */
    private static final MappedText JOINED = new MappedText.Builder()
            .append(MappedText.of(SOURCE, new Span(0, 2)))
            .append(MappedText.of(SOURCE, new Span(4, 7)))
            .build(7);

    @Test
    void readsAsTheTextThatWasMade() {
        assertThat(JOINED).hasToString("ab cd");
        assertThat(JOINED.length()).isEqualTo(5);
        assertThat(JOINED.charAt(3)).isEqualTo('c');
    }

    @Test
    void knowsWhereEachCharacterCameFrom() {
        assertThat(JOINED.sourceOffset(1)).isEqualTo(1);
        assertThat(JOINED.sourceOffset(2)).isEqualTo(4);
        assertThat(JOINED.sourceOffset(5)).isEqualTo(7);
    }

    @Test
    void aSpanEndsWithItsLastCharacterEvenBeforeSomethingLeftOut() {
        assertThat(JOINED.span(0, 2)).isEqualTo(new Span(0, 2));
        assertThat(JOINED.span(0, 3)).isEqualTo(new Span(0, 5));
        assertThat(JOINED.span()).isEqualTo(new Span(0, 7));
        assertThat(JOINED.span(5, 5)).isEqualTo(Span.at(7));
    }

    @Test
    void aSliceKeepsThePlaces() {
        MappedText slice = JOINED.slice(1, 4);

        assertThat(slice).hasToString("b c");
        assertThat(slice.span()).isEqualTo(new Span(1, 6));
        assertThat(slice.slice(2, 3).span()).isEqualTo(new Span(5, 6));
        assertThat(JOINED.subSequence(1, 4)).isEqualTo(slice);
    }

    @Test
    void isEqualToTheSameTextFromTheSamePlace() {
        MappedText first = MappedText.of(SOURCE, new Span(4, 6));
        MappedText again = MappedText.of(SOURCE, new Span(3, 7)).slice(1, 3);

        assertThat(first).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(first).isNotEqualTo(new MappedText.Builder().append("cd", 4).build(6));
        assertThat(first).isNotEqualTo(JOINED);
    }

    @Test
    void nothingStandsSomewhereToo() {
        assertThat(MappedText.empty(7).length()).isZero();
        assertThat(MappedText.empty(7).span()).isEqualTo(Span.at(7));
    }

    @Test
    void aCharacterMayStandForOthers() {
        MappedText value = new MappedText.Builder()
                .append('x', 10)
                .append("value", 11)
                .append('y', 17)
                .build(18);

        assertThat(value).hasToString("xvaluey");
        assertThat(value.span(1, 6)).isEqualTo(new Span(11, 12));
        assertThat(value.span()).isEqualTo(new Span(10, 18));
    }

    @Test
    void theBuilderGrowsAndShrinks() {
        MappedText.Builder builder = new MappedText.Builder();
        assertThat(builder.last()).isEqualTo('\0');
        for (int i = 0; i < 1000; i++) {
            builder.append('x', i);
        }
        builder.truncate(500).append('y', 2000);

        assertThat(builder.length()).isEqualTo(501);
        assertThat(builder.last()).isEqualTo('y');
        assertThat(builder.build(2001).sourceOffset(500)).isEqualTo(2000);
    }

    @Test
    void bothHalvesOfAnEmojiHaveTheirPlace() {
        MappedText whale = MappedText.of(SOURCE, new Span(8, 10));

        assertThat(whale).hasToString("🐳");
        assertThat(whale.sourceOffset(1)).isEqualTo(9);
    }
}
