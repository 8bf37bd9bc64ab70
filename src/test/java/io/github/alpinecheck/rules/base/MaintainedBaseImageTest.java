package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Images that nobody builds any more. */
class MaintainedBaseImageTest {

    private static final String DIGEST = "@sha256:0123456789012345678901234567890123456789012345678901234567890123";

    private final RuleSpec rule = RuleSpec.of("maintainedBaseImage");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "openjdk",
                        """
                        FROM openjdk:8-jre-alpine
                        """,
                        "1: «openjdk:8-jre-alpine» warning: nobody has built openjdk:8-jre-alpine since 2019-05-17"),
                rule.catches(
                        "java",
                        """
                        FROM java:8-jre-alpine
                        """,
                        "1: «java:8-jre-alpine» warning: nobody has built java:8-jre-alpine since 2016-12-19"),
                rule.catches(
                        "an early-access build",
                        """
                        FROM openjdk:17-jdk-alpine
                        """,
                        "1: «openjdk:17-jdk-alpine» warning: openjdk:17-jdk-alpine is an early-access build of Java 17, not the release, and nobody has built it since 2021-08-05"),
                rule.catches(
                        "glibc on Alpine",
                        """
                        FROM anapsix/alpine-java
                        """,
                        "1: «anapsix/alpine-java» warning: nobody has built anapsix/alpine-java since 2019-04-24: a Java for glibc, on an Alpine that had glibc added to it"),
                rule.catches(
                        "frolvlad's",
                        """
                        FROM frolvlad/alpine-oraclejdk8:slim
                        """,
                        "1: «frolvlad/alpine-oraclejdk8:slim» warning: nobody has built frolvlad/alpine-oraclejdk8:slim since 2019-02-02: a Java for glibc, on an Alpine that had glibc added to it"),
                rule.catches(
                        "AdoptOpenJDK's",
                        """
                        FROM adoptopenjdk/openjdk11:alpine-jre
                        """,
                        "1: «adoptopenjdk/openjdk11:alpine-jre» warning: nobody has built adoptopenjdk/openjdk11:alpine-jre since 2023-04-27: a Java for glibc, on an Alpine that had glibc added to it"),
                rule.catches(
                        "Tomcat",
                        """
                        FROM tomcat:8.5-jre8-alpine
                        """,
                        "1: «tomcat:8.5-jre8-alpine» warning: nobody has built tomcat:8.5-jre8-alpine since 2019-05-14"),
                rule.catches(
                        "Maven in a build stage",
                        """
                        FROM maven:3.6-jdk-8-alpine AS build
                        FROM eclipse-temurin:8-jre-alpine
                        COPY --from=build /app.jar /app.jar
                        """,
                        "1: «maven:3.6-jdk-8-alpine» warning: nobody has built maven:3.6-jdk-8-alpine since 2019-04-22"),
                rule.catches(
                        "Gradle",
                        """
                        FROM gradle:jdk8-alpine
                        """,
                        "1: «gradle:jdk8-alpine» warning: nobody has built gradle:jdk8-alpine since 2019-05-26"),
                rule.catches(
                        "a version of a maintained image that has had its day",
                        """
                        FROM eclipse-temurin:24-jre-alpine
                        """,
                        "1: «eclipse-temurin:24-jre-alpine» warning: nobody has built eclipse-temurin:24-jre-alpine since 2025-08-01"),
                rule.catches(
                        "no Java",
                        """
                        FROM node:14-alpine
                        """,
                        "1: «node:14-alpine» warning: nobody has built node:14-alpine since 2023-04-20"),
                rule.catches(
                        "a digest",
                        "FROM openjdk:8-jre-alpine" + DIGEST,
                        "1: «openjdk:8-jre-alpine" + DIGEST + "» warning: nobody has built openjdk:8-jre-alpine"
                                + DIGEST + " since 2019-05-17"),
                rule.catches(
                        "by its full name, with platform and stage name",
                        """
                        FROM --platform=linux/amd64 docker.io/library/openjdk:8-alpine AS run
                        """,
                        "1: «docker.io/library/openjdk:8-alpine» warning: nobody has built openjdk:8-alpine since 2019-05-17"),
                rule.catches(
                        "a tag in an argument",
                        """
                        ARG TAG=8-jdk-alpine
                        FROM openjdk:$TAG
                        """,
                        "2: «openjdk:$TAG» warning: nobody has built openjdk:8-jdk-alpine since 2019-05-17"),
                rule.catches(
                        "one stage of two that need it",
                        """
                        FROM openjdk:8-jre-alpine AS base
                        RUN apk add --no-cache tzdata
                        FROM base
                        """,
                        "1: «openjdk:8-jre-alpine» warning: nobody has built openjdk:8-jre-alpine since 2019-05-17"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("an old release of Alpine: supportedRelease tells it", "FROM alpine:3.9"),
                rule.leaves("an old release under a maintained image", "FROM eclipse-temurin:17-jre-alpine-3.21"),
                rule.leaves("Temurin", "FROM eclipse-temurin:8-jre-alpine"),
                rule.leaves("Corretto", "FROM amazoncorretto:21-alpine"),
                rule.leaves("Liberica, which has a glibc of its own", "FROM bellsoft/liberica-openjdk-alpine:17"),
                rule.leaves("Zulu", "FROM azul/zulu-openjdk-alpine:17"),
                rule.leaves("Maven on Temurin", "FROM maven:3.9-eclipse-temurin-17-alpine"),
                rule.leaves("Gradle", "FROM gradle:8-jdk17-alpine"),
                rule.leaves("a tag that is built no more because another number came", "FROM ruby:3.1.2-alpine"),
                rule.leaves("openjdk on Debian", "FROM openjdk:8-jre-slim"),
                rule.leaves("java on Debian", "FROM java:8-jre"),
                rule.leaves("AdoptOpenJDK on Ubuntu", "FROM adoptopenjdk/openjdk11:ubi"),
                rule.leaves("a copy that somebody else may build", "FROM registry.example.com/openjdk:8-jre-alpine"),
                rule.leaves("a private image of the name", "FROM example/openjdk:8-jre-alpine"),
                rule.leaves("a tag from outside", """
                        ARG TAG
                        FROM openjdk:$TAG
                        """),
                rule.leaves("a Maven property", "FROM openjdk:${java.version}-jre-alpine"),
                rule.leaves("a stage that nothing needs", """
                        FROM openjdk:8-jre-alpine AS old
                        FROM alpine:3.22
                        """),
                rule.leaves("a stage of that name", """
                        FROM alpine:3.22 AS openjdk
                        FROM openjdk
                        """),
                rule.leaves("COPY --from is not a base", """
                        FROM alpine:3.22
                        COPY --from=openjdk:8-jre-alpine /usr/lib/jvm /usr/lib/jvm
                        """),
                rule.leaves("scratch", "FROM scratch"));
    }

    @TestFactory
    List<DynamicTest> namesWhatToUse() {
        return List.of(
                use("openjdk:8-jre-alpine", "use eclipse-temurin:8-jre-alpine, which is still built"),
                use("openjdk:8-jdk-alpine", "use eclipse-temurin:8-jdk-alpine, which is still built"),
                use("openjdk:8-alpine", "use eclipse-temurin:8-jdk-alpine, which is still built"),
                use(
                        "tomcat:9-jdk8-alpine",
                        "use tomcat:9-jdk8, which is still built, but not on Alpine: packages come from apt-get there"),
                use("openjdk:17-jdk-alpine", "use eclipse-temurin:17-jdk-alpine, which is still built"),
                use(
                        "openjdk:7-jre-alpine",
                        "use eclipse-temurin:8-jre-alpine: of the images that are still built, it comes nearest to Java 7"),
                use(
                        "openjdk:13-alpine",
                        "use eclipse-temurin:17-jdk-alpine: of the images that are still built, it comes nearest to Java 13"),
                use(
                        "openjdk:19-jdk-alpine",
                        "use eclipse-temurin:21-jdk-alpine: of the images that are still built, it comes nearest to Java 19"),
                use("java:8-jre-alpine", "use eclipse-temurin:8-jre-alpine, which is still built"),
                use("adoptopenjdk/openjdk11:alpine-slim", "use eclipse-temurin:11-jdk-alpine, which is still built"),
                use("adoptopenjdk/openjdk8:alpine-jre", "use eclipse-temurin:8-jre-alpine, which is still built"),
                use("anapsix/alpine-java", "use eclipse-temurin:8-jre-alpine, which is still built"),
                use("anapsix/alpine-java:8_jdk", "use eclipse-temurin:8-jdk-alpine, which is still built"),
                use("frolvlad/alpine-oraclejdk8:slim", "use eclipse-temurin:8-jdk-alpine, which is still built"),
                use("frolvlad/alpine-java:jre8-slim", "use eclipse-temurin:8-jre-alpine, which is still built"),
                use("frolvlad/alpine-java", "move to an image or a tag that is still built"),
                use(
                        "eclipse-temurin:24-jre-alpine",
                        "use eclipse-temurin:25-jre-alpine: of the images that are still built, it comes nearest to Java 24"),
                use(
                        "amazoncorretto:20-alpine",
                        "use amazoncorretto:21-alpine: of the images that are still built, it comes nearest to Java 20"),
                use("maven:3-jdk-8-alpine", "use maven:3-eclipse-temurin-8-alpine, which is still built"),
                use("maven:alpine", "use maven:3-eclipse-temurin-8-alpine, which is still built"),
                use(
                        "gradle:jdk8-alpine",
                        "use gradle:jdk11-alpine: of the images that are still built, it comes nearest to Java 8"),
                use(
                        "tomcat:8.5-jre8-alpine",
                        "use tomcat:9-jre8, which is still built, but not on Alpine: packages come from apt-get there"),
                use("golang:1.16-alpine", "use golang:1-alpine, which is still built"),
                use("node:14-alpine", "use node:24-alpine, which is still built"),
                use("nginx:1.24-alpine", "use nginx:stable-alpine, which is still built"),
                use("python:2.7-alpine", "move to an image or a tag that is still built"));
    }

    private DynamicTest use(String image, String help) {
        return rule.helps(image, "FROM " + image, help);
    }

    /** Each of both rules tells its own: who builds the image, and which release of Alpine is in it. */
    @TestFactory
    List<DynamicTest> andSupportedRelease() {
        RuleSpec release = RuleSpec.of("supportedRelease");
        return List.of(
                release.catches(
                        "frozen on an old release",
                        "FROM openjdk:8-jre-alpine",
                        "1: «openjdk:8-jre-alpine» warning: openjdk:8-jre-alpine is built on Alpine 3.9, whose support ended on 2020-11-01: it gets no security updates any more"),
                release.leaves("frozen on a release that has support", "FROM eclipse-temurin:24-jre-alpine"),
                release.leaves("frozen on a release that nobody knows", "FROM adoptopenjdk/openjdk11:alpine-jre"));
    }

    /** Nobody has built them since some day, because nobody ever has. */
    @TestFactory
    List<DynamicTest> leavesWhatNeverWas() {
        return List.of(
                rule.leaves("openjdk 11 on Alpine", "FROM openjdk:11-jre-alpine"),
                rule.leaves("openjdk 21 on Alpine", "FROM openjdk:21-alpine"),
                rule.leaves(
                        "AdoptOpenJDK 16 on Alpine in the official images", "FROM adoptopenjdk:16-jre-openj9-alpine"));
    }
}
