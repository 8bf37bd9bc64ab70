package io.github.alpinecheck.rules.timezone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Images that have to have the time of Shanghai. */
class RequiredTimezoneTest {

    private final RuleSpec rule = RuleSpec.of("requiredTimezone", RuleSpec.parameter("zone", "Asia/Shanghai"));
    private final RuleSpec utc = RuleSpec.of("requiredTimezone", RuleSpec.parameter("zone", "UTC"));

    private static final String JVM = "the JVM of this image has to have the time of Asia/Shanghai, and it takes ";
    private static final String LIBC =
            "the programs of this image have to have the time of Asia/Shanghai, and musl takes ";

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches("nothing set", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata
                        """, "1: «alpine:3.22» error: " + LIBC + "UTC for them: it finds no zone"),
                rule.catches("another zone", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata
                        ENV TZ=Europe/Berlin
                        """, "3: «TZ=Europe/Berlin» error: " + LIBC + "Europe/Berlin for them"),
                rule.catches(
                        "TZ without tzdata",
                        """
                        FROM alpine:3.22
                        ENV TZ=Asia/Shanghai
                        """,
                        "2: «TZ=Asia/Shanghai» error: " + LIBC + "UTC for them: it finds no zone"),
                rule.catches(
                        "a link that dangles",
                        """
                        FROM alpine:3.22
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """,
                        "2: «ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» error: " + LIBC
                                + "UTC for them: it finds no zone"),
                rule.catches(
                        "a copy of another zone",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime && apk del tzdata
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Tokyo /etc/localtime» error: " + LIBC + "Asia/Tokyo for them"),
                rule.catches(
                        "a JVM without a zone",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "1: «amazoncorretto:21-alpine3.22» error: " + JVM + "GMT: it finds no zone"),
                rule.catches("a JVM with another zone", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Etc/UTC
                        CMD ["java", "-jar", "/app.jar"]
                        """, "2: «TZ=Etc/UTC» error: " + JVM + "Etc/UTC"),
                rule.catches("an option that goes before TZ", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=Asia/Shanghai
                        CMD ["java", "-Duser.timezone=GMT", "-jar", "/app.jar"]
                        """, "3: «-Duser.timezone=GMT» error: " + JVM + "GMT"),
                rule.catches(
                        "a copy whose name the JVM does not find",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» error: " + JVM
                                + "GMT: it finds no zone"),
                rule.catches("the base image's TZ", """
                        FROM azul/zulu-openjdk-alpine:21
                        CMD ["java", "-jar", "/app.jar"]
                        """, "1: «azul/zulu-openjdk-alpine:21» error: " + JVM + "Etc/UTC"),
                utc.catches(
                        "a zone where UTC is wanted",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime» error: the JVM of this image has to have the time of UTC, and it takes Asia/Shanghai"));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps("libc", """
                        FROM alpine:3.22
                        """, "apk add --no-cache tzdata, keep it, and ENV TZ=Asia/Shanghai"),
                rule.helps("the JVM", """
                        FROM amazoncorretto:21-alpine3.22
                        """, "ENV TZ=Asia/Shanghai"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("TZ and tzdata", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("another name of the zone", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata
                        ENV TZ=PRC
                        """),
                rule.leaves("a copy without tzdata, for musl", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime && apk del tzdata
                        """),
                rule.leaves("a link with tzdata", """
                        FROM alpine:3.22
                        RUN apk add --no-cache tzdata && ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        """),
                rule.leaves("TZ without tzdata, for a JVM", """
                        FROM amazoncorretto:21-alpine3.22
                        ENV TZ=Asia/Shanghai
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a link that dangles, for a JVM", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an option for the JVM", """
                        FROM amazoncorretto:21-alpine3.22
                        CMD ["java", "-Duser.timezone=Asia/Shanghai", "-jar", "/app.jar"]
                        """),
                rule.leaves("a script that may set it", """
                        FROM amazoncorretto:21-alpine3.22
                        COPY run.sh /
                        CMD ["/run.sh"]
                        """),
                rule.leaves("options that the base image's command may read", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV TZ=UTC CATALINA_OPTS=-Duser.timezone=Asia/Shanghai
                        """),
                rule.leaves("an offset", """
                        FROM alpine:3.22
                        ENV TZ=CST-8
                        """),
                rule.leaves("a zone from outside", """
                        FROM alpine:3.22
                        ARG ZONE
                        RUN apk add --no-cache tzdata
                        ENV TZ=$ZONE
                        """),
                rule.leaves("an unknown image", """
                        FROM example.org/java:21
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an image of which nobody knows the variables", """
                        FROM nginx:1.29-alpine3.22
                        """),
                rule.leaves("Node.js, which has zones of its own", """
                        FROM node:24-alpine3.23
                        ENV TZ=Asia/Shanghai
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        """),
                rule.leaves("a build stage", """
                        FROM alpine:3.22 AS build
                        ENV TZ=Europe/Berlin
                        FROM scratch
                        COPY --from=build /app /app
                        """),
                utc.leaves("nothing set where UTC is wanted", """
                        FROM alpine:3.22
                        """));
    }

    @Test
    void refusesWhatIsNoZone() {
        assertThatThrownBy(() -> read(RuleSpec.parameter("zone", "Asia/Beijing")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no Asia/Beijing; write Asia/Shanghai");
        assertThatThrownBy(() -> read(RuleSpec.parameter("level", "error")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("<requiredTimezone> needs <zone>");
    }

    private static void read(ConfigurationElement parameter) throws ConfigurationException {
        ConfigurationElement element = new ConfigurationElement("requiredTimezone", "", List.of(parameter), "");
        RuleCatalog catalog = RuleCatalog.load(RuleSpec.class.getClassLoader());
        RuleSetReader.read(catalog, List.of(), List.of(element));
    }
}
