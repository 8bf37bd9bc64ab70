package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** alpine-pkg-glibc, gcompat and musl's loader under another name, on releases where they fit and where they do not. */
class GlibcCompatibilityTest {

    private static final String URL = "https://github.com/sgerrand/alpine-pkg-glibc/releases/download/";

    private final RuleSpec rule = RuleSpec.of("glibcCompatibility");

    @TestFactory
    List<DynamicTest> catchesNsswitch() {
        return List.of(
                rule.catches(
                        "a version that brings the file",
                        """
                        FROM alpine:3.22
                        RUN wget %s2.34-r0/glibc-2.34-r0.apk \\
                            && apk add --no-cache glibc-2.34-r0.apk
                        """.formatted(URL),
                        "3: «apk add --no-cache glibc-2.34-r0.apk» error: glibc-2.34-r0 brings /etc/nsswitch.conf, which Alpine 3.22 has from alpine-baselayout-data: apk add ends with \"trying to overwrite etc/nsswitch.conf\", and every later apk in the image reports the error again"),
                rule.catches(
                        "under another name, in another RUN",
                        """
                        FROM alpine:3.17
                        RUN apk add --no-cache curl
                        RUN curl -Lo glibc.apk "%s2.35-r0/glibc-2.35-r0.apk"
                        RUN apk add --allow-untrusted glibc.apk && mkdir -p /lib64
                        """.formatted(URL),
                        "4: «apk add --allow-untrusted glibc.apk» error: glibc-2.35-r0 brings /etc/nsswitch.conf, which Alpine 3.17 has from alpine-baselayout-data: apk add ends with \"trying to overwrite etc/nsswitch.conf\", and every later apk in the image reports the error again"),
                rule.catches(
                        "all packages by a pattern, from a loop",
                        """
                        FROM node:22-alpine3.21
                        ENV V=2.29-r0 REPO=https://github.com/sgerrand/alpine-pkg-glibc
                        RUN apk add --no-cache curl && \\
                            for pkg in glibc-${V} glibc-bin-${V}; do curl -sSL ${REPO}/releases/download/${V}/${pkg}.apk -o /tmp/${pkg}.apk; done && \\
                            apk add --allow-untrusted /tmp/*.apk
                        """,
                        "5: «apk add --allow-untrusted /tmp/*.apk» error: glibc-2.29-r0 brings /etc/nsswitch.conf, which Alpine 3.21 has from alpine-baselayout-data: apk add ends with \"trying to overwrite etc/nsswitch.conf\", and every later apk in the image reports the error again"),
                rule.catches(
                        "the point release that has the file",
                        """
                        FROM alpine:3.16.3
                        RUN wget %s2.28-r0/glibc-2.28-r0.apk && apk add glibc-2.28-r0.apk
                        """.formatted(URL),
                        "2: «apk add glibc-2.28-r0.apk» error: glibc-2.28-r0 brings /etc/nsswitch.conf, which Alpine 3.16 has from alpine-baselayout-data: apk add ends with \"trying to overwrite etc/nsswitch.conf\", and every later apk in the image reports the error again"),
                rule.catches(
                        "a failure that is ignored",
                        """
                        FROM alpine:3.22
                        RUN wget %s2.34-r0/glibc-2.34-r0.apk; apk add glibc-2.34-r0.apk; true
                        """.formatted(URL),
                        "2: «apk add glibc-2.34-r0.apk» warning: glibc-2.34-r0 brings /etc/nsswitch.conf, which Alpine 3.22 has from alpine-baselayout-data: apk add ends with \"trying to overwrite etc/nsswitch.conf\", and every later apk in the image reports the error again"));
    }

    @TestFactory
    List<DynamicTest> catchesTwoLoaders() {
        return List.of(
                rule.catches(
                        "gcompat and glibc",
                        """
                        FROM alpine:3.15
                        RUN apk add --no-cache gcompat
                        RUN wget %s2.34-r0/glibc-2.34-r0.apk && apk add glibc-2.34-r0.apk
                        """.formatted(URL),
                        "3: «apk add glibc-2.34-r0.apk» error: glibc-2.34-r0 and gcompat both bring /lib/ld-linux-x86-64.so.2: apk add ends with \"trying to overwrite\", and every later apk in the image reports the error again"),
                rule.catches(
                        "libc6-compat and glibc",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache libc6-compat
                        RUN wget %s2.35-r1/glibc-2.35-r1.apk && apk add glibc-2.35-r1.apk
                        """.formatted(URL),
                        "3: «apk add glibc-2.35-r1.apk» error: glibc-2.35-r1 and libc6-compat both bring /lib/ld-linux-x86-64.so.2: apk add ends with \"trying to overwrite\", and every later apk in the image reports the error again"),
                rule.catches(
                        "glibc-bin brings gcompat",
                        """
                        FROM alpine:3.20
                        RUN wget %1$s2.35-r1/glibc-2.35-r1.apk %1$s2.35-r1/glibc-bin-2.35-r1.apk && apk add --no-cache glibc-2.35-r1.apk glibc-bin-2.35-r1.apk
                        """.formatted(URL),
                        "2: «apk add --no-cache glibc-2.35-r1.apk glibc-bin-2.35-r1.apk» error: glibc-bin-2.35-r1 needs libc6-compat, which is gcompat on Alpine 3.20 and brings /lib/ld-linux-x86-64.so.2 as glibc-2.35-r1 does: apk add ends with \"trying to overwrite\", and every later apk in the image reports the error again"));
    }

    @TestFactory
    List<DynamicTest> catchesMissingLoader() {
        return List.of(
                rule.catches(
                        "the recipe of the project's own page",
                        """
                FROM alpine:3.22
                RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub && \\
                    wget %s2.35-r1/glibc-2.35-r1.apk && \\
                    apk add glibc-2.35-r1.apk
                ENTRYPOINT ["/opt/app"]
                """.formatted(URL),
                        "4: «apk add glibc-2.35-r1.apk» warning: glibc-2.35-r1 does not link /lib64/ld-linux-x86-64.so.2, as versions up to 2.34 did: programs for glibc end with \"not found\""));
    }

    @TestFactory
    List<DynamicTest> catchesLinks() {
        return List.of(
                rule.catches(
                        "no directory for the link",
                        """
                        FROM alpine:3.22
                        RUN ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
                        """,
                        "2: «ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2» error: Alpine 3.22 has no /lib64, so ln ends with \"No such file or directory\""),
                rule.catches(
                        "a link that libc6-compat has made",
                        """
                        FROM node:22-alpine3.21
                        RUN apk add --no-cache libc6-compat && ln -s /lib/libc.musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2
                        """,
                        "2: «ln -s /lib/libc.musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2» error: libc6-compat has brought /lib/ld-linux-x86-64.so.2, so ln ends with \"File exists\""),
                rule.catches(
                        "musl's loader under the other name",
                        """
                        FROM alpine:3.22
                        RUN mkdir /lib64 && ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
                        """,
                        "2: «ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2» info: programs for glibc start with musl's loader through /lib64/ld-linux-x86-64.so.2: those that were compiled with _FORTIFY_SOURCE, as distributions do, end with \"symbol not found\""),
                rule.catches(
                        "in /lib, over whatever is there",
                        """
                        FROM alpine:3.18
                        RUN ln -sf /lib/ld-musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2
                        """,
                        "2: «ln -sf /lib/ld-musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2» info: programs for glibc start with musl's loader through /lib/ld-linux-x86-64.so.2: those that were compiled with _FORTIFY_SOURCE, as distributions do, end with \"symbol not found\""));
    }

    @TestFactory
    List<DynamicTest> leavesWhatFits() {
        return List.of(
                rule.leaves("a release without the file", """
                        FROM alpine:3.14
                        RUN wget %s2.33-r0/glibc-2.33-r0.apk && apk add --no-cache glibc-2.33-r0.apk
                        """.formatted(URL)),
                rule.leaves("a point release without the file", """
                        FROM alpine:3.16.2
                        RUN wget %s2.33-r0/glibc-2.33-r0.apk && apk add --no-cache glibc-2.33-r0.apk
                        """.formatted(URL)),
                rule.leaves("overwriting on purpose", """
                        FROM alpine:3.22
                        RUN wget %s2.34-r0/glibc-2.34-r0.apk && apk add --no-cache --force-overwrite glibc-2.34-r0.apk
                        """.formatted(URL)),
                rule.leaves("the short option that means it too", """
                        FROM alpine:3.22
                        RUN wget %s2.34-r0/glibc-2.34-r0.apk && apk add -f glibc-2.34-r0.apk
                        """.formatted(URL)),
                rule.leaves("a version before the file came in", """
                        FROM alpine:3.22
                        RUN wget %s2.21-r2/glibc-2.21-r2.apk && apk add glibc-2.21-r2.apk
                        """.formatted(URL)),
                rule.leaves("the link is made by hand", """
                        FROM alpine:3.22
                        RUN wget %s2.35-r1/glibc-2.35-r1.apk && apk add glibc-2.35-r1.apk \\
                            && mkdir -p /lib64 && ln -s /usr/glibc-compat/lib/ld-linux-x86-64.so.2 /lib64/ld-linux-x86-64.so.2
                        """.formatted(URL)),
                rule.leaves("libc6-compat makes it up to 3.18", """
                        FROM alpine:3.18
                        RUN wget %1$s2.35-r1/glibc-2.35-r1.apk %1$s2.35-r1/glibc-bin-2.35-r1.apk && apk add glibc-2.35-r1.apk glibc-bin-2.35-r1.apk
                        """.formatted(URL)),
                rule.leaves("gcompat alone", "FROM alpine:3.22\nRUN apk add --no-cache gcompat\n"),
                rule.leaves("libc6-compat alone", "FROM node:22-alpine3.21\nRUN apk add --no-cache libc6-compat\n"),
                rule.leaves("gcompat is deleted before", """
                        FROM alpine:3.15
                        RUN apk add gcompat && apk del gcompat && wget %s2.34-r0/glibc-2.34-r0.apk && apk add glibc-2.34-r0.apk
                        """.formatted(URL)));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsNotKnown() {
        return List.of(
                rule.leaves("a glibc of somebody else", """
                        FROM alpine:3.22
                        RUN wget https://example.com/glibc-2.34-r0.apk && apk add --allow-untrusted glibc-2.34-r0.apk
                        """),
                rule.leaves("a version from outside", """
                        FROM alpine:3.22
                        ARG V
                        RUN wget %s$V/glibc-$V.apk && apk add glibc-$V.apk
                        """.formatted(URL)),
                rule.leaves("an installer that may make the link", """
                        FROM alpine:3.22
                        RUN wget %s2.35-r1/glibc-2.35-r1.apk && apk add glibc-2.35-r1.apk
                        COPY install.sh /tmp/
                        RUN /tmp/install.sh
                        """.formatted(URL)),
                rule.leaves("a stage that is not shipped", """
                        FROM alpine:3.22 AS build
                        RUN wget %s2.35-r1/glibc-2.35-r1.apk && apk add glibc-2.35-r1.apk
                        RUN mkdir /lib64 && ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
                        FROM alpine:3.22
                        """.formatted(URL)),
                rule.leaves("a library of glibc's", """
                        FROM alpine:3.9
                        RUN wget %s2.28-r0/glibc-2.28-r0.apk && apk add glibc-2.28-r0.apk && ln -s /lib/libc.musl-x86_64.so.1 /usr/glibc-compat/lib
                        """.formatted(URL)),
                rule.leaves("a link that may fail", """
                        FROM alpine:3.22
                        RUN ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2 || true
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps(
                        "a directory",
                        "FROM alpine:3.22\nRUN ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2\n",
                        "mkdir -p /lib64 before it; better link the program statically (Go: CGO_ENABLED=0)"),
                rule.helps(
                        "an option",
                        "FROM alpine:3.22\nRUN wget %s2.34-r0/glibc-2.34-r0.apk && apk add glibc-2.34-r0.apk\n"
                                .formatted(URL),
                        "install it with apk add --force-overwrite, or start FROM a distribution with glibc"));
    }
}
