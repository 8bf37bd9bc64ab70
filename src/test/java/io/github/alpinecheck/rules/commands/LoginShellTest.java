package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LoginShellTest {

    private final RuleSpec rule = RuleSpec.of("loginShell");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "an entry point in exec form",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "options one by one, the shell by its path",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD ["/bin/sh", "-l", "-c", "exec java -jar /app.jar"]
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "ash, the long option",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD ["ash", "--login", "-c", "java -jar /app.jar"]
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "bash that is installed",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN apk add --no-cache bash
                        ENTRYPOINT ["bash", "-lc", "java -jar /app.jar"]
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "SHELL",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        SHELL ["/bin/sh", "-elc"]
                        RUN java -version
                        CMD java -jar /app.jar
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin",
                        "4: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "RUN",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN sh -lc "java -version"
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "the shell form of CMD, behind exec",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD exec sh -lc 'exec java -jar /app.jar'
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "HEALTHCHECK",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        HEALTHCHECK CMD sh -lc 'java -cp /app Health'
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "behind tini",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN apk add --no-cache tini
                        ENTRYPOINT ["tini", "--", "sh", "-lc", "java -jar /app.jar"]
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "su as a user of the build",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN adduser -D app
                        CMD su - app -c "java -jar /app.jar"
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "su -l with a shell",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD ["su", "-l", "-s", "/bin/sh", "app", "-c", "java -jar /app.jar"]
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "su where sh -l keeps the PATH, with a JDK that is copied in",
                        """
                        FROM alpine:3.16
                        COPY --from=eclipse-temurin:17-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        CMD su - root -c "java -jar /app.jar"
                        """,
                        "4: «java» warning: su starts a login shell without the image's PATH (Alpine 3.16), so it does not find java in /opt/jdk/bin"),
                rule.catches(
                        "a run-time image that is copied in",
                        """
                        FROM eclipse-temurin:21-jdk-alpine-3.22 AS build
                        RUN $JAVA_HOME/bin/jlink --add-modules java.base --output /jre
                        FROM alpine:3.20
                        ENV JAVA_HOME=/opt/jre PATH=/opt/jre/bin:$PATH
                        COPY --from=build /jre $JAVA_HOME
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """,
                        "6: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.20 sets PATH anew, without /opt/jre/bin"),
                rule.catches(
                        "a stage above",
                        """
                        FROM eclipse-temurin:21-jdk-alpine-3.21 AS base
                        FROM base
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.21 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "Maven on Temurin",
                        """
                        FROM maven:3.9-eclipse-temurin-21-alpine
                        RUN bash -lc "java -version"
                        """,
                        "2: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.24 sets PATH anew, without /opt/java/openjdk/bin"),
                rule.catches(
                        "the directory first on a longer PATH",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV PATH=/app/bin:$PATH
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """,
                        "3: «java» warning: a login shell does not find java: /etc/profile of Alpine 3.22 sets PATH anew, without /opt/java/openjdk/bin"));
    }

    @TestFactory
    List<DynamicTest> leaves() {
        return List.of(
                rule.leaves("no login shell", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-ec", "java -jar /app.jar"]
                        """),
                rule.leaves("the path of the program", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "/opt/java/openjdk/bin/java -jar /app.jar"]
                        """),
                rule.leaves("JAVA_HOME, which sh -l keeps", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "$JAVA_HOME/bin/java -jar /app.jar"]
                        """),
                rule.leaves("the PATH set in the script", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "export PATH=$JAVA_HOME/bin:$PATH; java -jar /app.jar"]
                        """),
                rule.leaves("the PATH set for the command", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "PATH=/opt/java/openjdk/bin java -jar /app.jar"]
                        """),
                rule.leaves("a file in /etc/profile.d", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN echo 'export PATH=$PATH:/opt/java/openjdk/bin' > /etc/profile.d/java.sh
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("another /etc/profile", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN sed -i '/export PATH/d' /etc/profile
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("a copied /etc/profile", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY profile /etc/profile
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("files copied over the root directory", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY rootfs/ /
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("a profile in the home directory", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN echo 'PATH=$PATH:/opt/java/openjdk/bin' >> /root/.profile
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("java linked into /usr/bin", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN ln -s /opt/java/openjdk/bin/java /usr/bin/java
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("all programs linked in a loop", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN for p in $JAVA_HOME/bin/*; do ln -s $p /usr/local/bin; done
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("a package that links java", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN apk add --no-cache openjdk17-jre
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("Corretto, whose java-common links java", """
                        FROM amazoncorretto:21-alpine3.22
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("Java from apk", """
                        FROM alpine:3.22
                        RUN apk add --no-cache openjdk21-jre
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("the openjdk image of Alpine 3.9", """
                        FROM openjdk:8-jre-alpine
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("an unknown base image", """
                        FROM registry.example.com/base/jre:21-alpine
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("not Alpine", """
                        FROM eclipse-temurin:21-jre
                        ENTRYPOINT ["bash", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("something nobody can follow may have written a profile", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY setup.sh /setup.sh
                        RUN sh /setup.sh
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("su that keeps the environment", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        CMD su root -c "java -jar /app.jar"
                        """),
                rule.leaves("-l as an argument of the script", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-c", "java -jar /app.jar", "-l"]
                        """),
                rule.leaves("a release whose /etc/profile keeps the PATH", """
                        FROM alpine:3.16
                        COPY --from=eclipse-temurin:17-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        CMD ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("a JDK that is copied in, and linked", """
                        FROM alpine:3.20
                        COPY --from=eclipse-temurin:17-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        RUN ln -s /opt/jdk/bin/java /usr/local/bin/
                        CMD ["sh", "-lc", "java -jar /app.jar"]
                        """),
                rule.leaves("a copied JDK beside one of apk's", """
                        FROM alpine:3.20
                        RUN apk add --no-cache maven
                        COPY --from=eclipse-temurin:17-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        RUN sh -lc "java -version"
                        """),
                rule.leaves("a copied JDK on an image that may have more", """
                        FROM node:22-alpine3.22
                        COPY --from=eclipse-temurin:17-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        RUN sh -lc "java -version"
                        """),
                rule.leaves("another program", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "sleep 1; date"]
                        """),
                rule.leaves("asks first", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN sh -lc "command -v java && java -version || true"
                        """),
                rule.leaves("its failure is handled", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN sh -lc "java -version || echo none"
                        """),
                rule.leaves("su without the right to", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        USER app
                        CMD su - app -c "java -jar /app.jar"
                        """),
                rule.leaves("overridden by a later ENTRYPOINT", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(rule.helps(
                "the path of the program",
                """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENTRYPOINT ["sh", "-lc", "java -jar /app.jar"]
                        """,
                "write /opt/java/openjdk/bin/java, or use no login shell: sh -c without -l, su without -"));
    }
}
