package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What was built for glibc and cannot run on Alpine, and what can. */
class MuslRuntimeTest {

    private final RuleSpec rule = RuleSpec.of("muslRuntime");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "the JDK of a Debian stage",
                        """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """,
                        "3: «/opt/java/openjdk» error: the JDK of eclipse-temurin:21 is built for glibc and cannot start on alpine:3.22, which has musl: its programs in /opt/java/openjdk end with \"not found\""),
                rule.catches(
                        "the JDK straight from an image",
                        """
                        FROM alpine:3.22
                        ENV JAVA_HOME=/opt/java/openjdk
                        COPY --from=eclipse-temurin:17-jre $JAVA_HOME $JAVA_HOME
                        """,
                        "3: «$JAVA_HOME» error: the JDK of eclipse-temurin:17-jre is built for glibc and cannot start on alpine:3.22, which has musl: its programs in /opt/java/openjdk end with \"not found\""),
                rule.catches(
                        "a run-time image of a glibc JDK",
                        """
                        FROM eclipse-temurin:21-jdk AS build
                        RUN jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=build /jre /opt/jre
                        """,
                        "4: «/jre» error: this run-time image was made by jlink of eclipse-temurin:21-jdk, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /opt/jre end with \"not found\""),
                rule.catches(
                        "a run-time image, with the options of Temurin's documentation",
                        """
                        FROM eclipse-temurin:21-jdk AS jre-build
                        RUN $JAVA_HOME/bin/jlink \\
                                 --add-modules java.base \\
                                 --strip-debug \\
                                 --no-man-pages \\
                                 --no-header-files \\
                                 --compress=2 \\
                                 --output /javaruntime
                        FROM alpine:3.22
                        ENV JAVA_HOME=/opt/java/openjdk
                        ENV PATH "${JAVA_HOME}/bin:${PATH}"
                        COPY --from=jre-build /javaruntime $JAVA_HOME
                        """,
                        "12: «/javaruntime» error: this run-time image was made by jlink of eclipse-temurin:21-jdk, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /opt/java/openjdk end with \"not found\""),
                rule.catches(
                        "a stage by its number",
                        """
                        FROM eclipse-temurin:21-jdk
                        RUN jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=0 /jre /jre
                        """,
                        "4: «/jre» error: this run-time image was made by jlink of eclipse-temurin:21-jdk, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /jre end with \"not found\""),
                rule.catches(
                        "Corretto onto Alpine",
                        """
                        FROM amazoncorretto:21 AS jdk
                        RUN jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=jdk /jre /jre
                        """,
                        "4: «/jre» error: this run-time image was made by jlink of amazoncorretto:21, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /jre end with \"not found\""),
                rule.catches(
                        "a stage in between",
                        """
                        FROM eclipse-temurin:21 AS jdk
                        RUN jlink --add-modules java.base --output=/jre
                        FROM scratch AS files
                        COPY --from=jdk /jre /jre
                        FROM alpine:3.22
                        COPY --from=files /jre /jre
                        """,
                        "6: «/jre» error: this run-time image was made by jlink of eclipse-temurin:21, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /jre end with \"not found\""),
                rule.catches(
                        "onto Corretto's Alpine",
                        """
                        FROM eclipse-temurin:21-jdk AS jdk
                        RUN jlink --add-modules java.base --output /jre
                        FROM amazoncorretto:21-alpine3.22
                        COPY --from=jdk /jre /jre
                        """,
                        "4: «/jre» error: this run-time image was made by jlink of eclipse-temurin:21-jdk, which is built for glibc; it cannot start on amazoncorretto:21-alpine3.22, which has musl: its programs in /jre end with \"not found\""),
                rule.catches(
                        "a download of Temurin for glibc",
                        """
                        FROM alpine:3.22
                        RUN wget -q https://github.com/adoptium/temurin17-binaries/releases/download/jdk-17.0.13%2B11/OpenJDK17U-jre_x64_linux_hotspot_17.0.13_11.tar.gz
                        """,
                        "2: «https://github.com/adoptium/temurin17-binaries/releases/download/jdk-17.0.13%2B11/OpenJDK17U-jre_x64_linux_hotspot_17.0.13_11.tar.gz» warning: this is the build of Temurin for glibc; alpine:3.22 has musl, where it ends with \"not found\""),
                rule.catches(
                        "a download of Corretto for glibc",
                        """
                        FROM alpine:3.22
                        RUN wget https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz \\
                            && tar xzf amazon-corretto-17-x64-linux-jdk.tar.gz -C /opt
                        """,
                        "2: «https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz» warning: this is the build of Amazon Corretto for glibc; alpine:3.22 has musl, where it ends with \"not found\""),
                rule.catches(
                        "a download of Zulu for glibc, with the version in a variable",
                        """
                        FROM alpine:3.22
                        ENV ZULU=zulu17.54.21-ca-jdk17.0.13
                        RUN wget -qO- https://cdn.azul.com/zulu/bin/${ZULU}-linux_x64.tar.gz | tar xz -C /opt
                        """,
                        "3: «https://cdn.azul.com/zulu/bin/${ZULU}-linux_x64.tar.gz» warning: this is the build of Azul Zulu for glibc; alpine:3.22 has musl, where it ends with \"not found\""),
                rule.catches(
                        "downloads of SapMachine, Microsoft and Dragonwell for glibc",
                        """
                        FROM alpine:3.22
                        RUN wget -O a.tar.gz https://github.com/SAP/SapMachine/releases/download/sapmachine-21.0.5/sapmachine-jre-21.0.5_linux-x64_bin.tar.gz
                        RUN wget -O b.tar.gz https://aka.ms/download-jdk/microsoft-jdk-21.0.5-linux-x64.tar.gz
                        RUN wget -O c.tar.gz https://github.com/dragonwell-project/dragonwell17/releases/download/dragonwell-standard-17.0.12/Alibaba_Dragonwell_Standard_17.0.12.0.13.7_x64_linux.tar.gz
                        """,
                        "2: «https://github.com/SAP/SapMachine/releases/download/sapmachine-21.0.5/sapmachine-jre-21.0.5_linux-x64_bin.tar.gz» warning: this is the build of SapMachine for glibc; alpine:3.22 has musl, where it ends with \"not found\"",
                        "3: «https://aka.ms/download-jdk/microsoft-jdk-21.0.5-linux-x64.tar.gz» warning: this is the build of Microsoft's OpenJDK for glibc; alpine:3.22 has musl, where it ends with \"not found\"",
                        "4: «https://github.com/dragonwell-project/dragonwell17/releases/download/dragonwell-standard-17.0.12/Alibaba_Dragonwell_Standard_17.0.12.0.13.7_x64_linux.tar.gz» warning: this is the build of Dragonwell for glibc; alpine:3.22 has musl, where it ends with \"not found\""),
                rule.catches(
                        "a download of Node for glibc",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache curl && curl -fsSL https://nodejs.org/dist/v20.11.0/node-v20.11.0-linux-x64.tar.xz -o /tmp/node.tar.xz
                        """,
                        "2: «https://nodejs.org/dist/v20.11.0/node-v20.11.0-linux-x64.tar.xz» warning: this is the build of Node.js for glibc; alpine:3.22 has musl, where it ends with \"not found\""),
                rule.catches(
                        "the directory above the JDK",
                        """
                        FROM eclipse-temurin:17 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/ /opt/
                        """,
                        "3: «/opt/» error: the JDK of eclipse-temurin:17 is built for glibc and cannot start on alpine:3.22, which has musl: its programs in /opt/java/openjdk end with \"not found\""),
                rule.catches(
                        "the directory that a run-time image was made in",
                        """
                        FROM eclipse-temurin:21-jdk AS build
                        WORKDIR /build
                        RUN jlink --add-modules java.base --output target/jre
                        FROM alpine:3.22
                        COPY --from=build /build/target /app
                        """,
                        "5: «/build/target» error: this run-time image was made by jlink of eclipse-temurin:21-jdk, which is built for glibc; it cannot start on alpine:3.22, which has musl: its programs in /app/jre end with \"not found\""));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a stage that only passes it on", """
                        FROM eclipse-temurin:21-jdk AS jdk
                        FROM alpine:3.22 AS files
                        COPY --from=jdk /opt/java/openjdk /jdk
                        FROM debian:12
                        COPY --from=files /jdk /opt/jdk
                        """),
                rule.leaves("a volume that gives it to other containers", """
                        FROM eclipse-temurin:21-jdk AS jdk
                        FROM alpine:3.22
                        VOLUME /cache /shared
                        COPY --from=jdk /opt/java/openjdk /shared/jdk
                        """),
                rule.leaves("the JDK of an Alpine stage", """
                        FROM eclipse-temurin:21-alpine AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("a run-time image made on Alpine", """
                        FROM eclipse-temurin:21-jdk-alpine AS build
                        RUN jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=build /jre /jre
                        """),
                rule.leaves("a run-time image of the Alpine package", """
                        FROM alpine:3.22 AS build
                        RUN apk add --no-cache openjdk21-jdk && jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=build /jre /jre
                        """),
                rule.leaves("a run-time image with the modules of another JDK", """
                        FROM eclipse-temurin:21-jdk AS build
                        COPY --from=eclipse-temurin:21-jdk-alpine /opt/java/openjdk/jmods /musl-jmods
                        RUN jlink --module-path /musl-jmods --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=build /jre /jre
                        """),
                rule.leaves("jars from a Debian stage", """
                        FROM maven:3.9-eclipse-temurin-21 AS build
                        RUN mvn package
                        FROM eclipse-temurin:21-jre-alpine
                        COPY --from=build /app/target/app.jar /app.jar
                        """),
                rule.leaves("the layers of a jar", """
                        FROM eclipse-temurin:21-jre AS builder
                        RUN java -Djarmode=layertools -jar app.jar extract
                        FROM eclipse-temurin:21-jre-alpine
                        COPY --from=builder application/dependencies/ ./
                        """),
                rule.leaves("static Go from Debian", """
                        FROM golang:1.24 AS build
                        RUN CGO_ENABLED=0 go build -o /app .
                        FROM alpine:3.22
                        COPY --from=build /app /app
                        """),
                rule.leaves("Go from Debian, which may need glibc or not", """
                        FROM golang:1.24 AS build
                        RUN go build -o /app .
                        FROM alpine:3.22
                        COPY --from=build /app /app
                        """),
                rule.leaves("with gcompat", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        RUN apk add --no-cache gcompat
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("with gcompat after the copy", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        RUN apk add --no-cache libc6-compat
                        """),
                rule.leaves("with a glibc from elsewhere", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub && \\
                            wget https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.35-r1/glibc-2.35-r1.apk && \\
                            apk add --no-cache glibc-2.35-r1.apk
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("with the loader linked to musl", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        RUN mkdir /lib64 && ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("onto an Alpine that has glibc", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM frolvlad/alpine-glibc:alpine-3.20
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("onto Debian", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM debian:12-slim
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("onto an unknown image", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM example.org/base
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("the loader and libraries of the same stage", """
                        FROM eclipse-temurin:17 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /lib64 /lib64
                        COPY --from=jdk /lib/x86_64-linux-gnu /lib/x86_64-linux-gnu
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("a whole root file system", """
                        FROM eclipse-temurin:17 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk / /
                        """),
                rule.leaves("onto distroless", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM gcr.io/distroless/base-debian12
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("from an unknown image", """
                        FROM example.org/jdk AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("only the truststore of a Debian JDK", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk/lib/security/cacerts /cacerts
                        """),
                rule.leaves("a stage of another name from outside", """
                        ARG JDK
                        FROM ${JDK} AS jdk
                        FROM alpine:3.22
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("a download of Temurin for Alpine", """
                        FROM alpine:3.22
                        RUN wget -q https://github.com/adoptium/temurin17-binaries/releases/download/jdk-17.0.13%2B11/OpenJDK17U-jre_x64_alpine-linux_hotspot_17.0.13_11.tar.gz
                        """),
                rule.leaves("a download of Corretto for Alpine", """
                        FROM alpine:3.22
                        RUN wget https://corretto.aws/downloads/latest/amazon-corretto-17-x64-alpine-jdk.tar.gz
                        """),
                rule.leaves("a download of Zulu for musl", """
                        FROM alpine:3.22
                        RUN wget https://cdn.azul.com/zulu/bin/zulu17.54.21-ca-jdk17.0.13-linux_musl_x64.tar.gz
                        """),
                rule.leaves("a download of Node for musl", """
                        FROM alpine:3.22
                        RUN wget https://unofficial-builds.nodejs.org/download/release/v20.11.0/node-v20.11.0-linux-x64-musl.tar.xz
                        """),
                rule.leaves("a download on Debian", """
                        FROM debian:12
                        RUN curl -O https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz
                        """),
                rule.leaves("a download in a build stage that is not shipped", """
                        FROM alpine:3.22 AS fetch
                        RUN wget -qO- https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz | tar xz -C /opt
                        FROM debian:12
                        COPY --from=fetch /opt /opt
                        """),
                rule.leaves("a checksum or signature beside a download", """
                        FROM alpine:3.22
                        RUN wget https://nodejs.org/dist/v20.11.0/SHASUMS256.txt
                        """),
                rule.leaves("a download with gcompat", """
                        FROM alpine:3.22
                        RUN apk add --no-cache gcompat && wget https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz
                        """),
                rule.leaves("a download whose platform is from outside", """
                        FROM alpine:3.22
                        ARG FILE
                        RUN wget https://corretto.aws/downloads/latest/$FILE
                        """),
                rule.leaves("a stage that nothing needs", """
                        FROM eclipse-temurin:21 AS jdk
                        FROM example.org/base
                        COPY --from=jdk /opt/java/openjdk /opt/java/openjdk
                        """),
                rule.leaves("unpacked where glibc may come with it", """
                        FROM alpine:3.22
                        WORKDIR /
                        RUN wget -qO- https://corretto.aws/downloads/latest/amazon-corretto-17-x64-linux-jdk.tar.gz | tar xz
                        """),
                rule.leaves("a JDK overwritten by one for Alpine", """
                        FROM eclipse-temurin:21 AS glibc
                        FROM eclipse-temurin:21-alpine AS musl
                        FROM alpine:3.22
                        COPY --from=musl /opt/java/openjdk /opt/java/openjdk
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesTheVendorsBuildsForAlpine() {
        return List.of(rule.leaves("SapMachine, Microsoft and Dragonwell", """
                FROM alpine:3.22
                RUN wget -O a.tar.gz https://github.com/SAP/SapMachine/releases/download/sapmachine-21.0.5/sapmachine-jre-21.0.5_linux-x64-musl_bin.tar.gz
                RUN wget -O b.tar.gz https://aka.ms/download-jdk/microsoft-jdk-21.0.5-alpine-x64.tar.gz
                RUN wget -O c.tar.gz https://github.com/dragonwell-project/dragonwell17/releases/download/dragonwell-standard-17.0.12/Alibaba_Dragonwell_Standard_17.0.12.0.13.7_x64_alpine-linux.tar.gz
                """));
    }

    @TestFactory
    List<DynamicTest> namesWhatToTake() {
        return List.of(
                rule.helps(
                        "a build of the same vendor",
                        "FROM alpine:3.22\nRUN wget https://cdn.azul.com/zulu/bin/zulu17-linux_x64.tar.gz",
                        "take the vendor's build for Alpine, where there is one (its file name has alpine or musl), or Alpine's own package: apk search openjdk"),
                rule.helps(
                        "a package",
                        "FROM alpine:3.22\nRUN wget https://nodejs.org/dist/v20.11.0/node-v20.11.0-linux-x64.tar.xz",
                        "take Alpine's own package (apk search nodejs), or start FROM a distribution with glibc"));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsNotRun() {
        return List.of(
                rule.leaves("a JDK that is deleted again", """
                        FROM alpine:3.22
                        COPY --from=eclipse-temurin:21-jre /opt/java/openjdk /opt/java/openjdk
                        RUN rm -rf /opt/java/openjdk && apk add --no-cache openjdk21-jre
                        """),
                rule.leaves("checksums and signatures", """
                        FROM alpine:3.22
                        RUN wget https://nodejs.org/dist/v22.11.0/node-v22.11.0-linux-x64.tar.xz.sha256
                        RUN wget https://github.com/adoptium/temurin21-binaries/releases/download/jdk-21.0.5%2B11/OpenJDK21U-jre_x64_linux_hotspot_21.0.5_11.tar.gz.sig
                        """),
                rule.leaves("what is for debugging", """
                        FROM alpine:3.22
                        RUN wget https://github.com/adoptium/temurin21-binaries/releases/download/jdk-21.0.5%2B11/OpenJDK21U-debugimage_x64_linux_hotspot_21.0.5_11.tar.gz
                        """),
                rule.leaves("a question whether it is there", """
                        FROM alpine:3.22
                        RUN wget --spider https://nodejs.org/dist/v22.11.0/node-v22.11.0-linux-x64.tar.xz
                        RUN apk add --no-cache curl && curl -sI https://nodejs.org/dist/v22.11.0/node-v22.11.0-linux-x64.tar.xz
                        """));
    }
}
