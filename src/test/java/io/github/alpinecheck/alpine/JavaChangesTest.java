package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaChangesTest {

    private final JavaChanges changes = JavaChanges.load();

    @Test
    void theTimezoneFileIsIgnoredFrom25OnAndPerhapsByUpdatesOfEarlierReleases() {
        assertThat(changes.ignoresTimezoneFile(JavaVersion.released(25))).isTrue();
        assertThat(changes.ignoresTimezoneFile(JavaVersion.released(26))).isTrue();
        assertThat(changes.ignoresTimezoneFile(JavaVersion.released(21))).isFalse();
    }
}
