package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.ApkTools.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApkToolsTest {

    private final ApkTools apkTools = ApkTools.load();

    @ParameterizedTest(name = "apk {0}: apk {1} {2} is {3}")
    @CsvSource({
        "2.14.4, add, --no-cache, --no-cache, false",
        "2.14.4, add, -U, --update-cache, false",
        "2.14.4, add, --update, --update-cache, false",
        "2.14.4, add, --update-cache, --update-cache, false",
        "2.14.4, add, --virtual, --virtual, true",
        "2.14.4, add, --virtual=.deps, --virtual, true",
        "2.14.4, add, -t, --virtual, true",
        "2.14.4, add, -t.deps, --virtual, true",
        "2.14.4, add, -X, --repository, true",
        "2.14.4, add, --repository, --repository, true",
        "2.14.4, add, -uU, --update-cache, false",
        "2.14.4, add, --no-cach, --no-cache, false",
        "2.14.4, del, -r, --rdepends, false",
        "2.14.4, upgrade, --available, --available, false",
        "2.14.4, '', --no-cache, --no-cache, false",
        "2.7.6, add, --no-cache, --no-cache, false",
        "2.12.14, add, --no-check-certificate, --no-check-certificate, false",
        // the nearest one of the line that somebody looked at
        "2.14.12, add, --force-missing-repositories, --force-missing-repositories, false",
        "3.0.8, add, --no-cache, --no-cache, false",
        "3.0.6, add, --cache=no, --no-cache, false",
        "3.0.6, add, --cache, --cache, false",
        "3.0.6, add, --update, --update-cache, false",
        "3.0.6, add, --no-scripts, --no-scripts, false",
        "3.0.6, add, --no-logfile, --no-logfile, false",
        "3.0.6, add, --logfile=no, --no-logfile, false",
        "3.0.6, add, -t, --virtual, true",
        // one option, two letters
        "2.14.4, search, -e, --exact, false",
        "3.0.8, search, -x, --exact, false",
        // nobody knows this version, nor this applet: what any version understands
        "4.0.0, add, --no-cache, --no-cache, false",
        "'', add, --no-network, --no-network, false",
        "2.14.4, version, --indexes, --indexes, false",
    })
    void understands(String version, String applet, String token, String name, boolean takesValue) {
        assertThat(apkTools.option(version, applet, token)).contains(new Option(name, takesValue));
    }

    @ParameterizedTest(name = "apk {0}: apk {1} {2}")
    @CsvSource({
        "2.14.4, add, -y",
        "2.14.4, add, --yes",
        "2.14.4, add, --no-install-recommends",
        "2.14.4, add, --no-chache",
        "2.14.4, add, --no-cache=1",
        "2.14.4, add, --no-c",
        "2.14.4, add, --",
        "2.14.4, add, -",
        "2.14.4, add, bash",
        "2.14.4, add, -Uy",
        "2.14.4, del, --virtual",
        "2.14.4, update, -t",
        "2.12.9, add, --no-check-certificate",
        "2.7.6, add, --cache-max-age",
        "3.0.6, add, -y",
        "3.0.6, add, --no-cach",
        "3.0.6, add, --no-cache=1",
        "3.0.8, add, --no-install-recommends",
        "4.0.0, add, --no-install-recommends",
    })
    void doesNotUnderstand(String version, String applet, String token) {
        assertThat(apkTools.option(version, applet, token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-uU", "-Uu"})
    void everyLetterIsAnOption(String token) {
        assertThat(apkTools.options("2.14.4", "add", token))
                .containsExactlyInAnyOrder(new Option("--upgrade", false), new Option("--update-cache", false));
    }

    @ParameterizedTest(name = "apk {0}: {1}")
    @CsvSource({
        "2.7.6, IGNORED",
        "2.10.3, IGNORED",
        "2.10.6, IGNORED_BUT_LAST",
        "2.14.12, IGNORED_BUT_LAST",
        "3.0.8, REFUSED",
    })
    void doesAboutAnUnknownOption(String version, ApkTools.UnknownOption answer) {
        assertThat(apkTools.unknownOption(version)).contains(answer);
    }

    @ParameterizedTest(name = "{0} is near to {1}")
    @CsvSource({"--no-chache, --no-cache", "--virtul, --virtual", "--quite, --quiet"})
    void findsTheOptionThatWasMeant(String token, String option) {
        assertThat(apkTools.nearestOption("2.14.4", "add", token)).contains(option);
    }

    @ParameterizedTest
    @CsvSource({"-y", "--yes", "--no-install-recommends"})
    void findsNoOptionWhereNoneIsNear(String token) {
        assertThat(apkTools.nearestOption("2.14.4", "add", token)).isEmpty();
    }
}
