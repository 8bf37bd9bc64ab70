package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en-US, en",
        "de-DE, en",
        "fa-IR, en",
        "zh, zh-CN",
        "zh-CN, zh-CN",
        "zh-SG, zh-CN",
        "zh-Hans-HK, zh-CN",
        "zh-TW, en",
        "zh-HK, en",
        "zh-Hant, en"
    })
    void ofAMachine(String machine, String language) {
        assertThat(MessageLanguage.of(Locale.forLanguageTag(machine)).toLanguageTag())
                .isEqualTo(language);
    }

    @Test
    void ofThePom() {
        assertThat(MessageLanguage.named("zh_CN")).contains(Locale.SIMPLIFIED_CHINESE);
        assertThat(MessageLanguage.named("EN")).contains(Locale.ENGLISH);
        assertThat(MessageLanguage.named("de")).isEmpty();
    }
}
