package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java {@code java} starts in the finished image. */
class RunningJavaTest {

    private static Optional<JavaVersion> java(String dockerfile) {
        SourceText source = SourceText.of("Dockerfile", dockerfile.replace('⏎', '\n'));
        BuildOptions options = BuildOptions.on(LocalDate.of(2026, 11, 23));
        Build build = Interpreter.interpret(Dockerfile.parse(source), options, BuildContext.UNKNOWN);
        return build.result().orElseThrow().result().java();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM eclipse-temurin:17-jre-alpine",
                "FROM eclipse-temurin:17-jre",
                "FROM eclipse-temurin:17-jre-alpine AS base⏎FROM base",
                "FROM eclipse-temurin:17-jre-alpine⏎RUN apk add --no-cache curl bash",
                "FROM eclipse-temurin:17-jre-alpine⏎COPY app.jar /app.jar⏎WORKDIR /work",
                "FROM eclipse-temurin:17-jre-alpine⏎ENV PATH=$PATH:/app/bin",
                "FROM bellsoft/liberica-openjdk-alpine:17⏎RUN mkdir /app",
                "FROM alpine:3.22⏎RUN apk add --no-cache openjdk17",
                "FROM alpine:3.22⏎RUN apk add --no-cache openjdk17-jre-headless tzdata",
                "FROM alpine:3.22⏎RUN apk add openjdk17-jre && apk add openjdk17-jdk",
                "FROM alpine:3.22⏎RUN apk add openjdk17-jre=17.0.16_p8-r0",
                "FROM alpine:3.22⏎RUN apk add --virtual .java openjdk17-jre",
                "FROM alpine:3.22⏎RUN apk add openjdk17 openjdk8 && apk del openjdk8",
                "FROM alpine:3.22⏎RUN apk add openjdk17⏎ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk"
                        + "⏎ENV PATH=$JAVA_HOME/bin:$PATH",
            })
    void java17(String dockerfile) {
        assertThat(java(dockerfile)).contains(JavaVersion.released(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no Java at all
                "FROM alpine:3.22",
                "FROM alpine:3.22⏎RUN apk add openjdk8-jre-lib",
                "FROM alpine:3.22⏎RUN apk add openjdk17 && apk del openjdk17",
                // the name does not say it
                "FROM eclipse-temurin:latest",
                "FROM example.org/java:17",
                "FROM $BASE",
                // more than one, or one that may be there
                "FROM alpine:3.22⏎RUN apk add openjdk17 openjdk8",
                "FROM alpine:3.22⏎RUN apk add openjdk17 maven",
                "FROM alpine:3.22⏎RUN apk add maven",
                "FROM alpine:3.22⏎ARG X⏎RUN if [ \"$X\" ]; then apk add openjdk17; fi",
                "FROM alpine:3.22⏎ARG X⏎RUN apk add openjdk17; if [ \"$X\" ]; then apk add openjdk8; fi",
                "FROM alpine:3.22⏎ARG X⏎RUN apk add openjdk17 $X",
                "FROM eclipse-temurin:17-jre-alpine⏎RUN apk add openjdk8-jre",
                "FROM openjdk:8-jre-alpine⏎RUN apk del openjdk8-jre",
                // a package that nobody knows may need another one
                "FROM alpine:3.22⏎RUN apk add openjdk17 something-rare",
                // something else where java is looked for
                "FROM eclipse-temurin:17-jre-alpine⏎COPY --from=eclipse-temurin:21-jre-alpine /opt/java /opt/java",
                "FROM eclipse-temurin:17-jre-alpine⏎COPY jdk /opt/jdk⏎ENV PATH=/opt/jdk/bin:$PATH",
                "FROM eclipse-temurin:17-jre-alpine⏎COPY jdk /opt/jdk⏎ENV JAVA_HOME=/opt/jdk",
                "FROM eclipse-temurin:17-jre-alpine⏎RUN ln -s /opt/other/bin/java /usr/local/bin/java",
                "FROM eclipse-temurin:17-jre-alpine⏎RUN rm -rf /opt/java",
                "FROM eclipse-temurin:17-jre-alpine⏎RUN curl -s https://example.org/x | sh",
                "FROM eclipse-temurin:17-jre-alpine⏎ARG HOME_OF_JAVA⏎ENV JAVA_HOME=$HOME_OF_JAVA",
                "FROM alpine:3.22⏎RUN apk add openjdk17⏎COPY jre /usr/local",
                "FROM alpine:3.22⏎ADD rootfs.tar /⏎RUN apk add openjdk17",
            })
    void unknown(String dockerfile) {
        assertThat(java(dockerfile)).isEmpty();
    }
}
