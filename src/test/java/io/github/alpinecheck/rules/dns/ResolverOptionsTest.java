package io.github.alpinecheck.rules.dns;

import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Options of the resolver in Dockerfiles and in manifests. */
class ResolverOptionsTest {

    private final RuleSpec rule = RuleSpec.of("resolverOptions");

    private static final String TEMURIN = "FROM eclipse-temurin:21-jre-alpine-3.22\n";

    private static final String MUSL_READS =
            " has no effect on the image (eclipse-temurin:21-jre-alpine-3.22): musl reads only ndots, timeout and attempts";

    private static String file(String option) {
        return "» warning: " + option + " in /etc/resolv.conf has no effect: docker and Kubernetes put their own file"
                + " there when the container starts, and musl would not read the option";
    }

    /** A deployment of an image with an option on line 10. */
    private RuleSpec deployed(String image, String option) {
        return rule.with(KnownProject.EMPTY.withManifest("""
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers:
                        - name: main
                          image: %s
                      dnsConfig:
                        options: [%s]
                """.formatted(image, option)));
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "the idiom",
                        "FROM alpine:3.22\nRUN echo 'options single-request-reopen' >> /etc/resolv.conf\n",
                        "2: «echo 'options single-request-reopen' >> /etc/resolv.conf" + file("single-request-reopen")),
                rule.catches(
                        "among options that musl reads",
                        "FROM alpine:3.18\nRUN printf 'nameserver 10.0.0.1\\noptions ndots:2 rotate\\n' > /etc/resolv.conf\n",
                        "2: «printf 'nameserver 10.0.0.1\\noptions ndots:2 rotate\\n' > /etc/resolv.conf"
                                + file("rotate")),
                rule.catches(
                        "in a here-document",
                        "FROM alpine:3.22\nCOPY <<EOF /etc/resolv.conf\noptions use-vc\nEOF\n",
                        "2: «COPY <<EOF /etc/resolv.conf⏎options use-vc⏎EOF" + file("use-vc")),
                rule.catches(
                        "in the environment of a JVM",
                        TEMURIN + "ENV RES_OPTIONS=single-request\n",
                        "2: «RES_OPTIONS=single-request» warning: RES_OPTIONS has no effect: musl, which the JVM of"
                                + " eclipse-temurin:21-jre-alpine-3.22 asks, does not read it"),
                rule.catches(
                        "in the environment, an option that musl reads elsewhere",
                        TEMURIN + "ENV TZ=UTC RES_OPTIONS=\"ndots:2 timeout:1\"\n",
                        "2: «RES_OPTIONS=\"ndots:2 timeout:1\"» warning: RES_OPTIONS has no effect: musl, which the"
                                + " JVM of eclipse-temurin:21-jre-alpine-3.22 asks, does not read it"),
                deployed("app:1.0", "{name: single-request-reopen}")
                        .catches(
                                "in a manifest",
                                TEMURIN,
                                "10: «single-request-reopen» warning: single-request-reopen" + MUSL_READS),
                deployed("registry.example.org:5000/team/app@sha256:1", "{name: rotate}")
                        .catches(
                                "of an image with registry and digest",
                                TEMURIN,
                                "10: «rotate» warning: rotate" + MUSL_READS),
                deployed("\"${registry}/app:${tag}\"", "{name: \"single-request\"}")
                        .catches(
                                "of an image whose registry and tag are filled in later",
                                TEMURIN,
                                "10: «\"single-request\"» warning: single-request" + MUSL_READS),
                deployed("app", "{name: use-vc}")
                        .catches("by TCP, which it can do", TEMURIN, "10: «use-vc» warning: use-vc" + MUSL_READS),
                deployed("app", "{name: use-vc}")
                        .catches(
                                "by TCP, which it cannot do",
                                "FROM alpine:3.17\nRUN apk add openjdk17-jre\n",
                                "10: «use-vc» warning: use-vc has no effect on the image (alpine:3.17): musl reads only"
                                        + " ndots, timeout and attempts, and before Alpine 3.18 it cannot use TCP for"
                                        + " DNS at all"),
                deployed("app", "{name: ndots, value: \"1\"}")
                        .catches(
                                "the popular ndots:1",
                                TEMURIN,
                                "10: «ndots» warning: with ndots:1 the image (eclipse-temurin:21-jre-alpine-3.22) finds"
                                        + " no service.namespace: musl looks up a name with a dot as it is and never"
                                        + " adds a search domain to it, as glibc would"),
                deployed("app", "{name: rotate}, {name: timeout, value: \"1\"}, {name: use-vc}")
                        .catches(
                                "several",
                                TEMURIN,
                                "10: «rotate» warning: rotate" + MUSL_READS,
                                "10: «use-vc» warning: use-vc" + MUSL_READS));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves(
                        "options that musl reads",
                        "FROM alpine:3.22\nRUN echo 'options ndots:2 timeout:1 attempts:3' > /etc/resolv.conf\n"),
                rule.leaves("name servers", "FROM alpine:3.22\nRUN echo 'nameserver 10.0.0.1' > /etc/resolv.conf\n"),
                rule.leaves(
                        "a stage that is not shipped",
                        "FROM alpine:3.22 AS build\nRUN echo 'options rotate' > /etc/resolv.conf\nFROM alpine:3.22\n"),
                rule.leaves("another file", "FROM alpine:3.22\nRUN echo 'options rotate' > /etc/resolv.conf.example\n"),
                rule.leaves("another line", "FROM alpine:3.22\nRUN echo '# options rotate' > /etc/resolv.conf\n"),
                rule.leaves("removed again", """
                        FROM alpine:3.22
                        RUN echo 'options rotate' > /etc/resolv.conf
                        RUN echo 'nameserver 10.0.0.1' > /etc/resolv.conf
                        """),
                rule.leaves("Debian", "FROM debian:12\nRUN echo 'options rotate' > /etc/resolv.conf\n"),
                rule.leaves(
                        "a program with a resolver of its own",
                        "FROM alpine:3.22\nENV RES_OPTIONS=rotate\nCOPY app /\nENTRYPOINT [\"/app\"]\n"),
                rule.leaves("no options", TEMURIN + "ENV RES_OPTIONS=\n"),
                rule.leaves(
                        "a Java that is linked with glibc", "FROM eclipse-temurin:21-jre\nENV RES_OPTIONS=rotate\n"),
                deployed("other", "{name: rotate}").leaves("the manifest of another image", TEMURIN),
                deployed("other-app", "{name: rotate}").leaves("an image with a longer name", TEMURIN),
                deployed("app", "{name: rotate}")
                        .leaves("a manifest of an image on glibc", "FROM eclipse-temurin:21\n"),
                deployed("app", "{name: rotate}")
                        .leaves(
                                "a manifest of a program that is no JVM",
                                "FROM alpine:3.22\nCOPY app /\nCMD [\"/app\"]\n"),
                deployed("app", "{name: ndots, value: \"2\"}, {name: timeout, value: \"1\"}, {name: attempts}")
                        .leaves("what musl reads", TEMURIN),
                deployed("app", "{name: edns0}").leaves("an option that changes nothing here", TEMURIN),
                deployed("app", "{name: \"${option}\"}").leaves("an option that is filled in later", TEMURIN),
                rule.with(KnownProject.EMPTY.withManifest("dnsConfig: {options: [{name: rotate}]}"))
                        .leaves("a file that is no pod", TEMURIN),
                rule.with(KnownProject.EMPTY.withManifest("{{ if .Values.dns }}\nspec: x\n{{ end }}"))
                        .leaves("a template", TEMURIN));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                deployed("app", "{name: ndots, value: \"1\"}")
                        .helps(
                                "what keeps service.namespace",
                                TEMURIN,
                                "use ndots:2, and end the names of other domains with a dot to spare the search"),
                deployed("app", "{name: use-vc}")
                        .helps(
                                "from which release on there is TCP",
                                "FROM alpine:3.17\nRUN apk add openjdk17-jre\n",
                                "remove the option; Alpine 3.18 and newer ask again by TCP when an answer is cut short"));
    }

    @TestFactory
    List<DynamicTest> leavesGlibc() {
        return List.of(rule.leaves("an image with glibc", """
                        FROM bellsoft/liberica-openjdk-alpine:21
                        RUN echo 'options single-request' >> /etc/resolv.conf
                        """));
    }
}
