package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Libraries that draw text on images without fonts. */
class JavaFontsTest {

    private final RuleSpec rule = RuleSpec.of("javaFonts");
    private final RuleSpec captcha = with("com.github.penggle", "kaptcha");
    private final RuleSpec excel = with("com.alibaba", "easyexcel");

    private RuleSpec with(String groupId, String artifactId, String... by) {
        return rule.with(KnownProject.EMPTY.withDependency(groupId, artifactId, by));
    }

    private static final String CORRETTO = """
            FROM amazoncorretto:17-alpine
            COPY target/app.jar /app.jar
            CMD ["java", "-jar", "/app.jar"]
            """;

    private static final String ALPINE = """
            FROM alpine:3.22
            RUN apk add --no-cache %s
            COPY target/*.jar /app.jar
            """;

    private static String neither(String library, String trail, String image) {
        return "error: " + library + " (" + trail + ") draws text, and the finished image (" + image
                + ") has neither fontconfig nor a font: the JVM cannot draw a single character";
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                captcha.catches(
                        "Corretto has neither fontconfig nor a font",
                        CORRETTO,
                        "1: «amazoncorretto:17-alpine» "
                                + neither("kaptcha", "app → kaptcha", "amazoncorretto:17-alpine")),
                with("com.github.whvcse", "easy-captcha", "admin-web")
                        .catches(
                                "how the library comes in",
                                CORRETTO,
                                "1: «amazoncorretto:17-alpine» "
                                        + neither(
                                                "easy-captcha",
                                                "app → admin-web → easy-captcha",
                                                "amazoncorretto:17-alpine")),
                with("cn.hutool", "hutool-captcha")
                        .catches(
                                "hutool",
                                CORRETTO,
                                "1: «amazoncorretto:17-alpine» "
                                        + neither(
                                                "hutool-captcha", "app → hutool-captcha", "amazoncorretto:17-alpine")),
                with("org.jfree", "jfreechart")
                        .catches(
                                "charts, on a headless Java of Alpine's",
                                ALPINE.formatted("openjdk17-jre-headless"),
                                "1: «alpine:3.22» " + neither("jfreechart", "app → jfreechart", "alpine:3.22")),
                with("net.sf.jasperreports", "jasperreports")
                        .catches(
                                "reports, on a whole Java of Alpine's: it brings fontconfig, but no font",
                                ALPINE.formatted("openjdk17-jre"),
                                "1: «alpine:3.22» error: jasperreports (app → jasperreports) draws text, and the"
                                        + " finished image (alpine:3.22) has no font: the JVM cannot draw a single"
                                        + " character, it fails in sun.awt.FontConfiguration"),
                captcha.catches(
                        "fontconfig without a font",
                        "FROM amazoncorretto:21-alpine\nRUN apk add --no-cache fontconfig\nCOPY target/app.jar /\n",
                        "1: «amazoncorretto:21-alpine» error: kaptcha (app → kaptcha) draws text, and the finished"
                                + " image (amazoncorretto:21-alpine) has no font: the JVM cannot draw a single"
                                + " character, it fails in sun.awt.FontConfiguration"),
                captcha.catches(
                        "a font that is deleted again",
                        """
                        FROM amazoncorretto:17-alpine
                        RUN apk add --no-cache --virtual .fonts fontconfig ttf-dejavu && apk del .fonts
                        COPY target/app.jar /
                        """,
                        "1: «amazoncorretto:17-alpine» "
                                + neither("kaptcha", "app → kaptcha", "amazoncorretto:17-alpine")),
                captcha.catches(
                        "fonts in a stage that is not shipped",
                        """
                        FROM amazoncorretto:17-alpine AS build
                        RUN apk add --no-cache fontconfig ttf-dejavu
                        FROM amazoncorretto:17-alpine
                        COPY target/app.jar /
                        """,
                        "3: «amazoncorretto:17-alpine» "
                                + neither("kaptcha", "app → kaptcha", "amazoncorretto:17-alpine")),
                excel.catches(
                        "a library that draws only when it writes",
                        CORRETTO,
                        "1: «amazoncorretto:17-alpine» warning: easyexcel (app → easyexcel) measures text when it"
                                + " writes, and the finished image (amazoncorretto:17-alpine) has neither fontconfig"
                                + " nor a font: writing fails"),
                excel.catches(
                        "the same with fontconfig",
                        ALPINE.formatted("openjdk21-jre"),
                        "1: «alpine:3.22» warning: easyexcel (app → easyexcel) measures text when it writes, and the"
                                + " finished image (alpine:3.22) has no font: writing fails in"
                                + " sun.awt.FontConfiguration"),
                rule.with(KnownProject.EMPTY
                                .withDependency("com.alibaba", "easyexcel")
                                .withDependency("com.google.code.kaptcha", "kaptcha"))
                        .catches(
                                "of several, one that always draws",
                                CORRETTO,
                                "1: «amazoncorretto:17-alpine» "
                                        + neither("kaptcha", "app → kaptcha", "amazoncorretto:17-alpine")));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                captcha.leaves("Temurin brings both", """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("both are installed", """
                        FROM amazoncorretto:17-alpine
                        RUN apk add --no-cache fontconfig ttf-dejavu
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("a font brings fontconfig", """
                        FROM amazoncorretto:17-alpine
                        RUN apk add --no-cache font-noto-cjk
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("a package that may bring a font", ALPINE.formatted("openjdk17-jre company-fonts")),
                captcha.leaves("fonts of the project's own", """
                        FROM amazoncorretto:17-alpine
                        RUN apk add --no-cache fontconfig
                        COPY simsun.ttc /usr/share/fonts/
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("fonts where the JVM looks", """
                        FROM amazoncorretto:17-alpine
                        COPY fonts/ /usr/lib/jvm/default-jvm/lib/fonts/
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("a script that may install them", """
                        FROM amazoncorretto:17-alpine
                        COPY setup.sh /
                        RUN /setup.sh
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("files for all of the image", """
                        FROM amazoncorretto:17-alpine
                        COPY rootfs/ /
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("another program than the project's", """
                        FROM amazoncorretto:17-alpine
                        COPY agent/agent.jar /agent.jar
                        """),
                captcha.leaves("an image of which the packages are not known", """
                        FROM bellsoft/liberica-openjdk-alpine-musl:17
                        COPY target/app.jar /app.jar
                        """),
                captcha.leaves("Debian", """
                        FROM amazoncorretto:17
                        COPY target/app.jar /app.jar
                        """),
                rule.with(KnownProject.EMPTY).leaves("a project without such a library", CORRETTO),
                rule.leaves("no project", CORRETTO),
                with("cn.hutool", "hutool-all").leaves("a library of which captchas are a small part", CORRETTO),
                with("org.apache.poi", "poi-ooxml").leaves("a library that is mostly used otherwise", CORRETTO),
                with("org.example", "kaptcha").leaves("a library of the same name", CORRETTO));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                captcha.helps("what to install", CORRETTO, "apk add --no-cache fontconfig ttf-dejavu"),
                captcha.helps(
                        "a headless Java has no font manager",
                        ALPINE.formatted("openjdk17-jre-headless"),
                        "apk add --no-cache openjdk17-jre fontconfig ttf-dejavu"),
                captcha.helps(
                        "the whole one has",
                        ALPINE.formatted("openjdk17-jre"),
                        "apk add --no-cache fontconfig ttf-dejavu"),
                excel.helps(
                        "some never write",
                        CORRETTO,
                        "apk add --no-cache fontconfig ttf-dejavu, unless nothing is ever written with it"));
    }
}
