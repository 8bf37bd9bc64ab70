package io.github.alpinecheck.rules.base;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** With a company's images and some of Docker Hub's allowed. */
class RequiredBaseImageTest {

    private static final String DIGEST = "@sha256:0123456789012345678901234567890123456789012345678901234567890123";

    private final RuleSpec rule =
            allowing("registry.acme.com/base/*", "eclipse-temurin:*-alpine-3.2?", "docker.io/library/nginx:1.*");

    private static RuleSpec allowing(String... images) {
        return RuleSpec.of("requiredBaseImage", RuleSpec.parameters("images", images));
    }

    private static String finding(String image) {
        return "1: «" + image + "» error: " + image + " is none of the allowed base images";
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches("another image", "FROM alpine:3.22", finding("alpine:3.22")),
                rule.catches("another distribution", "FROM debian:12", finding("debian:12")),
                rule.catches("another registry", "FROM ghcr.io/base/java:17", finding("ghcr.io/base/java:17")),
                rule.catches(
                        "a registry that only begins alike",
                        "FROM registry.acme.com.example.org/base/java",
                        finding("registry.acme.com.example.org/base/java")),
                rule.catches(
                        "another path", "FROM registry.acme.com/team/app:1", finding("registry.acme.com/team/app:1")),
                rule.catches(
                        "another tag", "FROM eclipse-temurin:17-jre-alpine", finding("eclipse-temurin:17-jre-alpine")),
                rule.catches("no tag where one is asked for", "FROM eclipse-temurin", finding("eclipse-temurin")),
                rule.catches("a digest instead of a tag", "FROM nginx" + DIGEST, finding("nginx" + DIGEST)),
                rule.catches(
                        "by its full name",
                        "FROM docker.io/library/alpine:3.22",
                        "1: «docker.io/library/alpine:3.22» error: alpine:3.22 is none of the allowed base images"),
                rule.catches("in a build stage", """
                        FROM maven:3-eclipse-temurin-17 AS build
                        FROM registry.acme.com/base/java:17
                        COPY --from=build /app.jar /app.jar
                        """, finding("maven:3-eclipse-temurin-17")),
                rule.catches(
                        "with a platform", "FROM --platform=linux/amd64 alpine:3.22 AS run", finding("alpine:3.22")),
                rule.catches(
                        "the default of an argument",
                        """
                        ARG BASE=alpine:3.22
                        FROM $BASE
                        """,
                        "2: «$BASE» error: alpine:3.22 is none of the allowed base images"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("an allowed one", "FROM registry.acme.com/base/java:17"),
                rule.leaves("below it", "FROM registry.acme.com/base/java/jre:17"),
                rule.leaves("with a digest", "FROM registry.acme.com/base/java" + DIGEST),
                rule.leaves("an allowed tag", "FROM eclipse-temurin:17-jre-alpine-3.22"),
                rule.leaves("an allowed tag with a digest", "FROM eclipse-temurin:17-jre-alpine-3.22" + DIGEST),
                rule.leaves("an allowed tag by the full name", "FROM docker.io/library/eclipse-temurin:8-alpine-3.23"),
                rule.leaves("short, where the list has the full name", "FROM nginx:1.29-alpine"),
                rule.leaves("half short", "FROM library/nginx:1.29-alpine"),
                rule.leaves("scratch", "FROM scratch"),
                rule.leaves("an earlier stage", """
                        FROM registry.acme.com/base/java:17 AS alpine
                        FROM alpine
                        """),
                rule.leaves("a stage that nothing needs", """
                        FROM alpine:3.22 AS tools
                        FROM registry.acme.com/base/java:17
                        """),
                rule.leaves("a name from outside", """
                        ARG BASE
                        FROM $BASE
                        """),
                rule.leaves("a tag from outside", """
                        ARG TAG
                        FROM alpine:$TAG
                        """),
                rule.leaves("a Maven property", "FROM ${base.image}"),
                rule.leaves("a template", "FROM @base.image@"),
                rule.leaves("COPY --from is not a base", """
                        FROM registry.acme.com/base/java:17
                        COPY --from=busybox /bin/busybox /bin/busybox
                        """));
    }

    @TestFactory
    List<DynamicTest> understandsPatterns() {
        return List.of(
                allowing("alpine").leaves("any tag", "FROM alpine:3.22"),
                allowing("alpine").leaves("any digest", "FROM alpine" + DIGEST),
                allowing("alpine").leaves("no tag", "FROM alpine"),
                allowing("alpine:latest").leaves("no tag is latest", "FROM alpine"),
                allowing("alpine:3.22").catches("one tag", "FROM alpine:3.21", finding("alpine:3.21")),
                allowing("alpine:*@sha256:*").leaves("a digest that is there", "FROM alpine:3.22" + DIGEST),
                allowing("alpine:*@sha256:*")
                        .catches("a digest that is missing", "FROM alpine:3.22", finding("alpine:3.22")),
                allowing("alpine" + DIGEST).leaves("this digest", "FROM alpine:3.22" + DIGEST),
                allowing("docker.io/*").leaves("all of Docker Hub", "FROM alpine:3.22"),
                allowing("docker.io/library/*")
                        .catches("official images only", "FROM bitnami/java:17", finding("bitnami/java:17")),
                allowing("docker.io/*").catches("of Docker Hub only", "FROM quay.io/a/b:1", finding("quay.io/a/b:1")),
                allowing("localhost:5000/*").leaves("a port", "FROM localhost:5000/base:1"),
                allowing("localhost:5000/base").leaves("a port and any tag", "FROM localhost:5000/base:1"),
                allowing("*").leaves("everything", "FROM quay.io/a/b:1"));
    }

    @TestFactory
    List<DynamicTest> namesTheNearest() {
        RuleSpec some = allowing("registry.acme.com/base/alpine:3.2?", "eclipse-temurin:*-alpine", "gradle");
        return List.of(
                some.helps(
                        "the same repository",
                        "FROM eclipse-temurin:17-jre",
                        "the nearest of them is eclipse-temurin:*-alpine"),
                some.helps(
                        "the same name elsewhere",
                        "FROM alpine:3.22",
                        "the nearest of them is registry.acme.com/base/alpine:3.2?"),
                some.helps("a slip", "FROM gralde", "the nearest of them is gradle"),
                some.helps(
                        "nothing near",
                        "FROM openjdk:8-jre-alpine",
                        "allowed are registry.acme.com/base/alpine:3.2?, eclipse-temurin:*-alpine, gradle"));
    }

    @Test
    void refusesAnEmptyList() {
        assertThatThrownBy(() -> RuleSpec.of("requiredBaseImage"))
                .hasMessageContaining("<requiredBaseImage> needs <images>: at least one <image>");
    }

    @Test
    void refusesAddresses() {
        assertThatThrownBy(() -> allowing("alpine", "https://registry.acme.com/base"))
                .hasMessageContaining(
                        "<image> is https://registry.acme.com/base: names of images have no https:// in front");
    }
}
