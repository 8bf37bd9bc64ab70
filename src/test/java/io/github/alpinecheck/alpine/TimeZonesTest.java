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
}
