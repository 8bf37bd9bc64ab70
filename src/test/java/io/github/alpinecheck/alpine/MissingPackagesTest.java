package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.MissingPackages.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingPackagesTest {

    private final MissingPackages packages = MissingPackages.load();

    private static Release release(String version) {
        return Releases.load().find(version).orElseThrow();
    }

    @ParameterizedTest(name = "{0} is not in Alpine {1}: {2}")
    @CsvSource({
        "build-essential, 3.6, build-base",
        "build-essential, edge, build-base",
        "python, 3.12, python3",
        "python2, edge, python3",
        "nodejs-npm, 3.14, npm",
        "python-pip, 3.11, py2-pip",
        "python-pip, 3.12, py3-pip",
        "openjdk-17-jre, 3.15, openjdk17-jre",
    })
    void missing(String name, String version, String instead) {
        assertThat(packages.missing(name, release(version)).flatMap(Missing::instead))
                .contains(instead);
    }

    @ParameterizedTest(name = "{0} is in Alpine {1}, or nobody knows")
    @CsvSource({
        "python, 3.11",
        "python2, 3.15",
        "py2-pip, 3.12",
        "nodejs-npm, 3.13",
        "py-pip, 3.24",
        "ttf-dejavu, 3.24",
        "curl, 3.24",
        "no-such-thing, 3.24",
    })
    void notMissing(String name, String version) {
        assertThat(packages.missing(name, release(version))).isEmpty();
    }

    @Test
    void whatIsGoneWasThereOnce() {
        assertThat(packages.missing("python", release("3.22")).flatMap(Missing::gone))
                .contains(release("3.12"));
        assertThat(packages.missing("netcat", release("3.22")).orElseThrow().gone())
                .isEmpty();
    }

    @Test
    void noNameIsKnownForARelease() {
        assertThat(packages.missing("openjdk-21-jdk", release("3.12"))
                        .orElseThrow()
                        .instead())
                .isEmpty();
    }
}
