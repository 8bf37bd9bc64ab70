package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {

    private final Releases releases = Releases.load();

    @ParameterizedTest
    @CsvSource({
        "3.22, 3.22",
        "3.22.1, 3.22",
        "3.6.5, 3.6",
        "3.0, 3.0",
        "edge, edge",
        // newer than the table, of a release that still gets point releases
        "3.24.9, 3.24",
    })
    void finds(String version, String release) {
        assertThat(releases.find(version)).map(Release::version).contains(release);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.25", "3.6.6", "3.20.99", "3.22.x", "3.22.", "3", "latest", "", ".", "20240923", "2.7"})
    void doesNotFind(String version) {
        assertThat(releases.find(version)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3.6, 2017-05-24, 2019-05-01, 2.7.6, http",
        "3.12, 2020-05-29, 2022-05-01, 2.10.8, http",
        "3.13, 2021-01-14, 2022-11-01, 2.12.7, https",
        "3.20, 2024-05-22, 2026-04-01, 2.14.4, https",
        // alpinelinux.org's day; Trivy has 2026-12-05
        "3.21, 2024-12-05, 2026-11-01, 2.14.6, https",
        "3.22, 2025-05-30, 2027-05-01, 2.14.12, https",
        "3.24, 2026-06-09, 2028-06-01, 3.0.8, https",
    })
    void knows(String version, LocalDate released, LocalDate endOfSupport, String apkTools, String scheme) {
        Release release = releases.find(version).orElseThrow();
        assertThat(release.released()).contains(released);
        assertThat(release.endOfSupport()).contains(endOfSupport);
        assertThat(release.apkTools()).isEqualTo(apkTools);
        assertThat(release.repositories())
                .containsExactly(
                        scheme + "://dl-cdn.alpinelinux.org/alpine/v" + version + "/main",
                        scheme + "://dl-cdn.alpinelinux.org/alpine/v" + version + "/community");
        assertThat(release.packages()).contains("musl", "busybox", "apk-tools").doesNotContain("tzdata", "bash");
    }

    @ParameterizedTest
    @CsvSource({
        "3.6, false",
        "3.15, false",
        "3.15.11, false",
        "3.16.0, false",
        "3.16.2, false",
        "3.16.3, true",
        "3.16.9, true",
        "3.17, true",
        "3.24, true",
        "edge, true",
    })
    void nsswitch(String version, boolean there) {
        assertThat(releases.find(version).flatMap(Release::nsswitch)).contains(there);
    }

    @Test
    void nsswitchOf316DependsOnThePointRelease() {
        assertThat(releases.find("3.16").flatMap(Release::nsswitch)).isEmpty();
    }

    @Test
    void commandsAreKnownWhereSomebodyLooked() {
        assertThat(releases.find("3.20").flatMap(Release::commands))
                .hasValueSatisfying(commands -> assertThat(commands)
                        .contains("wget", "ash", "apk", "ldd")
                        .doesNotContain("bash", "curl"));
        assertThat(releases.find("3.22").flatMap(Release::commands)).isEmpty();
        assertThat(releases.find("edge").flatMap(Release::commands)).isEmpty();
        assertThat(releases.find("3.5").flatMap(Release::commands)).isEmpty();
    }

    @Test
    void allAreInOrder() {
        assertThat(releases.all()).isSorted();
        assertThat(releases.all().get(0).version()).isEqualTo("3.0");
        assertThat(releases.all()).last().extracting(Release::isEdge).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 3.24",
        "2026-06-09, 3.24",
        "2026-06-08, 3.23",
        "2017-05-24, 3.6",
        "2014-06-04, 3.0",
    })
    void newestOn(LocalDate day, String version) {
        assertThat(releases.newestOn(day)).map(Release::version).contains(version);
    }

    @Test
    void noReleaseBeforeTheFirst() {
        assertThat(releases.newestOn(LocalDate.of(2014, 6, 3))).isEmpty();
    }

    @Test
    void newestPointOfADay() {
        Release release = releases.find("3.16").orElseThrow();
        assertThat(releases.newestPoint(release, LocalDate.of(2022, 11, 10))).contains("3.16.2");
        assertThat(releases.newestPoint(release, LocalDate.of(2026, 1, 1))).contains("3.16.9");
        assertThat(releases.newestPoint(release, LocalDate.of(2022, 1, 1))).isEqualTo(Optional.empty());
    }

    @Test
    void collectedOn() {
        assertThat(releases.collectedOn()).isEqualTo("2026-11-23");
    }
}
