package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What SHELL, ENTRYPOINT, CMD and HEALTHCHECK start. */
class AvailableProcessesTest {

    private final RuleSpec rule = RuleSpec.of("availableCommands");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "in SHELL",
                        """
                        FROM alpine:3.22
                        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                        RUN echo hello
                        """,
                        "2: «/bin/bash» error: SHELL starts bash, which is not in the image here (alpine:3.22): every RUN after it fails"),
                rule.catches(
                        "in ENTRYPOINT",
                        """
                        FROM alpine:3.22
                        ENTRYPOINT ["bash", "/entrypoint.sh"]
                        """,
                        "2: «bash» error: ENTRYPOINT starts bash, which is not in the finished image (alpine:3.22): the container fails"),
                rule.catches(
                        "in CMD",
                        """
                        FROM alpine:3.22
                        CMD ["/bin/bash"]
                        """,
                        "2: «/bin/bash» error: CMD starts bash, which is not in the finished image (alpine:3.22): the container fails"),
                rule.catches(
                        "in the shell form of CMD",
                        """
                        FROM alpine:3.22
                        CMD curl http://example.org
                        """,
                        "2: «curl» error: CMD starts curl, which is not in the finished image (alpine:3.22): the container fails"),
                rule.catches(
                        "in HEALTHCHECK",
                        """
                        FROM eclipse-temurin:21-jre-alpine
                        HEALTHCHECK CMD curl -f http://localhost:8080/actuator/health || exit 1
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «curl» error: HEALTHCHECK starts curl, which is not in the finished image (eclipse-temurin:21-jre-alpine): the container is never healthy"),
                rule.catches(
                        "in the exec form of HEALTHCHECK",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost:8080/"]
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «curl» error: HEALTHCHECK starts curl, which is not in the finished image (amazoncorretto:21-alpine3.22): the container is never healthy"),
                rule.catches(
                        "tini that was never installed",
                        """
                        FROM alpine:3.22
                        ENTRYPOINT ["/sbin/tini", "--", "java", "-jar", "/app.jar"]
                        """,
                        "2: «/sbin/tini» error: ENTRYPOINT starts tini, which is not in the finished image (alpine:3.22): the container fails"),
                rule.catches(
                        "deleted before it is used",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .deps curl && apk del .deps
                        HEALTHCHECK CMD curl -f http://localhost/
                        """,
                        "3: «curl» error: HEALTHCHECK starts curl, which is not in the finished image (alpine:3.22): the container is never healthy"),
                rule.catches(
                        "in the script of sh -c",
                        """
                        FROM alpine:3.22
                        ENTRYPOINT ["sh", "-c", "cd /tmp && exec bash ./start"]
                        """,
                        "2: «bash» error: ENTRYPOINT starts bash, which is not in the finished image (alpine:3.22): the container fails"),
                rule.catches(
                        "in a list that a test of the healthcheck reads",
                        """
                        FROM alpine:3.22
                        HEALTHCHECK CMD test "$(curl -s http://localhost/health)" = UP
                        """,
                        "2: «curl» error: HEALTHCHECK starts curl, which is not in the finished image (alpine:3.22): the container is never healthy"),
                rule.catches(
                        "behind env in CMD",
                        """
                        FROM alpine:3.22
                        CMD ["/usr/bin/env", "bash"]
                        """,
                        "2: «bash» error: CMD starts bash, which is not in the finished image (alpine:3.22): the container fails"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("HEALTHCHECK before the installation", """
                        FROM alpine:3.22
                        HEALTHCHECK CMD curl -f http://localhost/
                        ENTRYPOINT ["tini", "--"]
                        CMD ["bash"]
                        RUN apk add --no-cache curl tini bash
                        """),
                rule.leaves("the build on top of it installs the program", """
                        FROM alpine:3.22
                        ONBUILD RUN apk add --no-cache curl
                        HEALTHCHECK CMD curl -f http://localhost/
                        """),
                rule.leaves("a script in a directory that the base image has", """
                        FROM tomcat:8.0-jre8-alpine
                        COPY run.sh /usr/local/tomcat/bin
                        CMD ["/usr/local/tomcat/bin/run.sh"]
                        """),
                rule.leaves("a script in a directory that was moved there, and is the working directory", """
                        FROM alpine:3.22
                        COPY start.sh /
                        RUN rm -rf /opt && mkdir /opt && mv /build/app /opt/app && mv /start.sh /opt/app/start.sh
                        WORKDIR /opt/app
                        CMD ["/opt/app/start.sh"]
                        """),
                rule.leaves("a program that go puts where GOPATH says", """
                        FROM alpine:3.22
                        RUN mkdir /go
                        ENV GOPATH=/go
                        WORKDIR /src
                        RUN apk add --no-cache go && go install github.com/sparrc/gdm@latest && /go/bin/gdm restore
                        CMD /go/bin/gdm
                        """),
                rule.leaves("a directory that early releases do not have", """
                        FROM alpine:3.4
                        COPY start.sh /
                        RUN mkdir /opt && mv /start.sh /opt/start.sh
                        CMD ["/opt/start.sh"]
                        """),
                rule.leaves("nginx has curl", """
                        FROM nginx:1.27-alpine
                        HEALTHCHECK CMD curl -f http://localhost/
                        """),
                rule.leaves("Windows", """
                        FROM mcr.microsoft.com/windows/nanoserver
                        SHELL ["powershell", "-Command"]
                        RUN curl x
                        """),
                rule.leaves("ENTRYPOINT of the base starts something else", """
                        FROM alpine:3.22
                        COPY entrypoint.sh /
                        ENTRYPOINT ["/entrypoint.sh"]
                        CMD ["bash"]
                        """),
                rule.leaves("a CMD that is only arguments", """
                        FROM alpine:3.22
                        ENTRYPOINT ["sleep"]
                        CMD ["curl"]
                        """),
                rule.leaves("an ENTRYPOINT that is replaced", """
                        FROM alpine:3.22
                        ENTRYPOINT ["bash"]
                        ENTRYPOINT ["sh"]
                        """),
                rule.leaves("a CMD that is replaced", """
                        FROM alpine:3.22
                        CMD ["bash"]
                        CMD ["sh"]
                        """),
                rule.leaves("a HEALTHCHECK that is taken back", """
                        FROM alpine:3.22
                        HEALTHCHECK CMD curl -f http://localhost/
                        HEALTHCHECK NONE
                        """),
                rule.leaves("CMD of a stage that is not the last", """
                        FROM alpine:3.22 AS build
                        CMD ["bash"]
                        FROM alpine:3.22
                        CMD ["sh"]
                        """),
                rule.leaves("a healthcheck that falls back", """
                        FROM alpine:3.22
                        HEALTHCHECK CMD curl -f http://localhost/ || wget -q --spider http://localhost/ || exit 1
                        """),
                rule.leaves("the exec form does not search in single words", """
                        FROM alpine:3.22
                        ENTRYPOINT ["java -jar /app.jar"]
                        """),
                rule.leaves("a start that may go without it", """
                        FROM alpine:3.22
                        ENTRYPOINT ["sh", "-c", "if [ -n \\"$DEBUG\\" ]; then bash; fi; exec java -jar /app.jar"]
                        """));
    }
}
