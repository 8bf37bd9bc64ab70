package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Certificates that are checked, and those that are not. */
class TlsVerificationTest {

    private final RuleSpec rule = RuleSpec.of("tlsVerification");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "curl -k",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -k -o /tmp/a.tgz https://example.org/a.tgz
                        """,
                        "2: «-k» warning: with -k, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "--insecure",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl --insecure -O https://example.org/a.tgz
                        """,
                        "2: «--insecure» warning: with --insecure, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "among other letters",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -fsSLk https://example.org/a.tgz | tar xz
                        """,
                        "2: «-fsSLk» warning: with -k, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "before a letter that takes a value",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -jksSLH "Cookie: a=b" -o /tmp/java.tar.gz http://example.org/java.tar.gz
                        """,
                        "2: «-jksSLH» warning: with -k, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "from a variable",
                        """
                        FROM alpine:3.22
                        ENV OPTIONS="-s -k"
                        RUN apk add --no-cache curl && curl $OPTIONS https://example.org/a.tgz -o a.tgz
                        """,
                        "3: «$OPTIONS» warning: with -k, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "busybox wget",
                        """
                        FROM alpine:3.22
                        RUN wget -q --no-check-certificate -O /a.tgz https://example.org/a.tgz
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "an abbreviation that wget takes",
                        """
                        FROM alpine:3.22
                        RUN wget --no-check-cert https://example.org/a.tgz
                        """,
                        "2: «--no-check-cert» warning: with --no-check-cert, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "behind the address, in a script",
                        """
                        FROM alpine:3.22
                        RUN set -eux; \\
                            cd /tmp; \\
                            wget https://example.org/KEYS --no-check-certificate; \\
                            gpg --import KEYS
                        """,
                        "4: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "a key for apk",
                        """
                        FROM alpine:3.12
                        RUN wget -q --no-check-certificate -O /etc/apk/keys/own.rsa.pub https://example.org/own.rsa.pub
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "git -c",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && git -c http.sslVerify=false clone https://example.org/a.git
                        """,
                        "2: «http.sslVerify=false» warning: with http.sslVerify=false, git accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "git config",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && git config --global http.sslVerify false
                        """,
                        "2: «http.sslVerify false» warning: with http.sslVerify=false, git accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "git config for one address, with another word for false",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && git config --system http.https://example.org/.sslverify off
                        """,
                        "2: «http.https://example.org/.sslverify off» warning: with http.https://example.org/.sslverify=off, git accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "git reads any value of its variable as yes",
                        """
                        FROM golang:1.24-alpine
                        ENV GIT_SSL_NO_VERIFY=false
                        """,
                        "2: «GIT_SSL_NO_VERIFY=false» warning: with GIT_SSL_NO_VERIFY=false, git accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "a variable for one command",
                        """
                        FROM golang:1.24-alpine
                        RUN GIT_SSL_NO_VERIFY=1 git clone https://example.org/a.git
                        """,
                        "2: «GIT_SSL_NO_VERIFY=1 git clone https://example.org/a.git» warning: with GIT_SSL_NO_VERIFY=1, git accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "a variable for a script, said once",
                        """
                        FROM node:22-alpine
                        RUN export NODE_TLS_REJECT_UNAUTHORIZED=0; npm ci && npm run build
                        """,
                        "2: «npm ci» warning: with NODE_TLS_REJECT_UNAUTHORIZED=0, Node.js accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "node in the environment",
                        """
                        FROM node:22-alpine
                        ENV NODE_ENV=production \\
                            NODE_TLS_REJECT_UNAUTHORIZED=0
                        CMD ["node", "app.js"]
                        """,
                        "3: «NODE_TLS_REJECT_UNAUTHORIZED=0» warning: with NODE_TLS_REJECT_UNAUTHORIZED=0, Node.js accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "npm's setting",
                        """
                        FROM node:22-alpine
                        RUN npm config set strict-ssl false && npm ci
                        """,
                        "2: «strict-ssl false» warning: with strict-ssl=false, npm accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "npm's setting in one word",
                        """
                        FROM node:22-alpine
                        RUN npm set strict-ssl=false
                        """,
                        "2: «strict-ssl=false» warning: with strict-ssl=false, npm accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "npm's option",
                        """
                        FROM node:22-alpine
                        RUN npm ci --strict-ssl=false
                        """,
                        "2: «--strict-ssl=false» warning: with --strict-ssl false, npm accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "pip, from a mirror",
                        """
                        FROM python:3.12-alpine
                        RUN pip install -i http://mirrors.example.org/simple --trusted-host mirrors.example.org flask
                        """,
                        "2: «--trusted-host» warning: with --trusted-host mirrors.example.org, pip accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "pip as a module",
                        """
                        FROM python:3.12-alpine
                        RUN python3 -m pip install --trusted-host=packages.example.org flask
                        """,
                        "2: «--trusted-host=packages.example.org» warning: with --trusted-host packages.example.org, pip accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "apk 2",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache --no-check-certificate curl
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, apk accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "apk 3",
                        """
                        FROM alpine:3.23
                        RUN apk add --no-cache --check-certificate=no curl
                        """,
                        "2: «--check-certificate=no» warning: with --check-certificate=no, apk accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "apk 3, the other way",
                        """
                        FROM alpine:3.23
                        RUN apk --no-check-certificate update
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, apk accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "Maven",
                        """
                        FROM maven:3.8-eclipse-temurin-17-alpine
                        COPY . .
                        RUN mvn -B -Dmaven.wagon.http.ssl.insecure=true package
                        """,
                        "3: «-Dmaven.wagon.http.ssl.insecure=true» warning: with -Dmaven.wagon.http.ssl.insecure=true, Maven < 3.9 accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "MAVEN_OPTS",
                        """
                        FROM maven:3.8-eclipse-temurin-17-alpine
                        ENV MAVEN_OPTS="-Xmx1g -Dmaven.wagon.http.ssl.insecure=true -Dmaven.wagon.http.ssl.allowall=true"
                        """,
                        "2: «MAVEN_OPTS=\"-Xmx1g -Dmaven.wagon.http.ssl.insecure=true -Dmaven.wagon.http.ssl.allowall=true\"» warning: with -Dmaven.wagon.http.ssl.insecure=true, Maven < 3.9 accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "a health check of another machine",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl
                        HEALTHCHECK CMD curl -fk https://status.example.org/ || exit 1
                        """,
                        "3: «-fk» warning: with -k, curl accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "when the container starts",
                        """
                        FROM alpine:3.22
                        ENTRYPOINT ["sh", "-c", "wget --no-check-certificate -O /config https://config.example.org/ && exec app"]
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "a build stage",
                        """
                        FROM alpine:3.22 AS build
                        RUN wget --no-check-certificate https://example.org/a.jar
                        FROM eclipse-temurin:21-jre-alpine
                        COPY --from=build /a.jar /
                        """,
                        "2: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"),
                rule.catches(
                        "only another file is compared",
                        """
                        FROM alpine:3.22
                        RUN wget --no-check-certificate https://example.org/a.jar https://example.org/b.jar \\
                         && wget --no-check-certificate -O c.jar https://example.org/c.jar \\
                         && echo '0123abc  a.jar' | sha256sum -c -
                        """,
                        "3: «--no-check-certificate» warning: with --no-check-certificate, wget accepts any certificate: what it gets may come from anybody on the way"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("the -k of another option", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -H -k -o -k https://example.org/a.tgz
                        """),
                rule.leaves("letters behind one that takes a value", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -sok https://example.org/a.tgz
                        """),
                rule.leaves("taken back", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl --insecure --no-insecure https://example.org/a.tgz -o a
                        """),
                rule.leaves("plain http without redirections", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -sk http://example.org/a.tgz -o a
                        """),
                rule.leaves("the container itself", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl
                        HEALTHCHECK CMD curl -fsk https://localhost:8443/health || exit 1
                        """),
                rule.leaves("the container itself, by wget", """
                        FROM alpine:3.22
                        HEALTHCHECK CMD ["wget", "-q", "--spider", "--no-check-certificate", "https://127.0.0.1:8443/"]
                        """),
                rule.leaves("the container itself, by its name", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl
                        HEALTHCHECK CMD curl -fk "https://${HOSTNAME}:8443/health" || exit 1
                        """),
                rule.leaves("compared with a checksum", """
                        FROM alpine:3.22
                        RUN wget --no-check-certificate -O /tmp/a.tgz https://example.org/a.tgz \\
                         && echo "0123abc  /tmp/a.tgz" | sha256sum -c -
                        """),
                rule.leaves("compared with a checksum from outside", """
                        FROM alpine:3.22
                        ARG SHA
                        RUN apk add --no-cache curl \\
                         && curl -fsSLk -o /tmp/a.tgz https://example.org/a.tgz \\
                         && echo "${SHA} */tmp/a.tgz" | sha512sum -c -
                        """),
                rule.leaves("compared with a list", """
                        FROM alpine:3.22
                        COPY SHA256SUMS .
                        RUN wget --no-check-certificate https://example.org/a.tgz && sha256sum -c SHA256SUMS
                        """),
                rule.leaves("compared with a signature", """
                        FROM alpine:3.22
                        COPY key.asc a.tgz.asc ./
                        RUN apk add --no-cache gnupg && gpg --import key.asc \\
                         && wget --no-check-certificate https://example.org/a.tgz && gpg --batch --verify a.tgz.asc a.tgz
                        """),
                rule.leaves("compared by hand", """
                        FROM alpine:3.22
                        RUN wget --no-check-certificate https://example.org/a.tgz \\
                         && [ "$(sha256sum a.tgz | cut -d' ' -f1)" = 0123abc ]
                        """),
                rule.leaves("a signed package", """
                        FROM alpine:3.12
                        COPY own.rsa.pub /etc/apk/keys/
                        RUN wget --no-check-certificate https://example.org/glibc-2.35-r1.apk && apk add glibc-2.35-r1.apk
                        """),
                rule.leaves("only said", """
                        FROM alpine:3.22
                        RUN echo curl -k https://example.org && echo 'wget --no-check-certificate'
                        # RUN curl -k https://example.org
                        """),
                rule.leaves("only perhaps", """
                        FROM alpine:3.22
                        ARG INSECURE
                        RUN if [ -n "$INSECURE" ]; then wget --no-check-certificate https://example.org/a; fi
                        """),
                rule.leaves("an option from outside", """
                        FROM alpine:3.22
                        ARG CURL_OPTS
                        RUN apk add --no-cache curl && curl $CURL_OPTS https://example.org/a.tgz -o a
                        """),
                rule.leaves("git asks, and git sets it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && git config http.sslVerify; git config --global http.sslVerify true
                        """),
                rule.leaves("git takes it back", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && git config --global --unset http.sslVerify && git commit -m http.sslVerify=false
                        """),
                rule.leaves("checks that are on", """
                        FROM node:22-alpine
                        ENV NODE_TLS_REJECT_UNAUTHORIZED=1
                        RUN npm config set strict-ssl true && npm ci --strict-ssl=true
                        """),
                rule.leaves("a value from outside", """
                        FROM node:22-alpine
                        ARG REJECT=0
                        ENV NODE_TLS_REJECT_UNAUTHORIZED=${REJECT}${MORE}
                        """),
                rule.leaves("another command's variable", """
                        FROM node:22-alpine
                        RUN GOINSECURE=example.org npm ci
                        """),
                rule.leaves("pip and this machine", """
                        FROM python:3.12-alpine
                        RUN pip install --index-url http://localhost:3141/simple --trusted-host localhost flask
                        """),
                rule.leaves("an option that this apk does not have", """
                        FROM alpine:3.12
                        RUN apk add --no-check-certificate --no-cache curl
                        """),
                rule.leaves("apk that does not download", """
                        FROM alpine:3.20
                        RUN apk del --no-check-certificate curl
                        """),
                rule.leaves("apk 3 with its check on", """
                        FROM alpine:3.23
                        RUN apk add --no-cache --check-certificate=yes curl
                        """),
                rule.leaves("Maven with its check on", """
                        FROM maven:3.9-eclipse-temurin-21-alpine
                        RUN mvn -B -Dmaven.wagon.http.ssl.insecure=false package
                        """),
                rule.leaves("a certificate of one's own", """
                        FROM alpine:3.22
                        COPY company.crt /
                        RUN apk add --no-cache curl && curl --cacert /company.crt https://example.org/a.tgz -o a
                        """),
                rule.leaves("Debian", """
                        FROM debian:12-slim
                        RUN curl -k https://example.org/a.tgz -o a
                        """),
                rule.leaves("an unknown image", """
                        FROM example.org/base
                        RUN curl -k https://example.org/a.tgz -o a
                        """),
                rule.leaves("another program's -k", """
                        FROM alpine:3.22
                        RUN sort -k 2 /etc/passwd && wget -q https://example.org/a
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps(
                        "apk's own",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache --no-check-certificate curl
                        """,
                        "leave it out; for a mirror with a certificate of your own: COPY that into the image, then RUN cat it >> /etc/ssl/certs/ca-certificates.crt"),
                rule.helps(
                        "an old release reads another file",
                        """
                        FROM alpine:3.9
                        RUN wget --no-check-certificate https://example.org/a
                        """,
                        "leave it out; for a server with a certificate of your own: COPY that into the image, then RUN cat it >> /etc/ssl/cert.pem"),
                rule.helps(
                        "the image's list",
                        """
                        FROM alpine:3.22
                        RUN wget --no-check-certificate https://example.org/a
                        """,
                        "leave it out; for a server with a certificate of your own: COPY that to /usr/local/share/ca-certificates/, then RUN apk add --no-cache ca-certificates && update-ca-certificates"),
                rule.helps(
                        "Java's own list",
                        """
                        FROM maven:3.8-eclipse-temurin-17-alpine
                        RUN mvn -Dmaven.wagon.http.ssl.insecure=true package
                        """,
                        "leave it out; for a server with a certificate of your own: COPY that into the image, and import it into the cacerts of the JVM with keytool -importcert"));
    }

    @TestFactory
    List<DynamicTest> leavesWhatHasNoEffect() {
        return List.of(
                rule.leaves("addresses without certificates", """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -k file:///etc/passwd && wget --no-check-certificate ftp://example.org/a
                        """),
                rule.leaves("questions to the configuration of git", """
                        FROM alpine:3.22
                        RUN git config --get http.sslVerify false; git config --unset http.sslVerify false
                        """),
                rule.leaves("a fingerprint that is compared", """
                        FROM alpine:3.22
                        RUN curl -ko /ca.pem https://example.org/ca.pem && openssl x509 -in /ca.pem -noout -fingerprint | grep -q AB:CD
                        """),
                rule.leaves("a variable that Python 3 ignores", """
                        FROM python:3.12-alpine
                        ENV PYTHONHTTPSVERIFY=0
                        """),
                rule.leaves("a property that Maven 3.9 ignores", """
                        FROM maven:3.9-eclipse-temurin-21-alpine
                        ENV MAVEN_OPTS=-Dmaven.wagon.http.ssl.insecure=true
                        RUN mvn -Dmaven.wagon.http.ssl.insecure=true package
                        """),
                rule.leaves("repositories that are not encrypted", """
                        FROM alpine:3.20
                        RUN sed -i 's/https/http/' /etc/apk/repositories && apk add --no-cache --no-check-certificate curl
                        """));
    }
}
