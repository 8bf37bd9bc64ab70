package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names that apk does not find, and names that only look like it. */
class PackageNamesTest {

    private final RuleSpec rule = RuleSpec.of("packageNames");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "python, which is gone",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache python py-pip
                        """,
                        "2: «python» error: Alpine 3.22 has no package python, nor has any release from 3.12 on: apk add fails"),
                rule.catches(
                        "python2 where it is gone",
                        """
                        FROM alpine:3.16
                        RUN apk add --no-cache python2
                        """,
                        "2: «python2» error: Alpine 3.16 has no package python2, nor has any release from 3.16 on: apk add fails"),
                rule.catches(
                        "on a floating base",
                        """
                        FROM node:22-alpine
                        RUN apk add --no-cache python make g++
                        """,
                        "2: «python» error: Alpine 3.24 has no package python, nor has any release from 3.12 on: apk add fails"),
                rule.catches(
                        "Debian's names, each for itself",
                        """
                        FROM alpine:3.20
                        RUN apk update && apk add build-essential \\
                            libssl-dev \\
                            curl
                        """,
                        "2: «build-essential» error: Alpine has no package build-essential: apk add fails",
                        "3: «libssl-dev» error: Alpine has no package libssl-dev: apk add fails"),
                rule.catches(
                        "Debian's JDK",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache openjdk-8-jre
                        """,
                        "2: «openjdk-8-jre» error: Alpine has no package openjdk-8-jre: apk add fails"),
                rule.catches(
                        "CentOS's names",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache openssh-clients gcc-c++
                        """,
                        "2: «openssh-clients» error: Alpine has no package openssh-clients: apk add fails",
                        "2: «gcc-c++» error: Alpine has no package gcc-c++: apk add fails"),
                rule.catches(
                        "in a virtual package",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual .build-deps gcc python-dev && apk del .build-deps
                        """,
                        "2: «python-dev» error: Alpine 3.20 has no package python-dev, nor has any release from 3.12 on: apk add fails"),
                rule.catches(
                        "with a version",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache "python>2" nodejs-npm=12.1-r0
                        """,
                        "2: «\"python>2\"» error: Alpine 3.20 has no package python, nor has any release from 3.12 on: apk add fails",
                        "2: «nodejs-npm=12.1-r0» error: Alpine 3.20 has no package nodejs-npm, nor has any release from 3.14 on: apk add fails"),
                rule.catches(
                        "in a list that a variable holds",
                        """
                        FROM alpine:3.20
                        ENV PACKAGES="curl netcat"
                        RUN apk add --no-cache $PACKAGES
                        """,
                        "3: «$PACKAGES» error: Alpine has no package netcat: apk add fails"),
                rule.catches(
                        "from a mirror of Alpine",
                        """
                        FROM alpine:3.20
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories && apk add dnsutils
                        """,
                        "2: «dnsutils» error: Alpine has no package dnsutils: apk add fails"),
                rule.catches(
                        "judged by the release of the repositories",
                        """
                        FROM alpine:3.9
                        RUN echo https://mirrors.aliyun.com/alpine/v3.16/main/ > /etc/apk/repositories && \\
                            apk add --no-cache python
                        """,
                        "3: «python» error: Alpine 3.16 has no package python, nor has any release from 3.12 on: apk add fails"),
                rule.catches(
                        "where the script goes on",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache netcat; echo done
                        """,
                        "2: «netcat» warning: Alpine has no package netcat: apk add fails"),
                rule.catches(
                        "on edge",
                        """
                        FROM alpine:edge
                        RUN apk add --no-cache python2
                        """,
                        "2: «python2» error: Alpine edge has no package python2, nor has any release from 3.16 on: apk add fails"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a virtual package of that name", """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual build-essential gcc make
                        RUN apk add --no-cache build-essential
                        """),
                rule.leaves("names that are right", """
                        FROM alpine:3.22
                        RUN apk add --no-cache python3 py3-pip build-base openssl-dev netcat-openbsd bind-tools
                        """),
                rule.leaves("names that live on as what another package provides", """
                        FROM alpine:3.22
                        RUN apk add --no-cache py-pip ttf-dejavu pkgconfig mysql-client
                        """),
                rule.leaves("python where it was", """
                        FROM alpine:3.11
                        RUN apk add --no-cache python python-dev py2-pip
                        """),
                rule.leaves("python2 where it was", """
                        FROM alpine:3.15
                        RUN apk add --no-cache python2
                        """),
                rule.leaves("nodejs-npm where npm provided it", """
                        FROM openjdk:8-jdk-alpine
                        RUN apk add --no-cache nodejs-npm
                        """),
                rule.leaves("nobody looked at this release", """
                        FROM alpine:3.12
                        RUN apk add --no-cache py2-pip
                        """),
                rule.leaves("another repository", """
                        FROM alpine:3.22
                        RUN echo https://example.org/packages >> /etc/apk/repositories && apk add --no-cache python
                        """),
                rule.leaves("a vendor's repository", """
                        FROM alpine:3.22
                        RUN apk add -X https://nginx.org/packages/alpine/v3.22/main python
                        """),
                rule.leaves("a vendor's repository in the file", """
                        FROM alpine:3.22
                        RUN echo https://nginx.org/packages/alpine/v3.22/main >> /etc/apk/repositories && apk add python
                        """),
                rule.leaves("an older release's repository beside it", """
                        FROM alpine:3.22
                        RUN echo https://dl-cdn.alpinelinux.org/alpine/v3.11/main >> /etc/apk/repositories && apk add python
                        """),
                rule.leaves("an older release's repository with a tag", """
                        FROM alpine:3.22
                        RUN echo @old https://dl-cdn.alpinelinux.org/alpine/v3.11/main >> /etc/apk/repositories && apk add python@old
                        """),
                rule.leaves("another repository, as apk 3 has them", """
                        FROM alpine:3.23
                        RUN mkdir -p /etc/apk/repositories.d && \\
                            echo https://example.org/packages > /etc/apk/repositories.d/own.list && apk add netcat
                        """),
                rule.leaves("the testing repository", """
                        FROM alpine:edge
                        RUN apk add --repository=https://dl-cdn.alpinelinux.org/alpine/edge/testing netcat
                        """),
                rule.leaves("a file of repositories from outside", """
                        FROM alpine:3.22
                        COPY repositories /etc/apk/repositories
                        RUN apk add python
                        """),
                rule.leaves("a package file", """
                        FROM alpine:3.22
                        RUN apk add --allow-untrusted /tmp/python-2.7-r0.apk ./netcat.apk
                        """),
                rule.leaves("what programs and libraries are called", """
                        FROM alpine:3.22
                        RUN apk add --no-cache so:libssl.so.3 cmd:dig pc:zlib /bin/sh
                        """),
                rule.leaves("a virtual package of that name", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual build-essential gcc make && apk del build-essential
                        """),
                rule.leaves("a conflict", """
                        FROM alpine:3.22
                        RUN apk add --no-cache !netcat
                        """),
                rule.leaves("the script asks", """
                        FROM alpine:3.22
                        RUN apk add --no-cache python || apk add --no-cache python3
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG OLD
                        RUN if [ -n "$OLD" ]; then apk add --no-cache python; fi
                        """),
                rule.leaves("an unknown release", """
                        FROM example.org/alpine
                        RUN apk add --no-cache python
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get update && apt-get install -y build-essential
                        """),
                rule.leaves("another root directory", """
                        FROM alpine:3.22
                        RUN apk add --root /old --initdb python
                        """),
                rule.leaves("options from outside", """
                        FROM alpine:3.22
                        ARG APK_OPTIONS
                        RUN apk add $APK_OPTIONS python
                        """),
                rule.leaves("deleting it", """
                        FROM alpine:3.22
                        RUN apk del python || true
                        """),
                rule.leaves("names nobody knows", """
                        FROM alpine:3.22
                        RUN apk add --no-cache my-package libfoo-dev
                        """),
                rule.leaves("a base with repositories of its own", """
                        FROM amazoncorretto:21-alpine
                        RUN apk add --no-cache netcat
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToDo() {
        return List.of(
                rule.helps("Alpine's name", "FROM alpine:3.22\nRUN apk add build-essential", "write build-base"),
                rule.helps("of that release", "FROM alpine:3.11\nRUN apk add python-pip", "write py2-pip"),
                rule.helps("of a later release", "FROM alpine:3.12\nRUN apk add python-pip", "write py3-pip"),
                rule.helps(
                        "no name that is known",
                        "FROM alpine:3.22\nRUN apk add epel-release",
                        "look on pkgs.alpinelinux.org for what Alpine 3.22 has in its place, or leave it out"));
    }
}
