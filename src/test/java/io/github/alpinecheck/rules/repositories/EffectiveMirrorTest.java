package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mirrors that are set and used, and those that only look like it. */
class EffectiveMirrorTest {

    private final RuleSpec rule = RuleSpec.of("effectiveMirror");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "a mirror for http:// on a release with https://",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g' /etc/apk/repositories
                        RUN apk add --no-cache tzdata
                        """,
                        "2: «sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "the same with escaped slashes",
                        """
                        FROM alpine:3.13
                        RUN sed -i 's/http:\\/\\/dl-cdn.alpinelinux.org/https:\\/\\/mirrors.aliyun.com/g' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i 's/http:\\/\\/dl-cdn.alpinelinux.org/https:\\/\\/mirrors.aliyun.com/g' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.13 has \"https://dl-cdn.alpinelinux.org/alpine/v3.13/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "the same in an extended expression",
                        """
                        FROM alpine:3.20
                        RUN sed -i -E 's|^http://(.+)/alpine|https://mirrors.tuna.tsinghua.edu.cn/alpine|' /etc/apk/repositories \\
                            && apk add --no-cache git
                        """,
                        "2: «sed -i -E 's|^http://(.+)/alpine|https://mirrors.tuna.tsinghua.edu.cn/alpine|' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.20 has \"https://dl-cdn.alpinelinux.org/alpine/v3.20/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "on an image that leaves the file as Alpine has it",
                        """
                        FROM node:20-alpine
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.23 has \"https://dl-cdn.alpinelinux.org/alpine/v3.23/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "another release in the expression",
                        """
                        FROM alpine:3.19
                        RUN sed -i 's/v3.8/edge/' /etc/apk/repositories && apk --no-cache add git
                        """,
                        "2: «sed -i 's/v3.8/edge/' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.19 has \"https://dl-cdn.alpinelinux.org/alpine/v3.19/main\" here, so this sed changes nothing"),
                rule.catches(
                        "a host that was never there",
                        """
                        FROM alpine:3.18
                        RUN sed -i 's/nl.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories && apk --no-cache add git
                        """,
                        "2: «sed -i 's/nl.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.18 has \"https://dl-cdn.alpinelinux.org/alpine/v3.18/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "what is there anyway",
                        """
                        FROM alpine:3.18
                        RUN sed -i 's/http:/https:/g' /etc/apk/repositories && apk --no-cache add git
                        """,
                        "2: «sed -i 's/http:/https:/g' /etc/apk/repositories» info: Alpine 3.18 already has \"https://dl-cdn.alpinelinux.org/alpine/v3.18/main\", so this sed changes nothing"),
                rule.catches(
                        "what the first sed has already replaced",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/' /etc/apk/repositories
                        RUN apk add --no-cache git
                        """,
                        "3: «sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/' /etc/apk/repositories» info: /etc/apk/repositories of Alpine 3.22 has \"https://mirrors.aliyun.com/alpine/v3.22/main\" here, so this sed changes nothing"),
                rule.catches(
                        "only in lines that have no such text",
                        """
                        FROM alpine:3.22
                        RUN sed -i '/testing/s/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories
                        RUN apk add --no-cache git
                        """,
                        "2: «sed -i '/testing/s/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "a mirror that no apk reads",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories
                        """,
                        "3: «sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories» info: no apk command reads /etc/apk/repositories after this change"),
                rule.catches(
                        "a mirror in the build stage only, where no apk is",
                        """
                        FROM alpine:3.22 AS build
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        RUN wget -O /app.jar https://example.org/app.jar
                        FROM alpine:3.22
                        COPY --from=build /app.jar /
                        """,
                        "2: «sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories» info: no apk command reads /etc/apk/repositories after this change"),
                rule.catches(
                        "with values of build arguments",
                        """
                        ARG RELEASE=3.22
                        FROM alpine:${RELEASE}
                        ARG MIRROR=mirrors.aliyun.com
                        RUN sed -i "s#http://dl-cdn.alpinelinux.org#https://$MIRROR#g" /etc/apk/repositories && apk add --no-cache git
                        """,
                        "4: «sed -i \"s#http://dl-cdn.alpinelinux.org#https://$MIRROR#g\" /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\" here, so this sed changes nothing"),
                rule.catches(
                        "in a here-document",
                        """
                        FROM alpine:3.22
                        RUN <<EOF
                        set -e
                        sed -i 's#http://dl-cdn.alpinelinux.org#https://mirrors.aliyun.com#g' /etc/apk/repositories
                        apk add --no-cache git
                        EOF
                        """,
                        "4: «sed -i 's#http://dl-cdn.alpinelinux.org#https://mirrors.aliyun.com#g' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\", so this sed changes nothing: apk still downloads from there"),
                rule.catches(
                        "in the branch that is certainly taken",
                        """
                        FROM alpine:3.22
                        ARG CHINA=yes
                        ENV CHINA=yes
                        RUN if [ "$CHINA" = yes ]; then sed -i 's#http://dl-cdn#https://mirror#' /etc/apk/repositories; fi; apk add --no-cache git
                        """,
                        "4: «sed -i 's#http://dl-cdn#https://mirror#' /etc/apk/repositories» warning: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\" here, so this sed changes nothing"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a default of a build argument that changes nothing: a build may pass another value", """
                        FROM alpine:3.22
                        ARG MIRROR=dl-cdn.alpinelinux.org
                        RUN sed -i "s/dl-cdn.alpinelinux.org/$MIRROR/" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a variable that has the value of Alpine's own host until somebody changes it", """
                        FROM alpine:3.22
                        ENV MIRROR=dl-cdn.alpinelinux.org
                        RUN sed -i "s/dl-cdn.alpinelinux.org/$MIRROR/g" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("the host alone", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("http:// where the release has http://", """
                        FROM alpine:3.12
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g' /etc/apk/repositories
                        RUN apk add --no-cache tzdata
                        """),
                rule.leaves("http or https", """
                        FROM alpine:3.22
                        RUN sed -i 's#https\\?://dl-cdn.alpinelinux.org/alpine#https://mirrors.tuna.tsinghua.edu.cn/alpine#g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("http with any number of s", """
                        FROM alpine:3.22
                        RUN sed -i 's/http[s]*:\\/\\/dl-cdn.alpinelinux.org/https:\\/\\/mirrors.aliyun.com/' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("everything after http", """
                        FROM alpine:3.22
                        RUN sed -i 's#http.*/alpine#https://mirrors.aliyun.com/alpine#' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("one of several expressions hits", """
                        FROM alpine:3.22
                        RUN sed -i -e 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' -e 's!https://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an image of which nobody knows the file", """
                        FROM example.org/base/alpine:3.22
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an image that has a repository of its vendor", """
                        FROM amazoncorretto:21-alpine3.22
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a release from outside", """
                        ARG RELEASE
                        FROM alpine:${RELEASE}
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a mirror from outside", """
                        FROM alpine:3.22
                        ARG MIRROR
                        RUN sed -i "s/dl-cdn.alpinelinux.org/$MIRROR/" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an expression from outside", """
                        FROM alpine:3.22
                        ARG EXPRESSION
                        RUN sed -i "$EXPRESSION" /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a file from the build context", """
                        FROM alpine:3.22
                        COPY repositories /etc/apk/repositories
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("after a script that may have written it", """
                        FROM alpine:3.22
                        COPY setup.sh /
                        RUN /setup.sh
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("after a script from the network", """
                        FROM alpine:3.22
                        RUN wget -qO- https://example.org/setup | sh
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG CHINA
                        RUN if [ -n "$CHINA" ]; then sed -i 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!' /etc/apk/repositories; fi; apk add --no-cache git
                        """),
                rule.leaves("after a test that may fail", """
                        FROM alpine:3.22
                        RUN grep -q http: /etc/apk/repositories && sed -i 's!http:!https:!' /etc/apk/repositories; apk add --no-cache git
                        """),
                rule.leaves("a sed that only prints", """
                        FROM alpine:3.22
                        RUN sed -n 's!http://!!p' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("a sed into another file", """
                        FROM alpine:3.22
                        RUN sed 's!http://dl-cdn!https://mirror!' /etc/apk/repositories > /tmp/repositories && apk add --no-cache git
                        """),
                rule.leaves("a sed of another file", """
                        FROM alpine:3.22
                        RUN sed -i 's!http://dl-cdn!https://mirror!' /etc/motd && apk add --no-cache git
                        """),
                rule.leaves("a file that was written anew", """
                        FROM alpine:3.22
                        RUN echo "https://mirrors.aliyun.com/alpine/v3.22/main" > /etc/apk/repositories \\
                            && echo "https://mirrors.aliyun.com/alpine/v3.22/community" >> /etc/apk/repositories \\
                            && apk add --no-cache git
                        """),
                rule.leaves("appended repositories", """
                        FROM alpine:3.22
                        RUN echo "@edge https://dl-cdn.alpinelinux.org/alpine/edge/testing" >> /etc/apk/repositories && apk add --no-cache gosu@edge
                        """),
                rule.leaves("read by a stage built on this one", """
                        FROM alpine:3.22 AS base
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        FROM base
                        RUN apk add --no-cache git
                        """),
                rule.leaves("read by a stage built on one built on this one", """
                        FROM alpine:3.22 AS base
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        FROM base AS middle
                        RUN adduser -D app
                        FROM middle
                        RUN apk add --no-cache git
                        """),
                rule.leaves("perhaps read by a script", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        COPY setup.sh /
                        RUN sh /setup.sh
                        """),
                rule.leaves("read in a loop", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories && \\
                            for p in git curl; do apk add --no-cache $p; done
                        """),
                rule.leaves("put back after use", """
                        FROM alpine:3.22
                        RUN cp /etc/apk/repositories /tmp/r && sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories \\
                            && apk add --no-cache git && mv /tmp/r /etc/apk/repositories
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN sed -i 's!http://archive.example.org!https://mirrors.ustc.edu.cn!' /etc/apt/sources.list
                        """),
                rule.leaves("ONBUILD is for other builds", """
                        FROM alpine:3.22
                        ONBUILD RUN sed -i 's!http://dl-cdn!https://mirror!' /etc/apk/repositories
                        """),
                rule.leaves("edge: the file has https:// too", """
                        FROM alpine:edge
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an expression that sed of busybox may read otherwise", """
                        FROM alpine:3.22
                        RUN sed -i 's/\\(http\\)\\{1,}\\b//;e date' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("the file is deleted", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && rm -rf /etc/apk/repositories
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToWrite() {
        return List.of(
                rule.helps(
                        "the mirror that was wanted",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "match the host alone, that works on every release: sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/g' /etc/apk/repositories"),
                rule.helps(
                        "no mirror in the expression", """
                        FROM alpine:3.22
                        RUN sed -i 's/v3.8/edge/' /etc/apk/repositories && apk add --no-cache git
                        """, "write an expression that matches, or remove the command"),
                rule.helps("the host is gone already", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories && apk add --no-cache git
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/' /etc/apk/repositories && apk add --no-cache git
                        """, "write an expression that matches, or remove the command"));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsReadElsewhere() {
        return List.of(
                rule.leaves("ONBUILD reads it", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        ONBUILD RUN apk add --no-cache curl
                        """),
                rule.leaves("the container reads it", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        CMD apk add --no-cache curl && curl https://example.org
                        """),
                rule.leaves("a script that the container starts", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        COPY entrypoint.sh /
                        ENTRYPOINT ["/entrypoint.sh"]
                        """),
                rule.leaves("another stage copies the file", """
                        FROM alpine:3.22 AS mirror
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories
                        FROM alpine:3.22
                        COPY --from=mirror /etc/apk/repositories /etc/apk/repositories
                        RUN apk add --no-cache curl
                        """),
                rule.leaves("one round of a loop fits", """
                        FROM alpine:3.22
                        RUN for h in dl-2 dl-4 dl-cdn; do sed -i "s/$h.alpinelinux.org/mirrors.aliyun.com/" /etc/apk/repositories; done; apk add --no-cache curl
                        """));
    }

    @TestFactory
    List<DynamicTest> tellsMildlyOfWhatOthersDo() {
        return List.of(
                rule.catches(
                        "the next command does it",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-4.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories && apk add --no-cache curl
                        """,
                        "2: «sed -i 's/dl-4.alpinelinux.org/mirrors.aliyun.com/' /etc/apk/repositories» info: /etc/apk/repositories of Alpine 3.22 has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\" here, so this sed changes nothing"),
                rule.catches(
                        "lines that are no comments",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's/^#//' /etc/apk/repositories && apk add --no-cache docker
                        """,
                        "2: «sed -i 's/^#//' /etc/apk/repositories» info: Alpine 3.22 already has \"https://dl-cdn.alpinelinux.org/alpine/v3.22/main\", so this sed changes nothing"));
    }
}
