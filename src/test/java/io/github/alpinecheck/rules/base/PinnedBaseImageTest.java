package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Base images that float. */
class PinnedBaseImageTest {

    private final RuleSpec rule = RuleSpec.of("pinnedBaseImage");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "no tag",
                        """
                        FROM alpine
                        """,
                        "1: «alpine» warning: alpine has no tag, so it is :latest: another image on another day"),
                rule.catches(
                        "latest", """
                        FROM alpine:latest
                        """, "1: «alpine:latest» warning: alpine:latest is another image on another day"),
                rule.catches(
                        "no tag with a name",
                        """
                        FROM alpine AS build
                        FROM alpine:3.22
                        COPY --from=build /x /
                        """,
                        "1: «alpine» warning: alpine has no tag, so it is :latest: another image on another day"),
                rule.catches(
                        "with a platform",
                        """
                        FROM --platform=linux/amd64 alpine
                        """,
                        "1: «alpine» warning: alpine has no tag, so it is :latest: another image on another day"),
                rule.catches(
                        "by its full name",
                        """
                        FROM docker.io/library/alpine
                        """,
                        "1: «docker.io/library/alpine» warning: alpine has no tag, so it is :latest: another image on another day"),
                rule.catches(
                        "in small letters",
                        """
                        from alpine:latest as build
                        """,
                        "1: «alpine:latest» warning: alpine:latest is another image on another day"),
                rule.catches(
                        "quoted",
                        """
                        FROM "alpine"
                        """,
                        "1: «\"alpine\"» warning: alpine has no tag, so it is :latest: another image on another day"),
                rule.catches(
                        "two stages",
                        """
                        FROM alpine AS a
                        FROM alpine:latest
                        COPY --from=a /x /
                        """,
                        "1: «alpine» warning: alpine has no tag, so it is :latest: another image on another day",
                        "2: «alpine:latest» warning: alpine:latest is another image on another day"),
                rule.catches(
                        "a glibc Alpine",
                        """
                        FROM frolvlad/alpine-glibc
                        """,
                        "1: «frolvlad/alpine-glibc» warning: frolvlad/alpine-glibc has no tag, so it is :latest: another image on another day"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a release", """
                        FROM alpine:3.22
                        """),
                rule.leaves("a point release", """
                        FROM alpine:3.22.1
                        """),
                rule.leaves("a major release", """
                        FROM alpine:3
                        """),
                rule.leaves("edge", """
                        FROM alpine:edge
                        """),
                rule.leaves("a digest", """
                        FROM alpine@sha256:0123456789012345678901234567890123456789012345678901234567890123
                        """),
                rule.leaves("a tag and a digest", """
                        FROM alpine:latest@sha256:0123456789012345678901234567890123456789012345678901234567890123
                        """),
                rule.leaves("a tag from outside", """
                        ARG TAG
                        FROM alpine:$TAG
                        """),
                rule.leaves("a stage that nothing needs", """
                        FROM alpine AS build
                        FROM alpine:3.22
                        """),
                rule.leaves("an argument for the whole name", """
                        ARG BASE=alpine
                        FROM ${BASE}
                        """),
                rule.leaves("a stage called alpine", """
                        FROM alpine:3.22 AS alpine
                        FROM alpine
                        """),
                rule.leaves("a stage in capitals", """
                        FROM alpine:3.22 AS Base
                        FROM base
                        """),
                rule.leaves("an image that nobody builds any more", """
                        FROM anapsix/alpine-java
                        """),
                rule.leaves("Debian", """
                        FROM debian
                        """),
                rule.leaves("Ubuntu latest", """
                        FROM ubuntu:latest
                        """),
                rule.leaves("a JDK on Debian", """
                        FROM eclipse-temurin
                        """),
                rule.leaves("scratch", """
                        FROM scratch
                        """),
                rule.leaves("an image of which nobody knows", """
                        FROM example.org/company/base
                        """),
                rule.leaves("a template", """
                        FROM @base.image@
                        """),
                rule.leaves("a Maven property", """
                        FROM ${docker.base.image}
                        """),
                rule.leaves("latest in a name", """
                        FROM example.org/latest:1
                        """),
                rule.leaves("Temurin's Alpine tag", """
                        FROM eclipse-temurin:21-alpine
                        """),
                rule.leaves("a registry with a port", """
                        FROM localhost:5000/alpine-tools
                        """),
                rule.leaves("COPY --from is not a base", """
                        FROM alpine:3.22
                        COPY --from=busybox /bin/busybox /
                        """));
    }

    @TestFactory
    List<DynamicTest> mayAskForDigests() {
        RuleSpec digests = RuleSpec.of("pinnedBaseImage", RuleSpec.parameter("digest", "true"));
        return List.of(
                digests.catches(
                        "a tag",
                        "FROM alpine:3.22",
                        "1: «alpine:3.22» warning: alpine:3.22 has no digest: its tag can be moved to another image"),
                digests.leaves(
                        "a tag and a digest",
                        "FROM alpine:3.22@sha256:0123456789012345678901234567890123456789012345678901234567890123"),
                digests.leaves("Debian", "FROM debian:12"));
    }

    @TestFactory
    List<DynamicTest> allowsRepositories() {
        RuleSpec allowing = RuleSpec.of("pinnedBaseImage", RuleSpec.parameters("allow", "frolvlad/alpine-glibc"));
        return List.of(
                allowing.leaves("an allowed one", "FROM frolvlad/alpine-glibc"),
                allowing.catches(
                        "another one",
                        "FROM alpine:latest",
                        "1: «alpine:latest» warning: alpine:latest is another image on another day"));
    }

    @TestFactory
    List<DynamicTest> namesTheImageFromTheSamePlace() {
        return List.of(rule.helps(
                "Google's copy",
                "FROM mirror.gcr.io/library/alpine:latest",
                "name a release, such as mirror.gcr.io/library/alpine:3.24"));
    }
}
