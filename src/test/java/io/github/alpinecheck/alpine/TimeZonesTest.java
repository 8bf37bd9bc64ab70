package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    private final TimeZones zones = TimeZones.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "Asia/Chongqing",
                "Asia/Calcutta",
                "America/Argentina/Buenos_Aires",
                "PRC",
                "UTC",
                "GMT",
                "GMT0",
                "EST5EDT",
                "Etc/UTC",
                "Etc/GMT+8",
                "Etc/GMT-14",
                "Europe/Kyiv",
                "Europe/Kiev",
                "US/Pacific-New",
                "posix/Asia/Tokyo",
                "right/UTC",
            })
    void exists(String name) {
        assertThat(zones.exists(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Beijing",
                "asia/shanghai",
                "Asia",
                "CST",
                "CST-8",
                "GMT+8",
                "UTC+8",
                "zone.tab",
                "right/posix/UTC",
                "/usr/share/zoneinfo/UTC",
                "",
            })
    void doesNotExist(String name) {
        assertThat(zones.exists(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Beijing, Asia/Shanghai",
        "China/Shanghai, Asia/Shanghai",
        "Beijing, Asia/Shanghai",
        "Shanghai, Asia/Shanghai",
        "Asia/Shangai, Asia/Shanghai",
        "asia/shanghai, Asia/Shanghai",
        "Asia/ShangHai, Asia/Shanghai",
        "Europe/Berlim, Europe/Berlin",
        "America/NewYork, America/New_York",
        "Asia/Hongkong, Asia/Hong_Kong",
        "Asia/Mumbai, Asia/Kolkata",
        "right/Europe/Pariss, Europe/Paris",
    })
    void nearest(String name, String meant) {
        assertThat(zones.nearest(name)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere/AtAllInTheWorld", "xxxxxxxx"})
    void noneIsNear(String name) {
        assertThat(zones.nearest(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRC, Asia/Shanghai",
        "Asia/Harbin, Asia/Chongqing",
        "Asia/Shanghai, Asia/Shanghai",
        "Europe/Kiev, Europe/Kyiv",
        "Zulu, Etc/Greenwich",
        "posix/PRC, right/Asia/Shanghai",
    })
    void areSame(String one, String other) {
        assertThat(zones.areSame(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, Asia/Hong_Kong",
        "Asia/Shanghai, UTC",
        "Asia/Beijing, Asia/Beijing",
        "Etc/GMT+8, Etc/GMT-8"
    })
    void areNotSame(String one, String other) {
        assertThat(zones.areSame(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "GMT", "Etc/GMT", "GMT0", "UCT", "Universal", "Greenwich", "Etc/Zulu"})
    void isUtc(String name) {
        assertThat(zones.isUtc(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "Africa/Abidjan", "utc", "CST"})
    void isNotUtc(String name) {
        assertThat(zones.isUtc(name)).isFalse();
    }
}
