package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Packages of the build that the shipped image keeps, in a layer or for good. */
class BuildDependenciesTest {

    private final RuleSpec rule = RuleSpec.of("buildDependencies");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "deleted in another instruction",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build-deps gcc musl-dev
                        RUN gcc -o /a a.c
                        RUN apk del .build-deps
                        """,
                        "4: «apk del .build-deps» warning: .build-deps came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "packages deleted by their names",
                        """
                        FROM eclipse-temurin:21-jre-alpine
                        RUN apk add --no-cache curl wget tzdata
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del wget curl
                        """,
                        "3: «apk del wget curl» warning: wget curl came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "one of several",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache gcc
                        RUN apk add --no-cache make && gcc -v && apk del gcc make
                        """,
                        "3: «apk del gcc make» warning: gcc came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "in the stage that it is built on",
                        """
                        FROM alpine:3.22 AS base
                        RUN apk add --no-cache --virtual .tools git
                        FROM base
                        RUN apk del .tools
                        """,
                        "4: «apk del .tools» warning: .tools came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "where the script asks",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        RUN apk del git || true
                        """,
                        "3: «apk del git» warning: git came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "in a here-document",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        RUN <<EOF
                        git version
                        apk del --purge git
                        EOF
                        """,
                        "5: «apk del --purge git» warning: git came in with an earlier instruction (line 2): deleting it here makes the image no smaller"),
                rule.catches(
                        "never deleted",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build-deps gcc musl-dev && gcc -o /a a.c
                        """,
                        "2: «apk add --no-cache --virtual .build-deps gcc musl-dev» warning: .build-deps is never deleted: the finished image keeps it"),
                rule.catches(
                        "never deleted, with another name",
                        """
                        FROM python:3.13-alpine
                        RUN apk add --no-cache -t build-dependencies build-base libffi-dev
                        RUN pip install cffi
                        """,
                        "2: «apk add --no-cache -t build-dependencies build-base libffi-dev» warning: build-dependencies is never deleted: the finished image keeps it"),
                rule.catches(
                        "never deleted, of two",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .fetch-deps curl && apk add --no-cache --virtual=.builddeps gcc \\
                            && apk del .builddeps
                        """,
                        "2: «apk add --no-cache --virtual .fetch-deps curl» warning: .fetch-deps is never deleted: the finished image keeps it"),
                rule.catches(
                        "never deleted in the stage that the last one is built on",
                        """
                        FROM alpine:3.22 AS base
                        RUN apk add --no-cache --virtual .build-deps gcc
                        FROM base
                        CMD ["sh"]
                        """,
                        "2: «apk add --no-cache --virtual .build-deps gcc» warning: .build-deps is never deleted: the finished image keeps it"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("names in which the word is a part of another one", """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual buildah-deps fuse-overlayfs && apk add --no-cache -t .prefetched curl
                        """),
                rule.leaves("deleted in the same instruction", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build-deps gcc musl-dev \\
                            && gcc -o /a a.c \\
                            && apk del .build-deps
                        """),
                rule.leaves("deleted in the same here-document", """
                        FROM alpine:3.22
                        RUN <<EOF
                        apk add --no-cache --virtual .build-deps gcc
                        apk del .build-deps
                        EOF
                        """),
                rule.leaves("for the finished program", """
                        FROM alpine:3.22
                        RUN apk add --no-network --virtual .python-rundeps libffi \\
                            && apk add --no-cache --virtual .build-run-deps libffi
                        """),
                rule.leaves("a virtual package with another name", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .deps curl tzdata
                        """),
                rule.leaves("packages of the build without a virtual package", """
                        FROM alpine:3.22
                        RUN apk add --no-cache gcc musl-dev make
                        """),
                rule.leaves("a stage that is not shipped", """
                        FROM alpine:3.22 AS build
                        RUN apk add --no-cache --virtual .build-deps gcc
                        RUN apk add --no-cache git
                        RUN apk del git
                        FROM alpine:3.22
                        COPY --from=build /a /a
                        """),
                rule.leaves("packages of the base image", """
                        FROM eclipse-temurin:21-jre-alpine
                        RUN apk del tzdata
                        """),
                rule.leaves("a deletion whose names nobody knows", """
                        FROM alpine:3.22
                        ARG UNUSED
                        RUN apk add --no-cache --virtual .build-deps gcc && make && apk del $UNUSED
                        """),
                rule.leaves("deleted in a loop", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build-deps gcc && for p in .build-deps; do apk del $p; done
                        """),
                rule.leaves("deleted by a script", """
                        FROM alpine:3.22
                        COPY clean.sh /
                        RUN apk add --no-cache --virtual .build-deps gcc && make && /clean.sh
                        """),
                rule.leaves("deleted in a branch", """
                        FROM alpine:3.22
                        ARG KEEP
                        RUN apk add --no-cache --virtual .build-deps gcc && if [ -z "$KEEP" ]; then apk del .build-deps; fi
                        """),
                rule.leaves("added in a branch", """
                        FROM alpine:3.22
                        ARG FULL
                        RUN if [ -n "$FULL" ]; then apk add --virtual .build-deps gcc; fi
                        RUN apk del .build-deps
                        """),
                rule.leaves("deleted by the image that is built on this one", """
                        FROM python:3.13-alpine
                        RUN apk add --no-cache --virtual .build-deps gcc
                        ONBUILD RUN pip install -r requirements.txt && apk del .build-deps
                        """),
                rule.leaves("another root directory", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        RUN apk del --root /mnt git
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get install -y gcc
                        RUN apt-get purge -y gcc
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToDo() {
        return List.of(
                rule.helps(
                        "one instruction",
                        "FROM alpine:3.22\nRUN apk add git\nRUN apk del git",
                        "add, use and delete it in one RUN, or build in a stage of its own and copy the result"),
                rule.helps(
                        "the command",
                        "FROM alpine:3.22\nRUN apk add -t .build-deps gcc",
                        "end this RUN with apk del .build-deps, or build in a stage of its own and copy the result"));
    }
}
