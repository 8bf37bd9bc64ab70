package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApkAppletsTest {

    private final ApkApplets applets = ApkApplets.load();

    @ParameterizedTest(name = "apk {0} means apk {1}")
    @CsvSource({
        "install, add",
        "remove, del",
        "uninstall, del",
        "clean, cache clean",
        "udpate, update",
        "upgarde, upgrade"
    })
    void means(String word, String meant) {
        assertThat(applets.exists(word)).isFalse();
        assertThat(applets.meantBy(word)).contains(meant);
    }

    @ParameterizedTest(name = "apk {0}")
    @ValueSource(strings = {"add", "del", "update", "query", "mkpkg", "help", "something", "x"})
    void meansNothingElse(String word) {
        assertThat(applets.meantBy(word)).isEmpty();
    }
}
