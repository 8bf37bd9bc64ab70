package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Locales in which musl knows ASCII only, and ones in which it has UTF-8. */
class LocaleEncodingTest {

    private final RuleSpec rule = RuleSpec.of("locale");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "LANG",
                        """
                        FROM alpine:3.22
                        ENV LANG=C
                        """,
                        "2: «LANG=C» warning: LANG=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "LC_ALL",
                        """
                        FROM alpine:3.22
                        ENV LC_ALL=POSIX
                        """,
                        "2: «LC_ALL=POSIX» warning: LC_ALL=POSIX makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "LC_CTYPE",
                        """
                        FROM alpine:3.22
                        ENV LC_CTYPE=C
                        """,
                        "2: «LC_CTYPE=C» warning: LC_CTYPE=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "LC_ALL before LANG",
                        """
                        FROM alpine:3.22
                        ENV LANG=C.UTF-8 LC_ALL=C
                        """,
                        "2: «LC_ALL=C» warning: LC_ALL=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "LC_CTYPE before LANG",
                        """
                        FROM alpine:3.22
                        ENV LC_CTYPE=POSIX
                        ENV LANG=zh_CN.UTF-8
                        """,
                        "2: «LC_CTYPE=POSIX» warning: LC_CTYPE=POSIX makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "an empty variable is passed over",
                        """
                        FROM alpine:3.22
                        ENV LC_ALL= LC_CTYPE="" LANG=C
                        """,
                        "2: «LANG=C» warning: LANG=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "the base image's own is overridden",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV LC_ALL=C
                        """,
                        "2: «LC_ALL=C» warning: LC_ALL=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "a JVM from Alpine's packages",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache openjdk21-jre
                        ENV LANG POSIX
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "3: «LANG POSIX» warning: LANG=POSIX makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "of a stage below",
                        """
                        FROM alpine:3.22 AS base
                        ENV LANG=C
                        FROM base
                        RUN apk add --no-cache curl
                        """,
                        "2: «LANG=C» warning: LANG=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "from an argument with a default",
                        """
                        FROM alpine:3.22
                        ARG LOCALE=C
                        ENV LANG=$LOCALE
                        """,
                        "3: «LANG=$LOCALE» warning: LANG=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"),
                rule.catches(
                        "the last one of two",
                        """
                        FROM alpine:3.22
                        ENV LANG=C.UTF-8
                        ENV LANG=C
                        """,
                        "3: «LANG=C» warning: LANG=C makes musl read text as ASCII: every other character is several unknown ones for programs, and ls prints ? for them"));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(rule.helps(
                "with the same variable",
                """
                        FROM alpine:3.22
                        ENV LC_ALL=C
                        """,
                "drop it, for musl takes UTF-8 where nothing is set, or write LC_ALL=C.UTF-8"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("nothing set", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl
                        """),
                rule.leaves("C.UTF-8", """
                        FROM alpine:3.22
                        ENV LANG=C.UTF-8
                        """),
                rule.leaves("any other locale is UTF-8 for musl", """
                        FROM alpine:3.22
                        ENV LANG=zh_CN.GBK
                        """),
                rule.leaves("a locale that musl does not have", """
                        FROM alpine:3.22
                        ENV LC_ALL=en_US
                        """),
                rule.leaves("LC_ALL goes before LANG", """
                        FROM alpine:3.22
                        ENV LANG=C LC_ALL=C.UTF-8
                        """),
                rule.leaves("LC_CTYPE goes before LANG", """
                        FROM alpine:3.22
                        ENV LANG=C LC_CTYPE=en_US.UTF-8
                        """),
                rule.leaves("LC_ALL of the base image goes before LANG", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV LANG=C
                        """),
                rule.leaves("other categories choose no encoding", """
                        FROM alpine:3.22
                        ENV LC_COLLATE=C LC_TIME=POSIX LC_MESSAGES=C LANGUAGE=C
                        """),
                rule.leaves("set back", """
                        FROM alpine:3.22
                        ENV LC_ALL=C
                        ENV LC_ALL=C.UTF-8
                        """),
                rule.leaves("made empty again", """
                        FROM alpine:3.22
                        ENV LC_ALL=C
                        RUN ls | sort
                        ENV LC_ALL=
                        """),
                rule.leaves("for one command", """
                        FROM alpine:3.22
                        RUN ls | LC_ALL=C sort > /list
                        RUN export LANG=C; ls
                        """),
                rule.leaves("a build argument", """
                        FROM alpine:3.22
                        ARG LANG=C
                        RUN ls
                        """),
                rule.leaves("a build stage", """
                        FROM alpine:3.22 AS build
                        ENV LC_ALL=C
                        RUN make
                        FROM alpine:3.22
                        COPY --from=build /app /app
                        """),
                rule.leaves("a value from outside", """
                        FROM alpine:3.22
                        ARG LOCALE
                        ENV LANG=C LC_ALL=$LOCALE
                        """),
                rule.leaves("the process sets its own", """
                        FROM alpine:3.22
                        ENV LANG=C
                        CMD LANG=C.UTF-8 ls
                        """),
                rule.leaves("an image that may set LC_ALL", """
                        FROM nginx:1.29-alpine3.22
                        ENV LANG=C
                        """),
                rule.leaves("glibc, which is not musl", """
                        FROM frolvlad/alpine-glibc
                        ENV LANG=C
                        """),
                rule.leaves("an unknown image", """
                        FROM example.org/tools
                        ENV LANG=C
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        ENV LANG=C
                        """));
    }
}
