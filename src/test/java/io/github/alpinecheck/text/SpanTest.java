package io.github.alpinecheck.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void endsBeforeItsEndOffset() {
        assertThat(new Span(2, 5).length()).isEqualTo(3);
        assertThat(Span.at(4)).isEqualTo(new Span(4, 4));
        assertThat(Span.at(4).length()).isZero();
    }

    @Test
    void joinsInAnyOrderAndOverGaps() {
        assertThat(new Span(2, 5).to(new Span(8, 9))).isEqualTo(new Span(2, 9));
        assertThat(new Span(8, 9).to(new Span(2, 5))).isEqualTo(new Span(2, 9));
        assertThat(new Span(2, 9).to(new Span(3, 4))).isEqualTo(new Span(2, 9));
    }

    @Test
    void containsWhatDoesNotReachOut() {
        assertThat(new Span(2, 5).contains(new Span(2, 5))).isTrue();
        assertThat(new Span(2, 5).contains(Span.at(5))).isTrue();
        assertThat(new Span(2, 5).contains(new Span(4, 6))).isFalse();
    }

    @Test
    void sortsByStartThenByEnd() {
        assertThat(Stream.of(new Span(3, 4), new Span(1, 9), new Span(1, 2))
                        .sorted()
                        .toList())
                .containsExactly(new Span(1, 2), new Span(1, 9), new Span(3, 4));
    }

    @Test
    void cannotEndBeforeItsStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2));
    }
}
