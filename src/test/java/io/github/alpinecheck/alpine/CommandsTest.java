package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private final Commands commands = Commands.load();
    private final Releases releases = Releases.load();

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "3.6, wget, PRESENT",
        "3.6, telnet, PRESENT",
        "3.7, telnet, ABSENT",
        "3.6, setpriv, ABSENT",
        "3.7, setpriv, PRESENT",
        "3.11, xz, PRESENT",
        "3.12, xz, PRESENT",
        "3.13, xz, ABSENT",
        "3.20, bash, ABSENT",
        "3.20, tree, PRESENT",
        "3.12, update-ca-certificates, ABSENT",
        // not measured: as all of 3.18, 3.19, 3.20 and edge of 2024, or as every one since 3.6
        "3.22, wget, PRESENT",
        "3.22, tree, PRESENT",
        "3.22, bash, ABSENT",
        "3.22, curl, ABSENT",
        "3.22, update-ca-certificates, ABSENT",
        "3.22, xz, UNKNOWN",
        "3.24, telnet, UNKNOWN",
        "3.24, ed, UNKNOWN",
        "edge, wget, PRESENT",
        "edge, bash, ABSENT",
        "edge, patch, UNKNOWN",
        "3.5, wget, UNKNOWN",
        "3.4, bash, UNKNOWN",
    })
    void inTheBareImage(String release, String command, Presence presence) {
        assertThat(commands.in(releases.find(release).orElseThrow(), command)).isEqualTo(presence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash",
                "curl",
                "git",
                "sudo",
                "useradd",
                "apt-get",
                "yum",
                "systemctl",
                "jq",
                "openssl",
                "make",
                "gcc",
                "update-ca-certificates",
                "tini",
                "gosu",
                "fc-cache",
                "dig",
                "locale-gen"
            })
    void reportable(String command) {
        assertThat(commands.isReportable(command)).isTrue();
        assertThat(commands.reportable()).contains(command);
    }

    /** They come in many ways, or nobody looked. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "node", "pip", "yarn", "supervisord", "wget", "ls", "some-program"})
    void notReportable(String command) {
        assertThat(commands.isReportable(command)).isFalse();
        assertThat(commands.reportable()).doesNotContain(command);
    }

    @ParameterizedTest
    @CsvSource({
        "bash, bash",
        "update-ca-certificates, ca-certificates",
        "useradd, shadow",
        "dig, bind-tools",
        "fc-list, fontconfig",
        "java, openjdk21-jre-headless",
        "ssh, openssh-client-default",
    })
    void theUsualProviderComesFirst(String command, String provider) {
        assertThat(commands.providers(command)).first().isEqualTo(provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemctl", "locale-gen", "some-program"})
    void noProvider(String command) {
        assertThat(commands.providers(command)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "apt-get, apk add",
        "yum, apk add",
        "useradd, adduser",
        "groupadd, addgroup",
        "lsb_release, . /etc/os-release",
        "gosu, su-exec"
    })
    void instead(String command, String alternative) {
        assertThat(commands.alternative(command)).contains(alternative);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git", "bash", "some-program"})
    void nothingInstead(String command) {
        assertThat(commands.alternative(command)).isEmpty();
    }
}
