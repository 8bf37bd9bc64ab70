package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Places that name two zones, and ones that name one. */
class TimezoneAgreementTest {

    private final RuleSpec rule = RuleSpec.of("timezoneAgreement");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "a link to another zone than TZ",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """,
                        "3: «ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime» warning: /etc/localtime is the zone file of Europe/Berlin, but TZ is Asia/Shanghai, and that goes before it"),
                rule.catches(
                        "a copy of another zone than TZ",
                        """
                        FROM alpine:3.22
                        ENV TZ=UTC
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "3: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime is the zone file of Asia/Shanghai, but TZ is UTC, and that goes before it"),
                rule.catches(
                        "a copy that was moved, and one from another stage",
                        """
                        FROM alpine:3.22 AS zones
                        RUN apk add --no-cache tzdata
                        FROM alpine:3.22
                        COPY --from=zones /usr/share/zoneinfo/Asia/Tokyo /etc/localtime
                        ENV TZ=Asia/Seoul
                        """,
                        "4: «COPY --from=zones /usr/share/zoneinfo/Asia/Tokyo /etc/localtime» warning: /etc/localtime is the zone file of Asia/Tokyo, but TZ is Asia/Seoul, and that goes before it"),
                rule.catches(
                        "TZ of the base image",
                        """
                        FROM azul/zulu-openjdk-alpine:21
                        RUN ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "2: «ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime is the zone file of Asia/Shanghai, but TZ is Etc/UTC, and that goes before it"),
                rule.catches(
                        "/etc/timezone",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo Asia/Tokyo > /etc/timezone
                        """,
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Tokyo, but /etc/localtime is the zone file of Asia/Shanghai"),
                rule.catches(
                        "three zones",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo Asia/Tokyo > /etc/timezone
                        ENV TZ=Europe/Berlin
                        """,
                        "2: «ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime is the zone file of Asia/Shanghai, but TZ is Europe/Berlin, and that goes before it",
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Tokyo, but TZ is Europe/Berlin"),
                rule.catches(
                        "an option of java",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        ENTRYPOINT ["java", "-Duser.timezone=UTC", "-jar", "/app.jar"]
                        """,
                        "3: «-Duser.timezone=UTC» warning: Java and the other programs of this image have different times: -Duser.timezone is UTC, but TZ is Asia/Shanghai"),
                rule.catches(
                        "an option of java beside places that agree",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        RUN ln -sf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
                        ENTRYPOINT ["java", "-Duser.timezone=UTC", "-jar", "/app.jar"]
                        """,
                        "4: «-Duser.timezone=UTC» warning: Java and the other programs of this image have different times: -Duser.timezone is UTC, but TZ is Asia/Shanghai"),
                rule.catches(
                        "an option of java beside /etc/timezone only",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN echo Asia/Shanghai > /etc/timezone
                        ENTRYPOINT ["java", "-Duser.timezone=UTC", "-jar", "/app.jar"]
                        """,
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Shanghai, but -Duser.timezone is UTC"),
                rule.catches(
                        "an option in JAVA_TOOL_OPTIONS",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai JAVA_TOOL_OPTIONS="-Xmx1g -Duser.timezone=Europe/Berlin"
                        CMD java -jar /app.jar
                        """,
                        "2: «JAVA_TOOL_OPTIONS=\"-Xmx1g -Duser.timezone=Europe/Berlin\"» warning: Java and the other programs of this image have different times: -Duser.timezone is Europe/Berlin, but TZ is Asia/Shanghai"),
                rule.catches(
                        "an option in JAVA_OPTS, which the command expands",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        ENV JAVA_OPTS="-Duser.timezone=Asia/Tokyo -Xmx1g"
                        ENTRYPOINT exec java $JAVA_OPTS -jar /app.jar
                        """,
                        "4: «$JAVA_OPTS» warning: Java and the other programs of this image have different times: -Duser.timezone is Asia/Tokyo, but TZ is Asia/Shanghai"),
                rule.catches(
                        "the last option wins",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai JAVA_TOOL_OPTIONS=-Duser.timezone=Asia/Shanghai
                        CMD ["sh", "-c", "java -cp a.jar -Duser.timezone=Asia/Shanghai -Duser.timezone=Asia/Tokyo com.acme.Main"]
                        """,
                        "3: «-Duser.timezone=Asia/Tokyo» warning: Java and the other programs of this image have different times: -Duser.timezone is Asia/Tokyo, but TZ is Asia/Shanghai"),
                rule.catches(
                        "behind tini, with the options in CMD",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN apk add --no-cache tini && ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        ENTRYPOINT ["/sbin/tini", "--", "java"]
                        CMD ["-Duser.timezone=Asia/Tokyo", "-jar", "/app.jar"]
                        """,
                        "4: «-Duser.timezone=Asia/Tokyo» warning: Java and the other programs of this image have different times: -Duser.timezone is Asia/Tokyo, but /etc/localtime is the zone file of Asia/Shanghai"));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps("for localtime", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """, "name one zone, in ENV TZ, and drop the other setting"),
                rule.helps(
                        "for /etc/timezone",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN echo Asia/Tokyo > /etc/timezone
                        """,
                        "write Asia/Shanghai to /etc/timezone, or do not write it: neither musl nor a new JDK reads it"),
                rule.helps("for the option", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        ENTRYPOINT ["java", "-Duser.timezone=UTC", "-jar", "/app.jar"]
                        """, "name the zone once, in ENV TZ, and drop -Duser.timezone"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("the same zone everywhere", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
                        """),
                rule.leaves("aliases of one zone", """
                        FROM alpine:3.22
                        ENV TZ=PRC
                        RUN apk add --no-cache tzdata && ln -snf /usr/share/zoneinfo/Asia/Chongqing /etc/localtime && echo Asia/Harbin > /etc/timezone
                        """),
                rule.leaves("names of UTC", """
                        FROM alpine:3.22
                        ENV TZ=UTC
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Etc/GMT /etc/localtime && echo Zulu > /etc/timezone
                        """),
                rule.leaves("a name that was linked later", """
                        FROM alpine:3.22
                        ENV TZ=Europe/Kiev
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Europe/Kyiv /etc/localtime
                        """),
                rule.leaves("an offset, which is no name", """
                        FROM alpine:3.22
                        ENV TZ=CST-8
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("JAVA_OPTS that nothing expands", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai JAVA_OPTS=-Duser.timezone=Europe/Berlin
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an argument of the program, not of java", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        ENTRYPOINT ["java", "-jar", "/app.jar", "-Duser.timezone=Europe/Berlin"]
                        """),
                rule.leaves("JAVA_TOOL_OPTIONS where no JVM starts", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai JAVA_TOOL_OPTIONS=-Duser.timezone=Europe/Berlin
                        CMD ["nginx"]
                        """),
                rule.leaves("options from outside behind the option", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ARG MORE
                        ENV TZ=Asia/Shanghai OPTIONS=$MORE
                        CMD java -Duser.timezone=Europe/Berlin $OPTIONS -jar /app.jar
                        """),
                rule.leaves("TZ of the process itself", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        CMD TZ=Europe/Berlin java -Duser.timezone=Europe/Berlin -jar /app.jar
                        """),
                rule.leaves("the start script writes the link", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime; java -Duser.timezone=Europe/Berlin -jar /app.jar
                        """),
                rule.leaves("a link that was replaced", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        RUN ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("a zone from outside", """
                        FROM alpine:3.22
                        ARG ZONE
                        ENV TZ=$ZONE
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """),
                rule.leaves("a zone that may be another one", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && if [ -e /flag ]; then ln -s /usr/share/zoneinfo/Europe/Berlin /etc/localtime; fi
                        """),
                rule.leaves("a build argument is no variable of the container", """
                        FROM alpine:3.22
                        ARG TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """),
                rule.leaves("another stage", """
                        FROM alpine:3.22 AS build
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """),
                rule.leaves("a name that does not exist is said by another rule", """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        RUN echo '$TZ' > /etc/timezone
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        ENV TZ=Asia/Shanghai
                        RUN ln -sf /usr/share/zoneinfo/Europe/Berlin /etc/localtime
                        """));
    }
}
