package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Releases on 2026-11-23: 3.22 and newer are supported. */
class SupportedReleaseTest {

    private final RuleSpec rule = RuleSpec.of("supportedRelease");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "a release without support",
                        """
                        FROM alpine:3.12
                        """,
                        "1: «alpine:3.12» warning: the support of Alpine 3.12 ended on 2022-05-01: it gets no security updates any more"),
                rule.catches(
                        "a point release",
                        """
                        FROM alpine:3.18.4
                        """,
                        "1: «alpine:3.18.4» warning: the support of Alpine 3.18 ended on 2025-05-09: it gets no security updates any more"),
                rule.catches(
                        "support that ended this month",
                        """
                        FROM alpine:3.21
                        """,
                        "1: «alpine:3.21» warning: the support of Alpine 3.21 ended on 2026-11-01: it gets no security updates any more"),
                rule.catches(
                        "a Java image on one",
                        """
                        FROM openjdk:8-jre-alpine
                        """,
                        "1: «openjdk:8-jre-alpine» warning: openjdk:8-jre-alpine is built on Alpine 3.9, whose support ended on 2020-11-01: it gets no security updates any more"),
                rule.catches(
                        "the image of a build stage",
                        """
                        FROM alpine:3.9 AS build
                        RUN apk add --no-cache git
                        FROM alpine:3.22
                        COPY --from=build /x /
                        """,
                        "1: «alpine:3.9» warning: the support of Alpine 3.9 ended on 2020-11-01: it gets no security updates any more"),
                rule.catches(
                        "the release in an argument",
                        """
                        ARG RELEASE=3.15
                        FROM alpine:${RELEASE}
                        """,
                        "2: «alpine:${RELEASE}» warning: the support of Alpine 3.15 ended on 2023-11-01: it gets no security updates any more"),
                rule.catches(
                        "the release in the tag of another image",
                        """
                        FROM eclipse-temurin:17-jre-alpine-3.21
                        """,
                        "1: «eclipse-temurin:17-jre-alpine-3.21» warning: eclipse-temurin:17-jre-alpine-3.21 is built on Alpine 3.21, whose support ended on 2026-11-01: it gets no security updates any more"),
                rule.catches(
                        "a tag that no longer moves",
                        """
                        FROM node:14-alpine
                        """,
                        "1: «node:14-alpine» warning: node:14-alpine is built on Alpine 3.17, whose support ended on 2024-11-22: it gets no security updates any more"),
                rule.catches(
                        "with a platform and a name",
                        """
                        FROM --platform=linux/amd64 alpine:3.16 AS base
                        """,
                        "1: «alpine:3.16» warning: the support of Alpine 3.16 ended on 2024-05-23: it gets no security updates any more"),
                rule.catches(
                        "pulled from Docker Hub by its full name",
                        """
                        FROM docker.io/library/alpine:3.14
                        """,
                        "1: «docker.io/library/alpine:3.14» warning: the support of Alpine 3.14 ended on 2023-05-01: it gets no security updates any more"),
                rule.catches(
                        "one of two stages",
                        """
                        FROM alpine:3.22 AS build
                        FROM alpine:3.13
                        COPY --from=build /x /
                        """,
                        "2: «alpine:3.13» warning: the support of Alpine 3.13 ended on 2022-11-01: it gets no security updates any more"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a supported release", """
                        FROM alpine:3.22
                        """),
                rule.leaves("the newest release", """
                        FROM alpine:3.24
                        """),
                rule.leaves("no release", """
                        FROM alpine
                        """),
                rule.leaves("latest", """
                        FROM alpine:latest
                        """),
                rule.leaves("edge", """
                        FROM alpine:edge
                        """),
                rule.leaves("a release that is not known yet", """
                        FROM alpine:3.99
                        """),
                rule.leaves("a moving tag of a maintained image", """
                        FROM eclipse-temurin:21-jre-alpine
                        """),
                rule.leaves("the release from outside", """
                        ARG RELEASE
                        FROM alpine:${RELEASE}
                        """),
                rule.leaves("a stage on a stage: its base is told once, there", """
                        FROM alpine:3.22 AS base
                        FROM base
                        """),
                rule.leaves("a stage that nothing needs", """
                        FROM alpine:3.12 AS unused
                        RUN echo
                        FROM alpine:3.22
                        """),
                rule.leaves("Debian", """
                        FROM debian:9
                        """),
                rule.leaves("an image of which nobody knows", """
                        FROM example.org/java:8
                        """),
                rule.leaves("a Java image on Debian", """
                        FROM openjdk:8-jre
                        """),
                rule.leaves("a template", """
                        FROM @base.image@
                        """),
                rule.leaves("a Maven property", """
                        FROM ${docker.base.image}
                        """),
                rule.leaves("scratch", """
                        FROM scratch
                        """),
                rule.leaves("Windows", """
                        FROM mcr.microsoft.com/windows/nanoserver:1809
                        """),
                rule.leaves("a digest alone", """
                        FROM alpine@sha256:0123456789012345678901234567890123456789012345678901234567890123
                        """),
                rule.leaves("an image that is only called alpine", """
                        FROM example.org/alpine-tools:3.12
                        """),
                rule.leaves("a version of something else", """
                        FROM example.org/app:3.12
                        """));
    }

    @TestFactory
    List<DynamicTest> becomesAnErrorAfterTheGracePeriod() {
        RuleSpec grace = RuleSpec.of("supportedRelease", RuleSpec.parameter("grace", "P90D"));
        return List.of(
                grace.catches(
                        "within",
                        "FROM alpine:3.21",
                        "1: «alpine:3.21» warning: the support of Alpine 3.21 ended on 2026-11-01: it gets no security updates any more"),
                grace.catches(
                        "after",
                        "FROM alpine:3.20",
                        "1: «alpine:3.20» error: the support of Alpine 3.20 ended on 2026-04-01: it gets no security updates any more"),
                grace.leaves("before", "FROM alpine:3.22"),
                // 22 days after 2026-11-01
                RuleSpec.of("supportedRelease", RuleSpec.parameter("grace", "P22D"))
                        .catches(
                                "on the first day after",
                                "FROM alpine:3.21",
                                "1: «alpine:3.21» error: the support of Alpine 3.21 ended on 2026-11-01: it gets no security updates any more"),
                RuleSpec.of("supportedRelease", RuleSpec.parameter("grace", "P23D"))
                        .catches(
                                "on its last day",
                                "FROM alpine:3.21",
                                "1: «alpine:3.21» warning: the support of Alpine 3.21 ended on 2026-11-01: it gets no security updates any more"),
                grace.catches(
                        "an image that nobody builds any more",
                        "FROM openjdk:8-jre-alpine",
                        "1: «openjdk:8-jre-alpine» error: openjdk:8-jre-alpine is built on Alpine 3.9, whose support ended on 2020-11-01: it gets no security updates any more"));
    }

    @TestFactory
    List<DynamicTest> namesTheNewestRelease() {
        return List.of(
                rule.helps("for Alpine itself", "FROM alpine:3.12", "move to alpine:3.24"),
                rule.helps("for another image", "FROM openjdk:8-jre-alpine", "move to an image on Alpine 3.24"));
    }

    @TestFactory
    List<DynamicTest> namesTheImageFromTheSamePlace() {
        return List.of(rule.helps(
                "Amazon's copy",
                "FROM public.ecr.aws/docker/library/alpine:3.12",
                "move to public.ecr.aws/docker/library/alpine:3.24"));
    }
}
