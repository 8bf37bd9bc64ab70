package io.github.alpinecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("FROM", "RUN", "CMD", "COPY", "ENV", "ENTRYPOINT", "EXPOSE", "HEALTHCHECK", "WORKDIR");

    @ParameterizedTest
    @CsvSource({
        "FORM,          FROM", // two neighbours swapped: one edit
        "runn,          RUN", // whatever the case
        "ENTRYPIONT,    ENTRYPOINT",
        "ENTERYPOINNT,  ENTRYPOINT",
        "HEALTHSCHEKCS, HEALTHCHECK", // a third of its length: four edits
        "WORKDIR,       WORKDIR",
        "RN,            RUN",
        "apk,           ", // ADD is two edits away: too many for three letters
        "FOR,           FROM", // ENV is further away
        "MAINTAINER,    ",
        "COMPOSE,       ", // EXPOSE is three edits away
        "zzzz,          ",
    })
    void findsTheWordThatWasMeant(String word, String meant) {
        assertThat(Nearest.nearest(word, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void theOrderOfTheKnownWordsDoesNotMatter() {
        assertThat(Nearest.nearest("bat", List.of("cat", "bad", "hat"))).contains("bad");
        assertThat(Nearest.nearest("bat", List.of("hat", "bad", "cat"))).contains("bad");
    }

    @Test
    void nothingIsNearWhenNothingIsKnown() {
        assertThat(Nearest.nearest("FROM", List.of())).isEmpty();
        assertThat(Nearest.nearest("", List.of("RUN"))).isEmpty();
        assertThat(Nearest.nearest("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
