package io.github.alpinecheck.bench;

import java.util.List;
import java.util.Random;

/** Dockerfiles as projects have them, no two of them the same, and the same on every machine. */
final class Dockerfiles {

    private static final List<String> BASES = List.of(
            "eclipse-temurin:21-jre-alpine-3.22",
            "eclipse-temurin:17-jre-alpine",
            "amazoncorretto:21-alpine3.22",
            "openjdk:8-jre-alpine",
            "alpine:3.22",
            "alpine:3.12",
            "node:22-alpine",
            "example.org/base/java:17");
    private static final List<String> PACKAGES = List.of(
            "curl", "bash", "tini", "fontconfig", "ttf-dejavu", "ca-certificates", "su-exec", "jq", "git", "openssl");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC");
    private static final List<String> MIRRORS =
            List.of("mirrors.aliyun.com", "mirrors.ustc.edu.cn", "mirrors.example.org");

    private Dockerfiles() {}

    /** The Dockerfile of that number; number 0 is a multi-stage build of a service. */
    static String number(int number) {
        Random random = new Random(number);
        String zone = pick(ZONES, random);
        return """
                # syntax=docker/dockerfile:1
                FROM maven:3.9-eclipse-temurin-21-alpine AS build
                WORKDIR /src
                COPY pom.xml .
                RUN --mount=type=cache,target=/root/.m2 mvn -B -q dependency:go-offline
                COPY src src
                RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -DskipTests \\
                 && cp target/service-%1$d.jar /service.jar

                FROM %2$s
                ARG VERSION=1.%1$d
                ENV TZ=%3$s \\
                    SERVICE_HOME=/opt/service \\
                    JAVA_OPTS="-Xmx512m -XX:MaxRAMPercentage=75"
                LABEL org.opencontainers.image.version=$VERSION
                """.formatted(number, pick(BASES, random), zone)
                + mirror(random)
                + packages(random)
                + timeZone(zone, random)
                + script(random)
                + """
                WORKDIR $SERVICE_HOME
                COPY --from=build --chown=app:app /service.jar ./service.jar
                COPY docker/entrypoint.sh /usr/local/bin/
                USER app
                EXPOSE %1$d
                HEALTHCHECK --interval=30s CMD wget -q --spider http://localhost:%1$d/health || exit 1
                ENTRYPOINT exec java $JAVA_OPTS -jar service.jar
                """.formatted(8000 + number);
    }

    private static String mirror(Random random) {
        return random.nextBoolean()
                ? "RUN sed -i 's/dl-cdn.alpinelinux.org/%s/g' /etc/apk/repositories\n".formatted(pick(MIRRORS, random))
                : "";
    }

    private static String packages(Random random) {
        int from = random.nextInt(PACKAGES.size() - 3);
        List<String> some = PACKAGES.subList(from, from + 1 + random.nextInt(3));
        String options = random.nextBoolean() ? "--no-cache " : "";
        return """
                RUN set -eux; \\
                    apk add %1$s%2$s tzdata; \\
                    apk add %1$s--virtual .build gcc musl-dev; \\
                    wget -q -O /tmp/tool.tgz https://example.org/tool-${VERSION}.tgz; \\
                    echo "0123456789abcdef  /tmp/tool.tgz" | sha256sum -c -; \\
                    tar -xzf /tmp/tool.tgz -C /opt; \\
                    rm -rf /tmp/*; \\
                    apk del .build
                """.formatted(options, String.join(" ", some));
    }

    private static String timeZone(String zone, Random random) {
        return random.nextBoolean()
                ? "RUN ln -sf /usr/share/zoneinfo/%1$s /etc/localtime && echo '%1$s' > /etc/timezone\n".formatted(zone)
                : "RUN cp /usr/share/zoneinfo/%1$s /etc/localtime && apk del tzdata\n".formatted(zone);
    }

    private static String script(Random random) {
        return """
                RUN addgroup -S app && adduser -S -G app app \\
                 && for dir in data logs conf.%1$d; do mkdir -p "$SERVICE_HOME/$dir"; done \\
                 && if [ ! -e /etc/nsswitch.conf ]; then echo 'hosts: files dns' > /etc/nsswitch.conf; fi \\
                 && case "$(cat /etc/alpine-release)" in 3.1*) echo old ;; *) echo new ;; esac \\
                 && chown -R app:app "$SERVICE_HOME"
                """.formatted(random.nextInt(100));
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
