package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {

    private final Packages packages = Packages.load();

    @ParameterizedTest
    @CsvSource({
        "bash, bash",
        "curl, curl update-ca-certificates",
        "git, git update-ca-certificates",
        "ca-certificates, update-ca-certificates",
        "shadow, groupadd groupmod useradd userdel usermod",
        "ttf-dejavu, fc-cache fc-list",
        "openjdk17-jre-headless, update-ca-certificates",
        "openssh-client, scp ssh ssh-keygen",
        "bind-tools, dig host",
        "mysql-client, perl",
        "util-linux, runuser",
        "gettext, envsubst",
    })
    void commands(String name, String commands) {
        assertThat(packages.commands(name)).containsExactlyInAnyOrder(commands.split(" ", -1));
    }

    @Test
    void buildBase() {
        assertThat(packages.commands("build-base")).contains("gcc", "g++", "cc", "make", "file", "patch");
    }

    @ParameterizedTest
    @CsvSource({
        "openjdk17, java-cacerts",
        "openjdk17-jre, ca-certificates",
        "openjdk8-jre, java-cacerts",
        "curl, ca-certificates",
        "libc6-compat, gcompat",
        "supervisor, python3",
    })
    void brings(String name, String other) {
        assertThat(packages.with(name)).contains(name, other);
    }

    @Test
    void zoneDataComesOnlyByItsName() {
        assertThat(packages.all())
                .filteredOn(name -> packages.with(name).contains("tzdata"))
                .containsExactly("tzdata");
    }

    @Test
    void pythonAndPipBringEachOther() {
        assertThat(packages.with("python3")).contains("py3-pip");
        assertThat(packages.with("py3-pip")).contains("python3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some-package", "cmd:bash", "so:libc.musl-x86_64.so.1", ".build-deps", ""})
    void unknown(String name) {
        assertThat(packages.isKnown(name)).isFalse();
        assertThat(packages.commands(name)).isEmpty();
        assertThat(packages.with(name)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "tzdata", "openjdk21-jre-headless", "libstdc++", "font-noto-cjk"})
    void known(String name) {
        assertThat(packages.isKnown(name)).isTrue();
    }
}
