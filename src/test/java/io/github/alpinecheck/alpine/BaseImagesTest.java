package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is behind the name of an image on a day. A dash stands for "not known". */
class BaseImagesTest {

    private static final String DIGEST = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final BaseImages images = BaseImages.load();

    private BaseImage find(String name, LocalDate day) {
        return images.find(ImageReference.parse(name).orElseThrow(), day).orElseThrow();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}, floating {3}")
    @CsvSource({
        "alpine, 2026-11-23, 3.24, true",
        "alpine:latest, 2025-06-01, 3.22, true",
        "alpine:3, 2026-11-23, 3.24, true",
        "alpine:3, 2027-05-25, 3.24, true",
        // half a year after the facts there will be another release
        "alpine:3, 2027-05-26, -, true",
        "alpine:3.22, 2026-11-23, 3.22, false",
        "alpine:3.22, 2030-01-01, 3.22, false",
        "alpine:3.22.1, 2026-11-23, 3.22, false",
        "alpine:edge, 2026-11-23, edge, false",
        "alpine:2.7, 2026-11-23, -, false",
        "alpine:20240923, 2026-11-23, -, false",
        "alpine:3.99, 2026-11-23, -, false",
        "docker.io/library/alpine:3.12, 2026-11-23, 3.12, false",
        "public.ecr.aws/docker/library/alpine:3.12, 2026-11-23, 3.12, false",
        "mirror.gcr.io/library/alpine:3.12, 2026-11-23, 3.12, false",
        "registry-1.docker.io/library/alpine, 2026-11-23, 3.24, true",
        "arm64v8/alpine:3.19, 2026-11-23, 3.19, false",
    })
    void alpineItself(String name, LocalDate day, String release, boolean floating) {
        BaseImage image = find(name, day);
        assertThat(image.release().map(Release::version).orElse("-")).isEqualTo(release);
        assertThat(image.floatingRelease()).isEqualTo(floating);
        assertThat(image.alpine()).isTrue();
        assertThat(image.family()).isEqualTo("alpine");
        assertThat(image.libc()).isEqualTo(Libc.MUSL);
        // what is not known to be there is only known to be missing if the release is known
        assertThat(image.packagesComplete()).isEqualTo(!release.equals("-"));
        assertThat(image.jvm()).isFalse();
        assertThat(image.frozenSince()).isEmpty();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}, {3}, floating {4}, frozen {5}")
    @CsvSource({
        // a tag that moves
        "eclipse-temurin:17-jre-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "eclipse-temurin:17-jre-alpine, 2026-08-20, 3.23, MUSL, true, -",
        "eclipse-temurin:17-jre-alpine, 2025-07-31, 3.21, MUSL, true, -",
        "eclipse-temurin:17-jre-alpine, 2025-01-21, -, MUSL, true, -",
        "eclipse-temurin:17-jre-alpine, 2027-12-01, -, MUSL, true, -",
        "eclipse-temurin:21-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "docker.io/eclipse-temurin:25-jdk-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "amazoncorretto:8-alpine-jre, 2024-08-01, 3.20, MUSL, true, -",
        "amazoncorretto:21-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "sapmachine:21-jre-alpine, 2026-11-23, 3.23, MUSL, true, -",
        "maven:3-eclipse-temurin-17-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "maven:3.9-amazoncorretto-21-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "gradle:jdk21-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "jetty:12-jdk21-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "nginx:alpine, 2026-11-23, 3.24, MUSL, true, -",
        "nginx:stable-alpine, 2025-06-30, 3.21, MUSL, true, -",
        "nginx:1.30-alpine, 2026-06-30, 3.23, MUSL, true, -",
        "node:lts-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "python:3.12-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "golang:alpine, 2026-11-23, 3.24, MUSL, true, -",
        "postgres:16-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "redis:alpine, 2026-11-23, 3.23, MUSL, true, -",
        "redis:7-alpine, 2026-08-01, 3.21, MUSL, true, -",
        // 3.21 has lost its support since: the image has most likely moved on
        "redis:7-alpine, 2026-11-23, -, MUSL, true, -",
        "docker:git, 2026-11-23, 3.19, MUSL, false, 2024-03-20",
        "docker:dind, 2026-11-23, 3.24, MUSL, true, -",
        "bellsoft/liberica-openjdk-alpine:17, 2026-11-23, 3.23, GLIBC, true, -",
        "bellsoft/liberica-openjdk-alpine-musl:17, 2026-11-23, 3.23, MUSL, true, -",
        "azul/zulu-openjdk-alpine:17-latest, 2026-11-23, -, MUSL, true, -",
        "php:8.2-fpm-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "php:fpm-alpine, 2025-12-02, 3.22, MUSL, true, -",
        "ruby:3.4-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "httpd:2.4-alpine, 2026-01-01, 3.23, MUSL, true, -",
        "haproxy:lts-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "memcached:alpine, 2026-11-23, 3.24, MUSL, true, -",
        "rust:1-alpine, 2026-11-23, 3.24, MUSL, true, -",
        "docker:29-cli, 2026-11-23, 3.24, MUSL, true, -",
        "bash:5, 2026-11-23, 3.24, MUSL, true, -",
        "bash:5.2, 2026-11-23, 3.22, MUSL, true, -",
        // a tag that names the release
        "eclipse-temurin:17-jre-alpine-3.22, 2026-11-23, 3.22, MUSL, false, -",
        "eclipse-temurin:17.0.14_7-jre-alpine-3.21, 2027-12-01, 3.21, MUSL, false, -",
        "amazoncorretto:17-alpine3.19-jdk, 2026-11-23, 3.19, MUSL, false, -",
        "nginx:1.25-alpine3.18-slim, 2026-11-23, 3.18, MUSL, false, -",
        "ruby:3.3-alpine3.20, 2026-11-23, 3.20, MUSL, false, -",
        "php:8.2-fpm-alpine3.18, 2026-11-23, 3.18, MUSL, false, -",
        "rust:1.80-alpine3.20, 2026-11-23, 3.20, MUSL, false, -",
        // a tag that does not tell and moves no more than its own number
        "eclipse-temurin:17.0.3_7-jre-alpine, 2026-11-23, -, UNKNOWN, true, -",
        "ruby:3.3.1-alpine, 2026-11-23, -, MUSL, true, -",
        // nobody builds them any more
        "openjdk:8-jdk-alpine, 2026-11-23, 3.9, MUSL, false, 2019-05-17",
        "openjdk:8-jre-alpine3.9, 2026-11-23, 3.9, MUSL, false, 2019-05-17",
        "openjdk:8-jdk-alpine, 2018-08-01, 3.8, MUSL, false, -",
        "openjdk:8u181-jdk-alpine, 2026-11-23, 3.8, MUSL, false, 2019-01-07",
        "openjdk:8u92-jdk-alpine, 2026-11-23, -, MUSL, false, 2019-05-17",
        "openjdk:alpine, 2026-11-23, 3.8, MUSL, false, 2018-07-27",
        "openjdk:13-alpine, 2026-11-23, 3.10, MUSL, false, 2019-08-07",
        "openjdk:17-jdk-alpine, 2026-11-23, 3.14, MUSL, false, 2021-08-05",
        "openjdk:19-alpine, 2026-11-23, 3.16, MUSL, false, 2022-08-04",
        "java:8-jre-alpine, 2026-11-23, 3.4, MUSL, false, 2016-12-19",
        "tomcat:8.5-jre8-alpine, 2026-11-23, 3.9, MUSL, false, 2019-05-14",
        "maven:3.6-jdk-8-alpine, 2026-11-23, 3.9, MUSL, false, 2019-04-22",
        "gradle:jdk8-alpine, 2026-11-23, 3.9, MUSL, false, 2019-05-26",
        "adoptopenjdk/openjdk11:alpine-slim, 2026-11-23, -, GLIBC, false, 2023-04-27",
        "adoptopenjdk:8-jdk-hotspot-alpine, 2026-11-23, -, GLIBC, false, 2019-04-19",
        "anapsix/alpine-java:8, 2026-11-23, 3.8, GLIBC, false, 2019-04-24",
        "anapsix/alpine-java:8u144b01_jdk, 2026-11-23, -, GLIBC, false, 2019-04-24",
        "frolvlad/alpine-oraclejdk8:slim, 2026-11-23, -, GLIBC, false, 2019-02-02",
        "frolvlad/alpine-oraclejdk8, 2026-11-23, 3.8, GLIBC, false, 2019-01-15",
        "frolvlad/alpine-java:jdk8-slim, 2026-11-23, 3.9, GLIBC, false, 2019-02-02",
        "frolvlad/alpine-glibc, 2026-11-23, -, GLIBC, true, -",
        "eclipse-temurin:24-jre-alpine, 2026-11-23, 3.22, MUSL, false, 2025-08-01",
        "node:16-alpine, 2026-11-23, 3.18, MUSL, false, 2023-09-11",
        "python:2.7-alpine, 2026-11-23, 3.11, MUSL, false, 2020-04-20",
        "php:7.4-fpm-alpine, 2026-11-23, 3.16, MUSL, false, 2022-11-28",
        "ruby:2.7-alpine, 2026-11-23, 3.16, MUSL, false, 2023-03-30",
        "docker:20.10-dind, 2026-11-23, 3.18, MUSL, false, 2023-05-12",
    })
    void alpineInside(String name, LocalDate day, String release, Libc libc, boolean floating, String frozen) {
        BaseImage image = find(name, day);
        assertThat(image.release().map(Release::version).orElse("-")).isEqualTo(release);
        assertThat(image.libc()).isEqualTo(libc);
        assertThat(image.floatingRelease()).isEqualTo(floating);
        assertThat(image.frozenSince().map(LocalDate::toString).orElse("-")).isEqualTo(frozen);
        assertThat(image.alpine()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "debian:bookworm-slim, GLIBC, false",
        "ubuntu, GLIBC, false",
        "eclipse-temurin:17-jre, GLIBC, true",
        "eclipse-temurin:17-jre-jammy, GLIBC, true",
        "maven:3-eclipse-temurin-17, GLIBC, true",
        "openjdk:17-slim, GLIBC, true",
        "amazoncorretto:17, GLIBC, true",
        "ibm-semeru-runtimes:open-17-jre, GLIBC, true",
        "node:20, GLIBC, false",
        "golang:1.22, GLIBC, false",
        "python:3.12-slim, GLIBC, false",
        "gcr.io/distroless/java17-debian12, GLIBC, true",
        "gcr.io/distroless/base, GLIBC, false",
        "gcr.io/distroless/static-debian12, NONE, false",
        "registry.access.redhat.com/ubi9/ubi-minimal:9.4, GLIBC, false",
        "amazonlinux:2023, GLIBC, false",
        "rockylinux:9, GLIBC, false",
        "scratch, NONE, false",
        "busybox, UNKNOWN, false",
        "eclipse-temurin:17-jdk-windowsservercore-ltsc2022, UNKNOWN, false",
    })
    void notAlpine(String name, Libc libc, boolean jvm) {
        BaseImage image = find(name, TODAY);
        assertThat(image.alpine()).isFalse();
        assertThat(image.libc()).isEqualTo(libc);
        assertThat(image.jvm()).isEqualTo(jvm);
        assertThat(image.release()).isEmpty();
        assertThat(image.floatingRelease()).isFalse();
        assertThat(image.packagesComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/team/base:1.0",
                "foo/bar:1.2-alpine3.19",
                "example.com/alpine:3.22",
                "someone/alpine:3.22",
                "quay.io/team/eclipse-temurin:17-jre-alpine",
            })
    void nothingIsKnown(String name) {
        assertThat(images.find(ImageReference.parse(name).orElseThrow(), TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: Java {1}")
    @CsvSource({
        "eclipse-temurin:17-jre-alpine, 17",
        "eclipse-temurin:8-alpine, 8",
        "eclipse-temurin:8u412-b08-jre-alpine, 8",
        "eclipse-temurin:17.0.3_7-jre-alpine, 17",
        "eclipse-temurin:21-jre-alpine-3.22, 21",
        "eclipse-temurin:21-jre-jammy, 21",
        "eclipse-temurin:latest, -",
        "eclipse-temurin, -",
        "openjdk:8-jre-alpine, 8",
        "openjdk:8u212-jdk-alpine3.9, 8",
        "openjdk:7-alpine, 7",
        "openjdk:alpine, 8",
        "openjdk:17-jdk-alpine, 17 early access",
        "openjdk:13-alpine, 13 early access",
        "openjdk:19-ea-5-alpine3.16, 19 early access",
        "openjdk:17-jdk-slim, 17",
        "openjdk:26-ea-jdk-slim, 26 early access",
        "openjdk:11-jre-alpine, 11",
        "java:8-jre-alpine, 8",
        "java:openjdk-8-jre-alpine, 8",
        "java:alpine, 8",
        "adoptopenjdk:11-jre-hotspot-alpine, 11",
        "adoptopenjdk:jre8u202-b08-alpine, 8",
        "adoptopenjdk/openjdk11:alpine-slim, 11",
        "adoptopenjdk/openjdk8-openj9:alpine-slim, 8",
        "amazoncorretto:21-alpine, 21",
        "amazoncorretto:8u402-alpine3.19-jre, 8",
        "bellsoft/liberica-openjdk-alpine:17, 17",
        "bellsoft/liberica-openjre-alpine-musl:8u322-6, 8",
        "bellsoft/liberica-openjdk-alpine:latest, -",
        "azul/zulu-openjdk-alpine:21-jre-headless-latest, 21",
        "azul/zulu-openjdk-alpine:11.0.3, 11",
        "sapmachine:21-jre-alpine, 21",
        "sapmachine:lts-alpine, -",
        "ibm-semeru-runtimes:open-17-jre, 17",
        "ibmjava:8-jre-alpine, 8",
        "anapsix/alpine-java:8_server-jre_unlimited, 8",
        "anapsix/alpine-java, 8",
        "anapsix/alpine-java:9_jdk, 9 early access",
        "frolvlad/alpine-java, -",
        "frolvlad/alpine-oraclejdk8:slim, 8",
        "frolvlad/alpine-java:jdk8-slim, 8",
        "maven:3.9-eclipse-temurin-17-alpine, 17",
        "maven:3.9.9-amazoncorretto-21-alpine, 21",
        "maven:3.6.3-openjdk-17-slim, 17",
        "maven:3.6-jdk-8-alpine, 8",
        "maven:3.5.4-jdk-8-alpine, 8",
        "maven:3-jdk-7-alpine, 7",
        "maven:3-jdk-13-alpine, 13 early access",
        "maven:3-alpine, 8",
        "maven:3.9, -",
        "gradle:8-jdk17-alpine, 17",
        "gradle:jdk21-alpine, 21",
        "gradle:jdk8-alpine, 8",
        "gradle:jdk-25-and-26-alpine, -",
        "gradle:8-alpine, -",
        "tomcat:8.5-jre8-alpine, 8",
        "tomcat:alpine, 8",
        "tomcat:7-alpine, 7",
        "tomcat:8.0-alpine, -",
        "tomcat:10.1-jdk17-temurin, 17",
        "tomcat:9, -",
        "jetty:12-jdk21-alpine, 21",
        "clojure:temurin-17-tools-deps-alpine, 17",
        "ghcr.io/graalvm/jdk-community:21, 21",
        "ghcr.io/graalvm/graalvm-community:21, 21",
        "ghcr.io/graalvm/graalvm-ce:ol9-java17-22.3.3, 17",
        "gcr.io/distroless/java17-debian12, 17",
        "gcr.io/distroless/java:11, 11",
        "mcr.microsoft.com/openjdk/jdk:17-ubuntu, 17",
        "arm64v8/openjdk:8-jre-alpine, 8",
        "node:20-alpine, -",
        "alpine:3.22, -",
    })
    void javaByItsName(String name, String java) {
        assertThat(find(name, TODAY)
                        .java()
                        .map(version -> version.feature() + (version.earlyAccess() ? " early access" : ""))
                        .orElse("-"))
                .isEqualTo(java);
    }

    @Test
    void aDigestLeavesAMovingTagOpen() {
        BaseImage image = find("eclipse-temurin:17-jre-alpine" + DIGEST, TODAY);
        assertThat(image.release()).isEmpty();
        assertThat(image.floatingRelease()).isFalse();
        assertThat(image.alpine()).isTrue();
        assertThat(image.packages()).isEmpty();
        assertThat(image.packagesComplete()).isFalse();
        assertThat(image.absentPackages()).isEmpty();
        assertThat(find("alpine" + DIGEST, TODAY).release()).isEmpty();
        assertThat(find("alpine:latest" + DIGEST, TODAY).floatingRelease()).isFalse();
    }

    @Test
    void aDigestBesideANamedReleaseIsOfThatRelease() {
        assertThat(find("alpine:3.22" + DIGEST, TODAY).release())
                .map(Release::version)
                .contains("3.22");
        assertThat(find("alpine:3.16" + DIGEST, TODAY).release().flatMap(Release::nsswitch))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 3.16 ended with 3.16.9
        "alpine:3.16, 2026-11-23, true",
        "alpine:3.16, 2022-06-01, false",
        "alpine:3.16.1, 2026-11-23, false",
        "alpine:3.15, 2026-11-23, false",
        "alpine:3.22, 2026-11-23, true",
    })
    void nsswitchOfTheLastPointRelease(String name, LocalDate day, boolean there) {
        assertThat(find(name, day).release().flatMap(Release::nsswitch)).contains(there);
    }

    @Test
    void nsswitchOfAnImageBuiltOnSome316IsOpen() {
        assertThat(find("openjdk:19-alpine", TODAY).release().flatMap(Release::nsswitch))
                .isEmpty();
    }

    @Test
    void bareAlpine() {
        BaseImage image = find("alpine:3.20", TODAY);
        assertThat(image.packages()).contains("musl", "ca-certificates-bundle").doesNotContain("tzdata");
        assertThat(image.environment())
                .containsOnly(Map.entry("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
    }

    @Test
    void temurin() {
        BaseImage image = find("eclipse-temurin:17-jre-alpine", TODAY);
        assertThat(image.jvm()).isTrue();
        assertThat(image.packages())
                .contains("tzdata", "ca-certificates", "fontconfig", "ttf-dejavu", "openssl", "gnupg", "musl");
        assertThat(image.absentPackages())
                .contains("curl", "bash", "libstdc++", "git")
                .doesNotContain("gpg", "openssl", "fontconfig", "ca-certificates", "tzdata");
        assertThat(image.environment())
                .containsEntry("JAVA_HOME", "/opt/java/openjdk")
                .containsEntry("LANG", "en_US.UTF-8");
        assertThat(find("eclipse-temurin:25-jre-alpine", TODAY).packages()).doesNotContain("gnupg");
    }

    @Test
    void temurinOfADayThatNobodyKnows() {
        BaseImage image = find("eclipse-temurin:17-jre-alpine", LocalDate.of(2022, 5, 1));
        assertThat(image.packages()).isEmpty();
        assertThat(image.absentPackages()).isEmpty();
        assertThat(image.packagesComplete()).isFalse();
    }

    @Test
    void corretto() {
        BaseImage image = find("amazoncorretto:17-alpine", TODAY);
        assertThat(image.packagesComplete()).isTrue();
        assertThat(image.packages()).contains("libx11").doesNotContain("tzdata", "ca-certificates", "fontconfig");
        assertThat(image.environment()).containsEntry("JAVA_HOME", "/usr/lib/jvm/default-jvm");
    }

    @Test
    void nothingIsCompleteWithoutTheRelease() {
        assertThat(find("amazoncorretto:17.0.9-alpine", TODAY).packagesComplete())
                .isFalse();
        assertThat(find("alpine:3.4", TODAY).packagesComplete()).isFalse();
    }

    @Test
    void openjdk8() {
        BaseImage image = find("openjdk:8-jre-alpine", TODAY);
        assertThat(image.packages()).contains("java-cacerts", "ca-certificates");
        assertThat(image.absentPackages())
                .contains("tzdata", "bash", "curl")
                .doesNotContain("ca-certificates", "fontconfig", "libstdc++");
        assertThat(image.environment())
                .containsEntry("LANG", "C.UTF-8")
                .containsEntry("JAVA_HOME", "/usr/lib/jvm/java-1.8-openjdk/jre");
    }

    @Test
    void mavenBringsMaven() {
        BaseImage image = find("maven:3-eclipse-temurin-17-alpine", TODAY);
        assertThat(image.packages()).contains("bash", "curl", "procps", "openssh-client", "tzdata");
        assertThat(image.absentPackages()).contains("git").doesNotContain("maven", "openssh-client-default", "curl");
    }

    @Test
    void whatRealProjectsStartFrom() {
        assertThat(find("node:22-alpine", TODAY).absentPackages()).contains("tzdata", "git", "bash");
        assertThat(find("nginx:alpine", TODAY).packages()).contains("tzdata", "curl");
        assertThat(find("nginx:alpine-slim", TODAY).packages())
                .contains("tzdata")
                .doesNotContain("curl");
        assertThat(find("python:3.12-alpine", TODAY).packages()).contains("tzdata", "ca-certificates");
        assertThat(find("azul/zulu-openjdk-alpine:17-latest", TODAY).environment())
                .containsEntry("TZ", "Etc/UTC");
    }
}
