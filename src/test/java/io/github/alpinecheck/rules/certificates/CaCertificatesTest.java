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
                        "3: «COPY a.crt b.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/a.crt is never registered: nothing runs update-ca-certificates after it was copied"),
                rule.catches(
                        "not even for the JVM that does not read the list",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is never registered: nothing imports it into the list of the JVM after it was copied"),
                rule.catches(
                        "Temurin, with its entry point that nobody asks",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        COPY app.jar /
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "2: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is registered for curl and its like only: the JVM of eclipse-temurin:21-jre-alpine-3.22 trusts it only when USE_SYSTEM_CA_CERTS is set"),
                rule.catches(
                        "Temurin without its entry point",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """,
                        "2: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is registered for curl and its like only: the JVM of eclipse-temurin:21-jre-alpine-3.22 has a list of its own and does not trust it"),
                rule.catches(
                        "Corretto, by the package's own trigger",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN apk add --no-cache ca-certificates
                        ENTRYPOINT exec java -jar /app.jar
                        """,
                        "2: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is registered for curl and its like only: the JVM of amazoncorretto:21-alpine3.22 has a list of its own and does not trust it"),
                rule.catches(
                        "an entry point that was replaced",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV USE_SYSTEM_CA_CERTS=1
                        COPY company.crt /certificates/
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """,
                        "4: «ENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]» warning: USE_SYSTEM_CA_CERTS has no effect: /__cacert_entrypoint.sh of eclipse-temurin:21-jre-alpine-3.22 reads it, and this ENTRYPOINT takes its place"),
                rule.catches(
                        "an entry point that was replaced, and a certificate in the image's list",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENV USE_SYSTEM_CA_CERTS=1
                        ENTRYPOINT java -jar /app.jar
                        """,
                        "2: «COPY company.crt /usr/local/share/ca-certificates/» warning: /usr/local/share/ca-certificates/company.crt is registered for curl and its like only: the JVM of eclipse-temurin:21-jre-alpine-3.22 has a list of its own and does not trust it",
                        "5: «ENTRYPOINT java -jar /app.jar» warning: USE_SYSTEM_CA_CERTS has no effect: /__cacert_entrypoint.sh of eclipse-temurin:21-jre-alpine-3.22 reads it, and this ENTRYPOINT takes its place"),
                rule.catches(
                        "a link to the list of a package that is not installed",
                        """
                        FROM alpine:3.22
                        COPY --from=eclipse-temurin:21-jre-alpine /opt/java/openjdk /opt/java/openjdk
                        RUN apk add --no-cache ca-certificates && ln -sf /etc/ssl/certs/java/cacerts /opt/java/openjdk/lib/security/cacerts
                        CMD ["/opt/java/openjdk/bin/java"]
                        """,
                        "3: «ln -sf /etc/ssl/certs/java/cacerts /opt/java/openjdk/lib/security/cacerts» warning: /opt/java/openjdk/lib/security/cacerts leads to /etc/ssl/certs/java/cacerts, where nothing is: without certificates, the JVM refuses every https connection"),
                rule.catches(
                        "a link to a list that is not there",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        RUN rm -rf /opt/jdk && mkdir -p /opt/jdk/lib/security && ln -s ../cacerts /opt/jdk/lib/security/cacerts
                        """,
                        "2: «ln -s ../cacerts /opt/jdk/lib/security/cacerts» warning: /opt/jdk/lib/security/cacerts leads to ../cacerts, where nothing is: without certificates, the JVM refuses every https connection"),
                rule.catches(
                        "no list at all",
                        """
                        FROM alpine:3.6
                        RUN wget -q -O /a.tgz https://example.org/a.tgz
                        """,
                        "2: «wget -q -O /a.tgz https://example.org/a.tgz» warning: alpine:3.6 has no list of certificates, so wget fails for every https address"));
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
                        """),
                rule.leaves("Temurin's entry point is asked, and stays", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV USE_SYSTEM_CA_CERTS=1
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("Temurin's entry point, called by name", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV USE_SYSTEM_CA_CERTS=1
                        COPY company.crt /certificates/
                        ENTRYPOINT ["/__cacert_entrypoint.sh", "java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a variable that is empty", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        ENV USE_SYSTEM_CA_CERTS=
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("an entry point of one's own may import", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENV USE_SYSTEM_CA_CERTS=1
                        COPY start.sh /
                        ENTRYPOINT ["/start.sh"]
                        """),
                rule.leaves("imported for the JVM, too", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates && keytool -importcert -noprompt -cacerts -storepass changeit -file /usr/local/share/ca-certificates/company.crt
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("another list for the JVM", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        COPY list.p12 /
                        ENTRYPOINT ["java", "-Djavax.net.ssl.trustStore=/list.p12", "-jar", "/app.jar"]
                        """),
                rule.leaves("another list in a variable", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENV JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=/mnt/list
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("options from outside", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENTRYPOINT exec java $JAVA_OPTS -jar /app.jar
                        """),
                rule.leaves("a list of one's own in the JVM's place", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        COPY cacerts /opt/java/openjdk/lib/security/cacerts
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("for the downloads of the build", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        RUN apk add --no-cache curl
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a JVM that reads the image's list", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN apk add --no-cache openjdk21-jre-headless && update-ca-certificates
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("the image's list, for a program that is no JVM", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        ENTRYPOINT ["wget", "https://example.org"]
                        """),
                rule.leaves("an option that names the certificate", """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        ENTRYPOINT ["java", "-Dcompany.ca=/usr/local/share/ca-certificates/company.crt", "-jar", "/app.jar"]
                        """),
                rule.leaves("a variable that names the certificate", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        ENV SSL_CERT_FILE=/usr/local/share/ca-certificates/company.crt
                        CMD ["wget", "https://example.org"]
                        """),
                rule.leaves("a link to the list of a package that is there", """
                        FROM alpine:3.22
                        RUN apk add --no-cache java-cacerts && ln -sf /etc/ssl/certs/java/cacerts /opt/jdk/lib/security/cacerts
                        """),
                rule.leaves("a link, and the package afterwards", """
                        FROM alpine:3.22
                        RUN ln -sf /etc/ssl/certs/java/cacerts /opt/jdk/lib/security/cacerts
                        RUN apk add --no-cache openjdk21-jre-headless
                        """),
                rule.leaves("a link to a list that is made by hand", """
                        FROM alpine:3.22
                        COPY cacerts /etc/ssl/certs/java/cacerts
                        RUN ln -sf /etc/ssl/certs/java/cacerts /opt/jdk/lib/security/cacerts
                        """),
                rule.leaves("wget has a list from 3.7 on", """
                        FROM alpine:3.7
                        RUN wget -q https://example.org/a.tgz
                        """),
                rule.leaves("the list was installed, on 3.6", """
                        FROM alpine:3.6
                        RUN apk add --no-cache ca-certificates && wget -q https://example.org/a.tgz
                        """),
                rule.leaves("plain http on 3.6", """
                        FROM alpine:3.6
                        RUN wget -q http://example.org/a.tgz
                        """),
                rule.leaves("a list from the build context on 3.6", """
                        FROM alpine:3.6
                        COPY cert.pem /etc/ssl/cert.pem
                        RUN wget -q https://example.org/a.tgz
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps(
                        "of an image whose JVM has its own list",
                        """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD ["java", "-jar", "/app.jar"]
                        """,
                        "after it: RUN keytool -importcert -noprompt -cacerts -storepass changeit -alias own -file /usr/local/share/ca-certificates/company.crt (Java 8 has no -cacerts: -keystore with the path of its cacerts); update-ca-certificates does not change the list of this JVM"),
                rule.helps("of Temurin", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN update-ca-certificates
                        CMD ["java", "-jar", "/app.jar"]
                        """, "ENV USE_SYSTEM_CA_CERTS=1"),
                rule.helps(
                        "of an image without JVM",
                        """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD ["nc", "-l"]
                        """,
                        "after it: RUN apk add --no-cache ca-certificates && update-ca-certificates"));
    }

    @TestFactory
    List<DynamicTest> leavesWhatSomebodyReads() {
        return List.of(
                rule.leaves("the directory in a variable", """
                        FROM alpine:3.22
                        ENV SSL_CERT_DIR=/usr/local/share/ca-certificates
                        COPY company.crt /usr/local/share/ca-certificates/
                        CMD ["wget", "https://example.org"]
                        """),
                rule.leaves("a command of the build", """
                        FROM alpine:3.22
                        COPY company.crt /usr/local/share/ca-certificates/company.crt
                        RUN apk add --no-cache curl && curl --cacert /usr/local/share/ca-certificates/company.crt -O https://example.org/a
                        CMD ["date"]
                        """),
                rule.leaves("another Java that was installed", """
                        FROM amazoncorretto:21-alpine3.22
                        COPY company.crt /usr/local/share/ca-certificates/
                        RUN apk add --no-cache ca-certificates openjdk21-jre && update-ca-certificates
                        CMD ["java", "-jar", "/app.jar"]
                        """),
                rule.leaves("a wget that does not ask for a certificate", """
                        FROM alpine:3.6
                        RUN wget --no-check-certificate https://example.org/a
                        """),
                rule.leaves("openssl, which may do it for wget", """
                        FROM alpine:3.6
                        RUN apk add --no-cache openssl && wget https://example.org/a
                        """));
    }
}
