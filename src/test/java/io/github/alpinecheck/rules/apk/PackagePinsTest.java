package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Versions that cannot be had, or not for long. */
class PackagePinsTest {

    private final RuleSpec rule = RuleSpec.of("packagePins");
    private final RuleSpec requiring = RuleSpec.of("packagePins", RuleSpec.parameter("require", "true"));

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "without build number",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git=2.49.0
                        """,
                        "2: «git=2.49.0» error: git=2.49.0 cannot be had: every version in Alpine's repositories ends in -r and a number, and = wants all of it"),
                rule.catches(
                        "without build number where the script goes on",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git=2.49.0; true
                        """,
                        "2: «git=2.49.0» warning: git=2.49.0 cannot be had: every version in Alpine's repositories ends in -r and a number, and = wants all of it"),
                rule.catches(
                        "without build number, from a variable",
                        """
                        FROM alpine:3.18
                        ENV CURL_VERSION=8.5.0
                        RUN apk add --no-cache curl=${CURL_VERSION}
                        """,
                        "3: «curl=${CURL_VERSION}» error: curl=8.5.0 cannot be had: every version in Alpine's repositories ends in -r and a number, and = wants all of it"),
                rule.catches(
                        "without build number on 3.6",
                        """
                        FROM alpine:3.6
                        RUN apk add --no-cache git=2.13.5
                        """,
                        "2: «git=2.13.5» error: git=2.13.5 cannot be had: every version in Alpine's repositories ends in -r and a number, so = never fits"),
                rule.catches(
                        "~ on 3.6",
                        """
                        FROM alpine:3.6
                        RUN apk add --no-cache git~2.13 curl~=7
                        """,
                        "2: «git~2.13» error: git~2.13 cannot be had: the apk of Alpine 3.6 does not know ~",
                        "2: «curl~=7» error: curl~=7 cannot be had: the apk of Alpine 3.6 does not know ~"),
                rule.catches(
                        "an exact version in a release that moves on",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git=2.49.0-r0
                        """,
                        "2: «apk add --no-cache git=2.49.0-r0» warning: Alpine 3.22 keeps only the newest build of a package: when the next one comes, git=2.49.0-r0 is gone and apk add fails"),
                rule.catches(
                        "several exact versions, as one finding",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN apk add --no-cache "git=2.49.0-r0" curl=8.14.1-r1 tini bash=5.2.37-r0
                        """,
                        "2: «apk add --no-cache \"git=2.49.0-r0\" curl=8.14.1-r1 tini bash=5.2.37-r0» warning: Alpine 3.22 keeps only the newest build of a package: when the next one comes, git=2.49.0-r0 is gone and apk add fails; likewise 2 more"),
                rule.catches(
                        "on edge",
                        """
                        FROM alpine:edge
                        RUN apk add --no-cache git=2.50.0-r0
                        """,
                        "2: «apk add --no-cache git=2.50.0-r0» warning: Alpine edge keeps only the newest build of a package: when the next one comes, git=2.50.0-r0 is gone and apk add fails"),
                rule.catches(
                        "both",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git=2.49.0-r0 && apk add --no-cache -t .d gcc=14.2
                        """,
                        "2: «apk add --no-cache git=2.49.0-r0» warning: Alpine 3.22 keeps only the newest build of a package: when the next one comes, git=2.49.0-r0 is gone and apk add fails",
                        "2: «gcc=14.2» error: gcc=14.2 cannot be had: every version in Alpine's repositories ends in -r and a number, and = wants all of it"),
                rule.catches(
                        "from a mirror",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/g' /etc/apk/repositories && apk add git=2.49
                        """,
                        "2: «git=2.49» error: git=2.49 cannot be had: every version in Alpine's repositories ends in -r and a number, and = wants all of it"),
                requiring.catches("no version where one is required", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git~2.49 curl --virtual .deps ./own.apk so:libz.so.1
                        """, "2: «curl» warning: curl has no version"),
                requiring.catches(
                        "no version where one is required, from any repository",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache -X https://example.org/x tool
                        """,
                        "2: «tool» warning: tool has no version"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a package that is gone, of which another rule speaks", """
                        FROM alpine:3.22
                        RUN apk add --no-cache python=2.7.15-r1
                        """),
                rule.leaves("no version", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git curl
                        """),
                rule.leaves("~", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git~2.49 curl~=8.14 bash=~5.2
                        """),
                rule.leaves("at least, at most", """
                        FROM alpine:3.22
                        RUN apk add --no-cache "git>2.40" 'curl>=8' 'bash<6'
                        """),
                rule.leaves("an exact version in a release that has ended", """
                        FROM openjdk:8-jre-alpine
                        RUN apk add --no-cache tini=0.18.0-r0
                        """),
                rule.leaves("an exact version in a release that has ended lately", """
                        FROM alpine:3.20
                        RUN apk add --no-cache git=2.45.4-r0
                        """),
                rule.leaves("a vendor's own repository", """
                        FROM alpine:3.22
                        ENV NGINX_VERSION=1.29.0 PKG_RELEASE=1
                        RUN apk add -X "https://nginx.org/packages/alpine/v$(egrep -o '^[0-9]+\\.[0-9]+' /etc/alpine-release)/main" \\
                            --no-cache nginx=${NGINX_VERSION}-r${PKG_RELEASE} other=1.0
                        """),
                rule.leaves("a vendor's own repository in the file", """
                        FROM alpine:3.22
                        RUN echo https://example.org/packages >> /etc/apk/repositories && apk add tool=1.0 other=1.0-r0
                        """),
                rule.leaves("from a repository with a tag", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tool=1.0@own
                        """),
                rule.leaves("a version from outside", """
                        FROM alpine:3.22
                        ARG VERSION
                        RUN apk add --no-cache git=$VERSION
                        """),
                rule.leaves("a file", """
                        FROM alpine:3.22
                        RUN apk add --allow-untrusted ./a=1.0.apk /x=1
                        """),
                rule.leaves("libraries and programs", """
                        FROM alpine:3.22
                        RUN apk add --no-cache so:libz.so.1=1.3 cmd:git=2.49
                        """),
                rule.leaves("the script asks", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git=2.49 || apk add --no-cache git
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        RUN apk add --no-cache git=2.49
                        """),
                rule.leaves("an unknown release", """
                        FROM example.org/base:alpine
                        RUN apk add --no-cache git=2.49 curl~8
                        """),
                rule.leaves("an unknown release with known repositories", """
                        FROM bash:5
                        RUN echo https://dl-cdn.alpinelinux.org/alpine/v3.20/main > /etc/apk/repositories && apk add curl~8
                        """),
                rule.leaves("deleting", """
                        FROM alpine:3.22
                        RUN apk del git=2.49 || true
                        """),
                requiring.leaves("versions where they are required", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git~2.49 "curl>8" && apk add --virtual .deps bash~5 !busybox-extras
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToDo() {
        return List.of(
                rule.helps("~", "FROM alpine:3.22\nRUN apk add git=2.49.0", "write git~2.49, or the whole version"),
                rule.helps("~ for a revision", "FROM alpine:3.22\nRUN apk add x=1.2_p3-r1", "write x~1.2"),
                rule.helps(
                        "~ for an asterisk",
                        "FROM alpine:3.22\nRUN apk add 'x=8.*'",
                        "write x~8, or the whole version"),
                rule.helps("~ for a date", "FROM alpine:3.22\nRUN apk add x=20250101-r1", "write x~20250101"),
                rule.helps(
                        "~ for several",
                        "FROM alpine:3.22\nRUN apk add x=1.2.3.4-r1 y=1-r0",
                        "write x~1.2, and the others likewise"),
                rule.helps("all of it", "FROM alpine:3.6\nRUN apk add git=2", "write the whole version of git"),
                rule.helps(
                        "all of it instead of ~",
                        "FROM alpine:3.6\nRUN apk add git~2",
                        "write the whole version of git, with ="),
                requiring.helps(
                        "how to find it",
                        "FROM alpine:3.22\nRUN apk add git",
                        "write its version behind ~, as apk policy git shows it"));
    }
}
