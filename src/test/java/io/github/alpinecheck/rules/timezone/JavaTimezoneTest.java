package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A zone that the JVM does not understand, and ones that it does. */
class JavaTimezoneTest {

    private final RuleSpec rule = RuleSpec.of("javaTimezone");

    private static final String COPY = "/etc/localtime is a copy of the zone file of Asia/Shanghai, but the finished"
            + " image has no /usr/share/zoneinfo in which Java could find its name: the JVM takes GMT";

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "a copy without its original",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "a JVM from Alpine's packages",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache openjdk21-jre-headless tzdata
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        RUN apk del tzdata
                        ENTRYPOINT java -jar /app.jar
                        """,
                        "3: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "tzdata in a virtual package",
                        """
                        FROM openjdk:8-jre-alpine
                        RUN apk add --no-cache -t .tz tzdata && cp -f /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del .tz
                        ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]
                        ENV JAVA_OPTS="-Xmx1g"
                        """,
                        "2: «cp -f /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "the zone files deleted",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && rm -rf /usr/share/zoneinfo
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "a copy from another stage",
                        """
                        FROM alpine:3.22 AS zones
                        RUN apk add --no-cache tzdata
                        FROM amazoncorretto:17-alpine3.22
                        COPY --from=zones /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "4: «COPY --from=zones /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "the localtime of another stage",
                        """
                        FROM alpine:3.22 AS zones
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        FROM amazoncorretto:17-alpine3.22
                        COPY --from=zones /etc/localtime /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "4: «COPY --from=zones /etc/localtime /etc/localtime» warning: " + COPY),
                rule.catches(
                        "/etc/timezone, which Java 25 does not read",
                        """
                        FROM amazoncorretto:25-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo "Asia/Shanghai" > /etc/timezone && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: /etc/localtime is a copy of the zone file of Asia/Shanghai, but the finished image has no /usr/share/zoneinfo in which Java could find its name, and this Java does not read /etc/timezone: the JVM takes GMT"),
                rule.catches(
                        "only /etc/timezone",
                        """
                        FROM eclipse-temurin:25-jre-alpine-3.22
                        RUN echo "Asia/Shanghai" > /etc/timezone
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «> /etc/timezone» warning: /etc/timezone says Asia/Shanghai, but this Java does not read it, and nothing else names a zone: the JVM takes GMT"),
                rule.catches(
                        "behind tini",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tini tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        ENTRYPOINT ["/sbin/tini", "--", "java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "a copy of the stage below",
                        """
                        FROM amazoncorretto:21-alpine3.22 AS base
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        FROM base
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "TZ of the build only",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        ARG TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "3: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY),
                rule.catches(
                        "JAVA_OPTS that nothing expands",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        ENV JAVA_OPTS=-Duser.timezone=Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "3: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» warning: " + COPY));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps("names TZ", """
                FROM amazoncorretto:21-alpine3.22
                RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                CMD ["java", "-jar", "/app.jar"]
                """, "ENV TZ=Asia/Shanghai, and keep tzdata for date, cron and other programs"),
                rule.helps("for the file", """
                        FROM eclipse-temurin:25-jre-alpine-3.22
                        RUN echo "Asia/Shanghai" > /etc/timezone
                        CMD ["java", "-jar", "/app.jar"]
                        """, "ENV TZ=Asia/Shanghai"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("TZ", """
                        FROM amazoncorretto:21-alpine3.22
                        ENV TZ=Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an option of java", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-Duser.timezone=Asia/Shanghai", "-jar", "/app.jar"]
                        """),
                rule.leaves("an option in JAVA_TOOL_OPTIONS", """
                        FROM amazoncorretto:21-alpine3.22
                        ENV JAVA_TOOL_OPTIONS=-Duser.timezone=Asia/Shanghai
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("options that nobody knows", """
                        FROM amazoncorretto:21-alpine3.22
                        ARG OPTIONS
                        ENV JAVA_OPTS=$OPTIONS
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD java $JAVA_OPTS -jar /app.jar
                        """),
                rule.leaves("TZ of the process itself", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD export TZ=Asia/Shanghai && java -jar /app.jar
                        """),
                rule.leaves("variables from a file", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD . /app/env.sh && java -jar /app.jar
                        """),
                rule.leaves("tzdata kept: Java finds the name", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("the zone's own file kept", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata \\
                            && mkdir -p /usr/share/zoneinfo/Asia && cp /etc/localtime /usr/share/zoneinfo/Asia/Shanghai
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a link that dangles names the zone", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a copy of UTC", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/UTC /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("/etc/timezone, which this Java may read", """
                        FROM openjdk:8-jre-alpine
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && echo Asia/Shanghai > /etc/timezone && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("only /etc/timezone, which an update of Java 17 may read or not", """
                        FROM eclipse-temurin:17-jre-alpine-3.22
                        RUN echo "Asia/Shanghai" > /etc/timezone
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("UTC in /etc/timezone", """
                        FROM eclipse-temurin:25-jre-alpine-3.22
                        RUN echo "Etc/UTC" > /etc/timezone
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("/etc/timezone beside a link", """
                        FROM eclipse-temurin:25-jre-alpine-3.22
                        RUN echo "Asia/Shanghai" > /etc/timezone && ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("no JVM", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["crond", "-f"]
                        """),
                rule.leaves("a script that may set TZ", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        COPY run.sh /
                        ENTRYPOINT ["/run.sh"]
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("the base image's TZ", """
                        FROM azul/zulu-openjdk-alpine:21
                        RUN cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && rm -rf /usr/share/zoneinfo
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an unknown base image", """
                        FROM example.org/java:21-alpine
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("perhaps tzdata", """
                        FROM amazoncorretto:21-alpine3.22
                        ARG MORE
                        RUN apk add --no-cache tzdata $MORE && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """));
    }
}
