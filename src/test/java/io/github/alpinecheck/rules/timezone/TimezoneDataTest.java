package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Zone data that is there when it is used, and zone data that is not. */
class TimezoneDataTest {

    private final RuleSpec rule = RuleSpec.of("timezoneData");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "a hard link before tzdata is installed",
                        """
                        FROM alpine:3.22
                        RUN ln /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Shanghai» error: /usr/share/zoneinfo/Asia/Shanghai does not exist here (alpine:3.22), for tzdata is not installed: ln fails and the build stops"),
                rule.catches(
                        "cp before tzdata is installed",
                        """
                        FROM alpine:3.22
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Shanghai» error: /usr/share/zoneinfo/Asia/Shanghai does not exist here (alpine:3.22), for tzdata is not installed: cp fails and the build stops"),
                rule.catches(
                        "cp of a list of files",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && cp -f /usr/share/zoneinfo/Europe/Berlin /etc/localtime && echo Europe/Berlin > /etc/timezone
                        """,
                        "2: «/usr/share/zoneinfo/Europe/Berlin» error: /usr/share/zoneinfo/Europe/Berlin does not exist here (alpine:3.22), for tzdata is not installed: cp fails and the build stops"),
                rule.catches(
                        "cp after tzdata was deleted",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && apk del tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Shanghai» error: /usr/share/zoneinfo/Asia/Shanghai does not exist here (alpine:3.22), for tzdata is not installed: cp fails and the build stops"),
                rule.catches(
                        "cp whose failure nobody looks at",
                        """
                        FROM alpine:3.22
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime; echo done
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Shanghai» warning: /usr/share/zoneinfo/Asia/Shanghai does not exist here (alpine:3.22), for tzdata is not installed: cp fails, and the script goes on without a copy"),
                rule.catches(
                        "a link that leads nowhere",
                        """
                        FROM alpine:3.22
                        RUN ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo "Asia/Shanghai" > /etc/timezone
                        CMD ["crond", "-f"]
                        """,
                        "2: «ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime leads to the zone file of Asia/Shanghai, which is not in the finished image (tzdata is not installed): date and everything else that asks musl gets UTC"),
                rule.catches(
                        "a link that leads nowhere any more",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        """,
                        "2: «ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime leads to the zone file of Asia/Shanghai, which is not in the finished image (tzdata is not installed): date and everything else that asks musl gets UTC"),
                rule.catches(
                        "a link in a Java image",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        RUN ln -snf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        COPY app.jar /
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «ln -snf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» info: /etc/localtime leads to the zone file of Asia/Shanghai, which is not in the finished image (tzdata is not installed): the JVM takes the zone from the link's text, but date and everything else that asks musl gets UTC"),
                rule.catches(
                        "TZ without tzdata",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        """,
                        "2: «TZ=Asia/Shanghai» warning: TZ=Asia/Shanghai needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ without tzdata in a Java image",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        ENV TZ=Asia/Shanghai
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «TZ=Asia/Shanghai» info: TZ=Asia/Shanghai works for the JVM, which has its own zones, but not for date, cron and other programs: the finished image has no zone data (tzdata is not installed), so musl falls back to UTC"),
                rule.catches(
                        "TZ and tzdata deleted",
                        """
                        FROM alpine:3.22
                        ENV TZ Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone && apk del tzdata
                        """,
                        "2: «TZ Asia/Shanghai» warning: TZ=Asia/Shanghai needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ and tzdata deleted with its virtual package",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache --virtual .tz tzdata && cp /usr/share/zoneinfo/$TZ /etc/localtime && apk del .tz
                        """,
                        "2: «TZ=Asia/Shanghai» warning: TZ=Asia/Shanghai needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ and the zone files deleted",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && rm -rf /usr/share/zoneinfo
                        """,
                        "2: «TZ=Asia/Shanghai» warning: TZ=Asia/Shanghai needs zone data that is not in the finished image (/usr/share/zoneinfo was deleted): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ with a colon",
                        """
                        FROM alpine:3.22
                        ENV TZ=:Europe/Berlin
                        """,
                        "2: «TZ=:Europe/Berlin» warning: TZ=:Europe/Berlin needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ from an argument with a default",
                        """
                        FROM alpine:3.22
                        ARG ZONE=Asia/Tokyo
                        ENV TZ=${ZONE}
                        """,
                        "3: «TZ=${ZONE}» warning: TZ=Asia/Tokyo needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "TZ of the stage below",
                        """
                        FROM alpine:3.22 AS base
                        ENV TZ=Asia/Tokyo
                        FROM base
                        RUN apk add --no-cache curl
                        """,
                        "2: «TZ=Asia/Tokyo» warning: TZ=Asia/Tokyo needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "tzdata in a build stage only",
                        """
                        FROM alpine:3.22 AS build
                        RUN apk add --no-cache tzdata
                        FROM alpine:3.22
                        ENV TZ=Asia/Tokyo
                        """,
                        "4: «TZ=Asia/Tokyo» warning: TZ=Asia/Tokyo needs zone data that is not in the finished image (tzdata is not installed): musl falls back to UTC without a word"),
                rule.catches(
                        "one of several variables",
                        """
                        FROM openjdk:8-jre-alpine
                        ENV LANG=C.UTF-8 TZ=Asia/Shanghai APP=/app
                        """,
                        "2: «TZ=Asia/Shanghai» info: TZ=Asia/Shanghai works for the JVM, which has its own zones, but not for date, cron and other programs: the finished image has no zone data (tzdata is not installed), so musl falls back to UTC"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a link that fails since there is one already", """
                        FROM alpine:3.22
                        ENV TZ=UTC
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime; ln -s /usr/share/zoneinfo/Asia/Tokyo /etc/localtime; true
                        """),
                rule.leaves("a rule that libc reads without a file", """
                        FROM alpine:3.22
                        ENV TZ=EST5EDT
                        """),
                rule.leaves("Node.js, which has zones of its own", """
                        FROM node:24-alpine3.23
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("tzdata first", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo "Asia/Shanghai" > /etc/timezone
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("tzdata from a list in a variable", """
                        FROM alpine:3.22
                        ENV PACKAGES="curl tzdata bash"
                        RUN apk add --no-cache $PACKAGES
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("tzdata from a shell variable", """
                        FROM alpine:3.22
                        RUN packages='curl tzdata' && apk add --no-cache $packages && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("perhaps tzdata from outside", """
                        FROM alpine:3.22
                        ARG PACKAGES
                        RUN apk add --no-cache $PACKAGES
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("a zone from outside", """
                        FROM alpine:3.22
                        ARG TZ
                        ENV TZ=$TZ
                        RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime
                        """),
                rule.leaves("a package that may bring tzdata", """
                        FROM alpine:3.22
                        RUN apk add --no-cache some-rare-package
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("a base image with tzdata", """
                        FROM eclipse-temurin:21-jre-alpine
                        ENV TZ=Asia/Shanghai
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("an unknown base image", """
                        FROM example.org/java:17-alpine
                        ENV TZ=Asia/Shanghai
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("cp and tzdata deleted: the copy stays", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        """),
                rule.leaves("cp and tzdata of a virtual package deleted", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build-deps tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del .build-deps
                        """),
                rule.leaves("tzdata was asked for before its virtual package", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata
                        RUN apk add --no-cache --virtual .deps tzdata gcc && apk del .deps
                        """),
                rule.leaves("a POSIX zone needs no data", """
                        FROM alpine:3.22
                        ENV TZ=CST-8
                        """),
                rule.leaves("a POSIX zone in angle brackets", """
                        FROM alpine:3.22
                        ENV TZ="<+08>-8"
                        """),
                rule.leaves("UTC needs no data", """
                        FROM alpine:3.22
                        ENV TZ=UTC
                        """),
                rule.leaves("Etc/UTC needs no data", """
                        FROM alpine:3.22
                        ENV TZ=Etc/UTC
                        """),
                rule.leaves("zone files from another stage", """
                        FROM golang:1.24-alpine AS build
                        RUN apk add --no-cache tzdata
                        FROM alpine:3.22
                        COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
                        ENV TZ=Europe/Berlin
                        """),
                rule.leaves("one zone file from another stage", """
                        FROM alpine:3.22 AS tz
                        RUN apk add --no-cache tzdata
                        FROM alpine:3.22
                        COPY --from=tz /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """),
                rule.leaves("one zone file kept", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /tmp/zone && apk del tzdata \\
                            && mkdir -p /usr/share/zoneinfo/Asia && cp /tmp/zone /usr/share/zoneinfo/Asia/Shanghai
                        """),
                rule.leaves("asked for first", """
                        FROM alpine:3.22
                        RUN [ -e /usr/share/zoneinfo/Asia/Shanghai ] && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime; true
                        """),
                rule.leaves("the failure is handled", """
                        FROM alpine:3.22
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime || echo no zone
                        """),
                rule.leaves("or true", """
                        FROM alpine:3.22
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime || true
                        """),
                rule.leaves("a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG ZONE
                        RUN if [ -n "$ZONE" ]; then cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime; fi
                        """),
                rule.leaves("installed by a script", """
                        FROM alpine:3.22
                        COPY install.sh /
                        RUN /install.sh && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("a build stage that has TZ", """
                        FROM alpine:3.22 AS build
                        ENV TZ=Asia/Shanghai
                        RUN date
                        FROM scratch
                        COPY --from=build /x /
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        ENV TZ=Asia/Shanghai
                        RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
                        """),
                rule.leaves("no Linux at all", """
                        FROM scratch
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("TZ of one RUN is gone in the next", """
                        FROM alpine:3.22
                        RUN TZ=Asia/Shanghai && echo $TZ
                        """),
                rule.leaves("TZ set back", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        ENV TZ=UTC
                        """),
                rule.leaves("only words", """
                        FROM alpine:3.22
                        RUN echo "cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime" > /usage
                        """),
                rule.leaves("a link before the installation", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN ln -s /usr/share/zoneinfo/$TZ /etc/localtime
                        RUN apk add --no-cache tzdata
                        """),
                rule.leaves("set up by Alpine's own script", """
                        FROM alpine:3.22
                        RUN apk add --no-cache alpine-conf && setup-timezone -z Europe/Berlin
                        ENV TZ=Europe/Berlin
                        """),
                rule.leaves("alpine-base brings what it brings", """
                        FROM example.org/tools
                        RUN apk add --no-cache tzdata
                        ENV TZ=Asia/Tokyo
                        """));
    }
}
