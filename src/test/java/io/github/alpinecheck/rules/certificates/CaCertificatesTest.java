package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Certificates that get registered, and those that do not. */
class CaCertificatesTest {

    private final RuleSpec rule = RuleSpec.of("caCertificates");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "update-ca-certificates without its package",
                        """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        """,
                        "3: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "with another package",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache tini && update-ca-certificates
                        """,
                        "2: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "by its path",
                        """
                        FROM alpine:3.22
                        RUN /usr/sbin/update-ca-certificates
                        """,
                        "2: «/usr/sbin/update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "with options",
                        """
                        FROM alpine:3.6
                        RUN update-ca-certificates --fresh 2>/dev/null
                        """,
                        "2: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.6): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "its failure is not looked at",
                        """
                        FROM alpine:3.22
                        RUN update-ca-certificates; echo done
                        """,
                        "2: «update-ca-certificates» warning: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so nothing is registered"),
                rule.catches(
                        "after the package was deleted",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates && apk del ca-certificates && update-ca-certificates
                        """,
                        "2: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "before the package is installed",
                        """
                        FROM alpine:3.22
                        RUN update-ca-certificates && apk add --no-cache ca-certificates
                        """,
                        "2: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "in a build stage",
                        """
                        FROM alpine:3.22 AS build
                        COPY company.crt /usr/local/share/ca-certificates/company.crt
                        RUN update-ca-certificates
                        FROM scratch
                        COPY --from=build /etc/ssl/certs /etc/ssl/certs
                        """,
                        "3: «update-ca-certificates» error: update-ca-certificates is not in the image here (alpine:3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "on Corretto",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        """,
                        "3: «update-ca-certificates» error: update-ca-certificates is not in the image here (amazoncorretto:21-alpine3.22): it comes with the package ca-certificates only, so the build stops"),
                rule.catches(
                        "a certificate that nobody registers",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD ["sleep", "1000"]
                        """,
                        "3: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is never registered: nothing runs update-ca-certificates after it was copied"),
                rule.catches(
                        "a certificate that was copied too late",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates && update-ca-certificates
                        COPY certificates/company.crt /usr/local/share/ca-certificates/company.crt
                        CMD ["sleep", "1000"]
                        """,
                        "3: «COPY certificates/company.crt /usr/local/share/ca-certificates/company.crt» warning: /usr/local/share/ca-certificates/company.crt is never registered: nothing runs update-ca-certificates after it was copied"),
                rule.catches(
                        "two certificates",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY a.crt b.crt /usr/local/share/ca-certificates/
                        USER nobody
                        CMD ["nc", "-l", "-p", "80"]
                        """,
                        "3: «COPY a.crt b.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/a.crt is never registered: nothing runs update-ca-certificates after it was copied"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("the package first", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN apk add --no-cache ca-certificates && update-ca-certificates
                        """),
                rule.leaves("the package registers by itself", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN apk add --no-cache ca-certificates
                        """),
                rule.leaves("Temurin has the package", """
                        FROM eclipse-temurin:21-jre-alpine
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        """),
                rule.leaves("Temurin's entry point registers at the start", """
                        FROM eclipse-temurin:21-jre-alpine
                        ENV USE_SYSTEM_CA_CERTS=1
                        COPY company.crt /certificates/
                        """),
                rule.leaves("golang has the package", """
                        FROM golang:1.24-alpine
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        """),
                rule.leaves("a package of which it is not known", """
                        FROM alpine:3.22
                        RUN apk add --no-cache some-rare-package && update-ca-certificates
                        """),
                rule.leaves("a package that brings it on old releases", """
                        FROM alpine:3.9
                        RUN apk add --no-cache curl && update-ca-certificates
                        """),
                rule.leaves("a package that brings it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache java-cacerts && update-ca-certificates
                        """),
                rule.leaves("a list from outside", """
                        FROM alpine:3.22
                        ARG PACKAGES
                        RUN apk add --no-cache $PACKAGES && update-ca-certificates
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        RUN update-ca-certificates
                        """),
                rule.leaves("asked for first", """
                        FROM alpine:3.22
                        RUN command -v update-ca-certificates && update-ca-certificates || true
                        """),
                rule.leaves("or true", """
                        FROM alpine:3.22
                        RUN update-ca-certificates || true
                        """),
                rule.leaves("a failure is handled", """
                        FROM alpine:3.22
                        RUN update-ca-certificates || apk add --no-cache ca-certificates
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG CA
                        RUN if [ -n "$CA" ]; then update-ca-certificates; fi
                        """),
                rule.leaves("added to the bundle by hand", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/company.crt
                        RUN cat /usr/local/share/ca-certificates/company.crt >> /etc/ssl/certs/ca-certificates.crt
                        """),
                rule.leaves("for the JVM", """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN keytool -importcert -noprompt -cacerts -storepass changeit -file /usr/local/share/ca-certificates/company.crt
                        """),
                rule.leaves("registered by the entry point", """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        COPY entrypoint.sh /
                        ENTRYPOINT ["/entrypoint.sh"]
                        """),
                rule.leaves("registered in the command", """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD update-ca-certificates && exec java -jar /app.jar
                        """),
                rule.leaves("registered by a script", """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        COPY setup.sh /
                        RUN /setup.sh
                        CMD ["sleep", "1000"]
                        """),
                rule.leaves("a stage for other stages", """
                        FROM alpine:3.22 AS certificates
                        RUN apk add --no-cache ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        FROM debian:12
                        COPY --from=certificates /usr/local/share/ca-certificates /usr/local/share/ca-certificates
                        RUN update-ca-certificates
                        """),
                rule.leaves("a certificate of an application", """
                        FROM alpine:3.22
                        COPY server.crt /etc/nginx/
                        CMD ["sleep", "1000"]
                        """),
                rule.leaves("a text file beside the certificates", """
                        FROM alpine:3.22
                        COPY README.md /usr/local/share/ca-certificates/
                        CMD ["sleep", "1000"]
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        """),
                rule.leaves("a whole directory from the build context, whatever is in it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates
                        COPY certificates/ /usr/local/share/ca-certificates/
                        CMD ["sleep", "1000"]
                        """),
                rule.leaves("only words", """
                        FROM alpine:3.22
                        RUN echo update-ca-certificates
                        """),
                rule.leaves("a script of that name from the build context", """
                        FROM alpine:3.22
                        COPY update-ca-certificates /usr/sbin/update-ca-certificates
                        RUN update-ca-certificates
                        """),
                rule.leaves("a function of that name", """
                        FROM alpine:3.22
                        RUN update-ca-certificates() { echo; }; update-ca-certificates
                        """));
    }
}
