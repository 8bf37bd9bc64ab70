package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names of time zones. */
class TimezoneNameTest {

    private final RuleSpec rule = RuleSpec.of("timezoneName");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "an option of java",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD ["java", "-Duser.timezone=Asia/Beijing", "-jar", "/app.jar"]
                        """,
                        "2: «-Duser.timezone=Asia/Beijing» error: -Duser.timezone=Asia/Beijing is no time zone that Java knows: it takes the offset of the system's zone without a word"),
                rule.catches(
                        "an offset that Java does not know",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV JAVA_TOOL_OPTIONS=-Duser.timezone=UTC+8
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «JAVA_TOOL_OPTIONS=-Duser.timezone=UTC+8» error: -Duser.timezone=UTC+8 is no time zone that Java knows: it takes the offset of the system's zone without a word"),
                rule.catches(
                        "a city that is no zone",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata
                        ENV TZ=Asia/Beijing
                        """,
                        "3: «TZ=Asia/Beijing» error: there is no time zone Asia/Beijing: musl takes UTC and Java takes GMT without a word"),
                rule.catches(
                        "a spelling mistake",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shangahi /etc/localtime
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Shangahi» error: there is no time zone Asia/Shangahi"),
                rule.catches(
                        "a wrong area",
                        """
                        FROM eclipse-temurin:21-jre-alpine
                        ENV TZ=China/Shanghai
                        """,
                        "2: «TZ=China/Shanghai» error: there is no time zone China/Shanghai: musl takes UTC and Java takes GMT without a word"),
                rule.catches(
                        "in /etc/timezone that nothing reads",
                        """
                        FROM alpine:3.22
                        RUN echo Asia/Beijing > /etc/timezone
                        """,
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Beijing, and there is no such time zone"),
                rule.catches(
                        "with a comment that is none",
                        """
                        FROM alpine:3.22
                        ENV TZ Asia/Shanghai # China
                        """,
                        "2: «TZ Asia/Shanghai # China» error: there is no time zone Asia/Shanghai # China: musl takes UTC and Java takes GMT without a word"),
                rule.catches(
                        "small letters",
                        """
                        FROM alpine:3.22
                        ENV TZ=europe/berlin
                        """,
                        "2: «TZ=europe/berlin» error: there is no time zone europe/berlin: musl takes UTC and Java takes GMT without a word"),
                rule.catches(
                        "a link to no zone",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -sf /usr/share/zoneinfo/Asia/Bejing /etc/localtime
                        """,
                        "2: «/usr/share/zoneinfo/Asia/Bejing» error: there is no time zone Asia/Bejing"),
                rule.catches(
                        "in /etc/timezone",
                        """
                        FROM openjdk:8-jre-alpine
                        RUN echo "Asia/Beijing" > /etc/timezone
                        """,
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Beijing, and there is no such time zone"),
                rule.catches(
                        "a variable written literally",
                        """
                        FROM openjdk:8-jre-alpine
                        ENV TIME_ZONE=Asia/Shanghai
                        RUN echo '$TIME_ZONE' > /etc/timezone
                        """,
                        "3: «> /etc/timezone» warning: /etc/timezone says $TIME_ZONE, and there is no such time zone"),
                rule.catches(
                        "GMT with an offset",
                        """
                        FROM alpine:3.22
                        ENV TZ=GMT+8
                        """,
                        "2: «TZ=GMT+8» warning: TZ=GMT+8 is two different zones: by POSIX the sign counts west of Greenwich, so date and all of musl read it the other way round than Java"),
                rule.catches(
                        "UTC with an offset",
                        """
                        FROM alpine:3.22
                        ENV TZ=UTC+8
                        """,
                        "2: «TZ=UTC+8» info: by POSIX the sign counts west of Greenwich: TZ=UTC+8 is behind UTC, for musl and for Java"),
                rule.catches(
                        "an abbreviation",
                        """
                        FROM alpine:3.22
                        ENV TZ=CST
                        """,
                        "2: «TZ=CST» warning: TZ=CST is no zone of tzdata: musl takes UTC, while Java may know the abbreviation and take another zone than you mean"),
                rule.catches(
                        "another abbreviation",
                        """
                        FROM alpine:3.22
                        ENV TZ="IST"
                        """,
                        "2: «TZ=\"IST\"» warning: TZ=IST is no zone of tzdata: musl takes UTC, while Java may know the abbreviation and take another zone than you mean"),
                rule.catches(
                        "from an argument",
                        """
                        FROM alpine:3.22
                        ARG ZONE=Asia/Peking
                        ENV TZ=$ZONE
                        """,
                        "3: «TZ=$ZONE» error: there is no time zone Asia/Peking: musl takes UTC and Java takes GMT without a word"),
                rule.catches(
                        "a path through a variable",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Beijing
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/${TZ} /etc/localtime
                        """,
                        "2: «TZ=Asia/Beijing» error: there is no time zone Asia/Beijing: musl takes UTC and Java takes GMT without a word",
                        "3: «/usr/share/zoneinfo/${TZ}» error: there is no time zone Asia/Beijing"),
                rule.catches(
                        "the directory of a link", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cd /usr/share/zoneinfo && cp Asia/Beijing /etc/localtime
                        """, "2: «Asia/Beijing» error: there is no time zone Asia/Beijing"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("names of Java's own", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV JAVA_TOOL_OPTIONS=-Duser.timezone=GMT+8
                        CMD ["java", "-Duser.timezone=GMT+08:00", "-Duser.timezone=CST", "-jar", "/app.jar"]
                        """),
                rule.leaves("an option that a later one replaces", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD ["java", "-Duser.timezone=Asia/Beijing", "-Duser.timezone=Asia/Shanghai", "-jar", "/app.jar"]
                        """),
                rule.leaves("an option of a program that is no JVM", """
                        FROM alpine:3.22
                        CMD ["./run", "-Duser.timezone=Asia/Beijing"]
                        """),
                rule.leaves("UTC in small letters, which is UTC for musl and for Java", """
                        FROM alpine:3.22
                        ENV TZ=utc
                        """),
                rule.leaves("a zone", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("an old name of a zone", """
                        FROM alpine:3.22
                        ENV TZ=PRC
                        """),
                rule.leaves("another old name", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Calcutta
                        """),
                rule.leaves("a zone with three parts", """
                        FROM alpine:3.22
                        ENV TZ=America/Argentina/Buenos_Aires
                        """),
                rule.leaves("an Etc zone with an offset", """
                        FROM alpine:3.22
                        ENV TZ=Etc/GMT-8
                        """),
                rule.leaves("a POSIX rule", """
                        FROM alpine:3.22
                        ENV TZ=CST-8
                        """),
                rule.leaves("a POSIX rule with daylight saving", """
                        FROM alpine:3.22
                        ENV TZ=CET-1CEST,M3.5.0,M10.5.0/3
                        """),
                rule.leaves("a POSIX rule in angle brackets", """
                        FROM alpine:3.22
                        ENV TZ="<+08>-8"
                        """),
                rule.leaves("zones named like abbreviations", """
                        FROM alpine:3.22
                        ENV TZ=EST
                        """),
                rule.leaves("a rule that tzdata has a file for", """
                        FROM alpine:3.22
                        ENV TZ=EST5EDT
                        """),
                rule.leaves("a colon", """
                        FROM alpine:3.22
                        ENV TZ=:Asia/Shanghai
                        """),
                rule.leaves("empty", """
                        FROM alpine:3.22
                        ENV TZ=""
                        """),
                rule.leaves("a path", """
                        FROM alpine:3.22
                        ENV TZ=/etc/localtime
                        """),
                rule.leaves("a path to a zone file", """
                        FROM alpine:3.22
                        ENV TZ=/usr/share/zoneinfo/Asia/Shanghai
                        """),
                rule.leaves("from outside", """
                        FROM alpine:3.22
                        ARG TZ
                        ENV TZ=$TZ
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/$TZ /etc/localtime
                        """),
                rule.leaves("from outside with a default of the shell", """
                        FROM alpine:3.22
                        ARG ZONE
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/${ZONE:-Asia/Shanghai} /etc/localtime
                        """),
                rule.leaves("partly from outside", """
                        FROM alpine:3.22
                        ARG CITY
                        ENV TZ=Asia/$CITY
                        """),
                rule.leaves("all zones of an area", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp -r /usr/share/zoneinfo/Europe /zones
                        """),
                rule.leaves("the whole data", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp -r /usr/share/zoneinfo /zones && cp /usr/share/zoneinfo/* /all
                        """),
                rule.leaves("data about zones", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/zone.tab /usr/share/zoneinfo/iso3166.tab /usr/share/zoneinfo/posixrules /data/
                        """),
                rule.leaves("the names with rules of their own", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/posix/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("right zones with leap seconds", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/right/Europe/Berlin /etc/localtime
                        """),
                rule.leaves("a file of several lines is no name", """
                        FROM openjdk:8-jre-alpine
                        RUN printf 'a\\nb\\n' > /etc/timezone
                        """),
                rule.leaves("a name in /etc/timezone", """
                        FROM openjdk:8-jre-alpine
                        RUN echo "Asia/Shanghai" > /etc/timezone
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        ENV TZ=Asia/Beijing
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        ENV TZ=Asia/Beijing
                        """),
                rule.leaves("corrected in the same stage", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Beijing
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("corrected in the file", """
                        FROM alpine:3.22
                        RUN echo Asia/Beijing > /etc/timezone
                        RUN echo Asia/Shanghai > /etc/timezone
                        """),
                rule.leaves("a variable for a place where zones may be", """
                        FROM alpine:3.22
                        COPY zones /usr/share/zoneinfo
                        ENV TZ=Company/Home
                        """),
                rule.leaves("a place where zones may be", """
                        FROM alpine:3.22
                        COPY zones /usr/share/zoneinfo
                        RUN cp /usr/share/zoneinfo/Company/Home /etc/localtime
                        """));
    }

    @TestFactory
    List<DynamicTest> namesTheNearestZone() {
        return List.of(
                rule.helps("a city of the same zone", "FROM alpine:3.22\nENV TZ=Asia/Beijing", "write Asia/Shanghai"),
                rule.helps("a spelling mistake in it", "FROM alpine:3.22\nENV TZ=Asia/Bejing", "write Asia/Shanghai"),
                rule.helps("another area", "FROM alpine:3.22\nENV TZ=Europe/Istambul", "write Europe/Istanbul"),
                rule.helps("an offset is no mistake in the spelling", """
                        FROM eclipse-temurin:17-jre-alpine
                        ENTRYPOINT ["java", "-Duser.timezone=UTC+8", "-jar", "/app.jar"]
                        """, ""),
                rule.helps("nor is a variable's name", "FROM alpine:3.22\nRUN echo '$Z' > /etc/timezone", ""),
                rule.helps("nothing near", "FROM alpine:3.22\nENV TZ=Middle-earth/Minas_Tirith", ""),
                rule.helps(
                        "GMT+8",
                        "FROM alpine:3.22\nENV TZ=GMT+8",
                        "write the name of a place, such as TZ=Asia/Shanghai"));
    }
}
