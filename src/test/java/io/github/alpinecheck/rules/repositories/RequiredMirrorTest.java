package io.github.alpinecheck.rules.repositories;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** With the mirror of USTC as the only one allowed. */
class RequiredMirrorTest {

    private final RuleSpec rule =
            RuleSpec.of("requiredMirror", RuleSpec.parameters("urls", "https://mirrors.ustc.edu.cn/alpine"));

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "the default repositories",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "apk update",
                        """
                        FROM alpine:3.22
                        RUN apk update && apk upgrade
                        """,
                        "2: «apk update» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)",
                        "2: «apk upgrade» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "a sed that changes nothing",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "a sed that changes one of both",
                        """
                        FROM alpine:3.22
                        RUN sed -i '1s!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/community, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "another mirror",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.aliyun.com!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://mirrors.aliyun.com/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "the mirror over http",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!https://dl-cdn.alpinelinux.org!http://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads http://mirrors.ustc.edu.cn/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "an edge repository from elsewhere",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories && \\
                            apk add --no-cache --repository https://dl-cdn.alpinelinux.org/alpine/edge/testing gosu
                        """,
                        "3: «apk add --no-cache --repository https://dl-cdn.alpinelinux.org/alpine/edge/testing gosu» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/edge/testing, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "the same in short",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories
                        RUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/edge/testing gosu
                        """,
                        "3: «apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/edge/testing gosu» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/edge/testing, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "a tagged repository from elsewhere",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories \\
                            && echo '@edge https://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories \\
                            && apk add --no-cache git@edge
                        """,
                        "4: «apk add --no-cache git@edge» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/edge/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "a build stage counts too",
                        """
                        FROM alpine:3.22 AS build
                        RUN apk add --no-cache git
                        FROM scratch
                        COPY --from=build /x /
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "the mirror comes too late",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories
                        RUN apk add --no-cache curl
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "a loop over packages",
                        """
                        FROM alpine:3.22
                        RUN for p in git curl; do apk add --no-cache $p || exit 1; done
                        """,
                        "2: «apk add --no-cache $p» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"),
                rule.catches(
                        "an address that only begins alike",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org/alpine!mirrors.ustc.edu.cn/alpine-old!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «apk add --no-cache git» error: this apk command reads https://mirrors.ustc.edu.cn/alpine-old/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine)"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("the mirror", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("the mirror on an old release", """
                        FROM alpine:3.12
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("the file written anew", """
                        FROM alpine:3.22
                        RUN printf '%s\\n' https://mirrors.ustc.edu.cn/alpine/v3.22/main https://mirrors.ustc.edu.cn/alpine/v3.22/community > /etc/apk/repositories \\
                         && apk add --no-cache git
                        """),
                rule.leaves("the file in a here-document", """
                        FROM alpine:3.22
                        COPY <<EOF /etc/apk/repositories
                        https://mirrors.ustc.edu.cn/alpine/v3.22/main
                        https://mirrors.ustc.edu.cn/alpine/v3.22/community
                        EOF
                        RUN apk add --no-cache git
                        """),
                rule.leaves("the file from the build context", """
                        FROM alpine:3.22
                        COPY repositories /etc/apk/repositories
                        RUN apk add --no-cache git
                        """),
                rule.leaves("a comment in the file", """
                        FROM alpine:3.22
                        RUN sed -i 's!dl-cdn.alpinelinux.org!mirrors.ustc.edu.cn!' /etc/apk/repositories \\
                            && echo '#https://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a mirror from outside", """
                        FROM alpine:3.22
                        ARG MIRROR
                        RUN sed -i "s!https://dl-cdn.alpinelinux.org/alpine!$MIRROR!" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an expression from outside", """
                        FROM alpine:3.22
                        ARG EXPRESSION
                        RUN sed -i "$EXPRESSION" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base:1
                        RUN apk add --no-cache git
                        """),
                rule.leaves("a base that may have its own repositories", """
                        FROM example.org/company/alpine:3.22
                        RUN apk add --no-cache git
                        """),
                rule.leaves("nothing to download", """
                        FROM alpine:3.22
                        RUN apk --version && apk info -e busybox && apk del ca-certificates-bundle
                        """),
                rule.leaves("without a network", """
                        FROM alpine:3.22
                        COPY my.apk /
                        RUN apk add --no-network --allow-untrusted /my.apk
                        """),
                rule.leaves("an empty virtual package", """
                        FROM alpine:3.22
                        RUN apk add --no-cache
                        """),
                rule.leaves("a repository on the disk", """
                        FROM alpine:3.22
                        RUN echo /packages > /etc/apk/repositories && apk add --no-cache my-package
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG DEBUG
                        RUN if [ -n "$DEBUG" ]; then apk add --no-cache gdb; fi
                        """),
                rule.leaves("only words", """
                        FROM alpine:3.22
                        RUN echo "apk add git" > /usage
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get update
                        """),
                rule.leaves("another root directory", """
                        FROM alpine:3.22
                        RUN apk --root /rootfs --initdb add --no-cache -X https://mirrors.ustc.edu.cn/alpine/v3.22/main alpine-base
                        """),
                rule.leaves("another repositories file", """
                        FROM alpine:3.22
                        COPY mirror.conf /mirror
                        RUN apk --repositories-file /mirror add --no-cache git
                        """),
                rule.leaves("a script nobody can follow came before", """
                        FROM alpine:3.22
                        COPY setup.sh /
                        RUN /setup.sh && apk add --no-cache git
                        """),
                rule.leaves("with a mounted file", """
                        FROM alpine:3.22
                        RUN --mount=type=bind,source=repositories,target=/etc/apk/repositories apk add --no-cache git
                        """));
    }

    @TestFactory
    List<DynamicTest> takesOneOfSeveralMirrors() {
        RuleSpec both = RuleSpec.of(
                "requiredMirror",
                RuleSpec.parameters(
                        "urls", "https://mirrors.ustc.edu.cn/alpine/", "https://nexus.example.org/repository/alpine"));
        return List.of(
                both.leaves("the second", """
                        FROM alpine:3.22
                        RUN sed -i 's!https://dl-cdn.alpinelinux.org/alpine!https://nexus.example.org/repository/alpine!' /etc/apk/repositories
                        RUN apk add --no-cache git
                        """),
                both.catches(
                        "neither",
                        "FROM alpine:3.22\nRUN apk add --no-cache git",
                        "2: «apk add --no-cache git» error: this apk command reads https://dl-cdn.alpinelinux.org/alpine/v3.22/main, which is none of the required mirrors (https://mirrors.ustc.edu.cn/alpine/, https://nexus.example.org/repository/alpine)"));
    }

    @Test
    void refusesAnAddressWithoutItsScheme() {
        ConfigurationElement element = new ConfigurationElement(
                "requiredMirror", "", List.of(RuleSpec.parameters("urls", "mirrors.ustc.edu.cn/alpine")), "");
        assertThatThrownBy(() -> RuleSetReader.read(
                        RuleCatalog.load(RequiredMirrorTest.class.getClassLoader()), List.of(), List.of(element)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "<requiredMirror> needs addresses with their scheme: mirrors.ustc.edu.cn/alpine fits no repository, https://mirrors.ustc.edu.cn/alpine does");
    }
}
