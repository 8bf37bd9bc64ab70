package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Packages of another release than the image's, and addresses that are none of Alpine's. */
class MixedReleasesTest {

    private final RuleSpec rule = RuleSpec.of("mixedReleases");

    @TestFactory
    List<DynamicTest> catchesEdge() {
        return List.of(
                rule.catches(
                        "edge for one package",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --repository https://dl-cdn.alpinelinux.org/alpine/edge/testing hey
                        """,
                        "2: «https://dl-cdn.alpinelinux.org/alpine/edge/testing» warning: https://dl-cdn.alpinelinux.org/alpine/edge/testing has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "the option with an equals sign",
                        """
                        FROM alpine:3.22
                        RUN apk add --repository=http://dl-3.alpinelinux.org/alpine/edge/testing/ hey
                        """,
                        "2: «--repository=http://dl-3.alpinelinux.org/alpine/edge/testing/» warning: http://dl-3.alpinelinux.org/alpine/edge/testing/ has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "the short option before the applet",
                        """
                        FROM alpine:3.22
                        RUN apk -X https://mirrors.aliyun.com/alpine/edge/community add hey
                        """,
                        "2: «https://mirrors.aliyun.com/alpine/edge/community» warning: https://mirrors.aliyun.com/alpine/edge/community has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "a line in the file, where it is written",
                        """
                        FROM alpine:3.22
                        RUN echo "https://dl-cdn.alpinelinux.org/alpine/edge/testing" >> /etc/apk/repositories
                        RUN apk update
                        RUN apk add --no-cache hey
                        RUN apk add --no-cache git
                        """,
                        "2: «echo \"https://dl-cdn.alpinelinux.org/alpine/edge/testing\" >> /etc/apk/repositories» warning: https://dl-cdn.alpinelinux.org/alpine/edge/testing has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "a line that a later command keeps",
                        """
                        FROM alpine:3.22
                        RUN echo https://dl-cdn.alpinelinux.org/alpine/edge/main >> /etc/apk/repositories \\
                            && sed -i '1d' /etc/apk/repositories \\
                            && apk add --no-cache hey
                        """,
                        "2: «echo https://dl-cdn.alpinelinux.org/alpine/edge/main >> /etc/apk/repositories» warning: https://dl-cdn.alpinelinux.org/alpine/edge/main has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "a line that an earlier stage wrote",
                        """
                        FROM alpine:3.22 AS base
                        RUN echo https://dl-cdn.alpinelinux.org/alpine/edge/main >> /etc/apk/repositories
                        FROM base
                        RUN apk add --no-cache hey
                        """,
                        "2: «echo https://dl-cdn.alpinelinux.org/alpine/edge/main >> /etc/apk/repositories» warning: https://dl-cdn.alpinelinux.org/alpine/edge/main has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "all lines by an expression that fits",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's#/v[0-9.]*/#/edge/#' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i 's#/v[0-9.]*/#/edge/#' /etc/apk/repositories» warning: https://dl-cdn.alpinelinux.org/alpine/edge/main has the packages of Alpine edge; it has no tag, so apk on Alpine 3.22 takes from there whatever is newer, libraries included"),
                rule.catches(
                        "a release that has no key for edge",
                        """
                        FROM openjdk:8-jre-alpine
                        RUN echo http://dl-cdn.alpinelinux.org/alpine/edge/testing >> /etc/apk/repositories && apk add --no-cache hey
                        """,
                        "2: «echo http://dl-cdn.alpinelinux.org/alpine/edge/testing >> /etc/apk/repositories» warning: Alpine 3.9 has no key for the index of http://dl-cdn.alpinelinux.org/alpine/edge/testing: apk ignores it (\"UNTRUSTED signature\") and installs nothing from there"),
                rule.catches(
                        "a tag does not help there",
                        """
                        FROM alpine:3.8
                        RUN echo '@edge http://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories && apk add --no-cache git@edge
                        """,
                        "2: «echo '@edge http://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories» error: Alpine 3.8 has no key for the index of http://dl-cdn.alpinelinux.org/alpine/edge/main: apk ignores it (\"UNTRUSTED signature\") and installs nothing from there"));
    }

    @TestFactory
    List<DynamicTest> catchesOtherReleases() {
        return List.of(
                rule.catches(
                        "a file that was copied from an old project",
                        """
                        FROM openjdk:17-jdk-alpine
                        RUN echo "https://mirrors.ustc.edu.cn/alpine/v3.7/main/" > /etc/apk/repositories && \\
                            apk --no-cache add tzdata
                        """,
                        "2: «echo \"https://mirrors.ustc.edu.cn/alpine/v3.7/main/\" > /etc/apk/repositories» warning: https://mirrors.ustc.edu.cn/alpine/v3.7/main/ has the packages of Alpine 3.7, built against the libraries of that release; this image is Alpine 3.14"),
                rule.catches(
                        "an old release for an old package",
                        """
                        FROM node:22-alpine3.21
                        RUN apk add --no-cache -X http://dl-cdn.alpinelinux.org/alpine/v3.10/main nodejs=10.24.1-r0
                        """,
                        "2: «http://dl-cdn.alpinelinux.org/alpine/v3.10/main» warning: http://dl-cdn.alpinelinux.org/alpine/v3.10/main has the packages of Alpine 3.10, built against the libraries of that release; this image is Alpine 3.21"),
                rule.catches(
                        "two lines of one command are told once",
                        """
                        FROM alpine:3.20
                        RUN printf '%s\\n' https://mirrors.aliyun.com/alpine/v3.18/main https://mirrors.aliyun.com/alpine/v3.18/community > /etc/apk/repositories
                        RUN apk add --no-cache curl
                        """,
                        "2: «printf '%s\\n' https://mirrors.aliyun.com/alpine/v3.18/main https://mirrors.aliyun.com/alpine/v3.18/community > /etc/apk/repositories» warning: https://mirrors.aliyun.com/alpine/v3.18/main has the packages of Alpine 3.18, built against the libraries of that release; this image is Alpine 3.20"),
                rule.catches(
                        "the latest release on an older one",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/latest-stable/community hey
                        """,
                        "2: «https://dl-cdn.alpinelinux.org/alpine/latest-stable/community» warning: https://dl-cdn.alpinelinux.org/alpine/latest-stable/community has the packages of Alpine 3.24, built against the libraries of that release; this image is Alpine 3.20"),
                rule.catches(
                        "an upgrade to an older release upgrades nothing",
                        """
                        FROM alpine:3.20
                        RUN echo https://mirrors.aliyun.com/alpine/v3.18/main > /etc/apk/repositories && apk upgrade && apk add curl
                        """,
                        "2: «echo https://mirrors.aliyun.com/alpine/v3.18/main > /etc/apk/repositories» warning: https://mirrors.aliyun.com/alpine/v3.18/main has the packages of Alpine 3.18, built against the libraries of that release; this image is Alpine 3.20"),
                rule.catches(
                        "a release on edge",
                        """
                        FROM alpine:edge
                        RUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/v3.12/main python2
                        """,
                        "2: «https://dl-cdn.alpinelinux.org/alpine/v3.12/main» warning: https://dl-cdn.alpinelinux.org/alpine/v3.12/main has the packages of Alpine 3.12, built against the libraries of that release; this image is Alpine edge"));
    }

    @TestFactory
    List<DynamicTest> catchesNonsense() {
        return List.of(
                rule.catches(
                        "an expression for releases of one digit",
                        """
                        FROM alpine:3.18
                        RUN sed -i -e 's/v[[:digit:]]\\.[[:digit:]]/edge/g' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i -e 's/v[[:digit:]]\\.[[:digit:]]/edge/g' /etc/apk/repositories» error: Alpine has no edge8/main: apk finds nothing at https://dl-cdn.alpinelinux.org/alpine/edge8/main"),
                rule.catches(
                        "a letter too much in the scheme",
                        """
                        FROM alpine:3.18
                        RUN sed -i 's/http/https/g' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i 's/http/https/g' /etc/apk/repositories» error: apk knows no httpss://, takes httpss://dl-cdn.alpinelinux.org/alpine/v3.18/main for a file and finds none"),
                rule.catches(
                        "the others are left",
                        """
                        FROM alpine:3.18
                        RUN sed -i '1s/http/https/' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i '1s/http/https/' /etc/apk/repositories» warning: apk knows no httpss://, takes httpss://dl-cdn.alpinelinux.org/alpine/v3.18/main for a file and finds none"),
                rule.catches(
                        "a point release",
                        """
                        FROM alpine:3.18
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v3.18.2/community git
                        """,
                        "2: «https://dl-cdn.alpinelinux.org/alpine/v3.18.2/community» warning: Alpine has no v3.18.2/community: apk finds nothing at https://dl-cdn.alpinelinux.org/alpine/v3.18.2/community"),
                rule.catches(
                        "testing of a release",
                        """
                        FROM alpine:3.18
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v3.18/testing hey
                        """,
                        "2: «https://dl-cdn.alpinelinux.org/alpine/v3.18/testing» warning: Alpine has no v3.18/testing: apk finds nothing at https://dl-cdn.alpinelinux.org/alpine/v3.18/testing"));
    }

    @TestFactory
    List<DynamicTest> leavesTheImagesOwnRelease() {
        return List.of(
                rule.leaves("the repositories of the image", "FROM alpine:3.22\nRUN apk add --no-cache git\n"),
                rule.leaves("a mirror", """
                        FROM alpine:3.22
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("the same release on the command line", """
                        FROM alpine:3.22
                        RUN apk add --no-cache -X http://dl-cdn.alpinelinux.org/alpine/v3.22/community git
                        """),
                rule.leaves("edge on edge", """
                        FROM alpine:edge
                        RUN echo http://dl-cdn.alpinelinux.org/alpine/edge/testing >> /etc/apk/repositories && apk add --no-cache hey
                        """),
                rule.leaves("the latest release on the latest", """
                        FROM alpine:3.24
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/latest-stable/community hey
                        """),
                rule.leaves("http to https where it was http", """
                        FROM alpine:3.12
                        RUN sed -i 's/http/https/' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("an expression for one digit where the release has one", """
                        FROM alpine:3.22
                        RUN sed -i 's/v[[:digit:]]\\.[[:digit:]]*/v3.22/' /etc/apk/repositories && apk add --no-cache git
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsMeantToBeSo() {
        return List.of(
                rule.leaves("a tag", """
                        FROM alpine:3.22
                        RUN echo "@edge https://dl-cdn.alpinelinux.org/alpine/edge/main" >> /etc/apk/repositories \\
                            && apk add --no-cache git@edge
                        """),
                rule.leaves("a tag on the command line", """
                        FROM alpine:3.22
                        RUN apk add --no-cache --repository '@testing https://dl-cdn.alpinelinux.org/alpine/edge/testing' hey@testing
                        """),
                rule.leaves("a tag that nothing asks for, where its key is missing", """
                        FROM alpine:3.8
                        RUN echo '@edge http://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("new keys first", """
                        FROM alpine:3.8
                        COPY keys/ /etc/apk/keys/
                        RUN echo '@edge http://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories && apk add --no-cache git@edge
                        """),
                rule.leaves("the whole image moves on", """
                        FROM alpine:3.22
                        RUN sed -i 's#/v[0-9.]*/#/edge/#' /etc/apk/repositories && apk upgrade --no-cache --available
                        RUN apk add --no-cache git
                        """),
                rule.leaves("another root", """
                        FROM alpine:3.22
                        RUN apk add --root /rootfs --initdb -X https://dl-cdn.alpinelinux.org/alpine/v3.18/main busybox
                        """),
                rule.leaves("a vendor's packages", """
                        FROM alpine:3.22
                        RUN echo https://packages.microsoft.com/alpine/3.18/prod >> /etc/apk/repositories && apk add msodbcsql18
                        RUN apk add -X https://nginx.org/packages/alpine/v3.20/main nginx
                        RUN apk add -X https://apk.corretto.aws amazon-corretto-21
                        """),
                rule.leaves("packages of the build", """
                        FROM alpine:3.22
                        RUN echo /packages >> /etc/apk/repositories && apk add --no-network mine
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsNotKnown() {
        return List.of(
                rule.leaves("a release from outside", """
                        FROM alpine:3.22
                        ARG ALPINE
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v$ALPINE/main git
                        """),
                rule.leaves("an image that nobody knows", """
                        FROM registry.example.com/base:1
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/main git
                        """),
                rule.leaves("a release that is newer than the table", """
                        FROM alpine:3.22
                        RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v3.99/main git
                        """),
                rule.leaves("a command that may not run", """
                        FROM alpine:3.22
                        RUN if [ "$(uname -m)" = armv7l ]; then apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/main git; fi
                        """),
                rule.leaves("a comment", """
                        FROM alpine:3.22
                        RUN echo '#https://dl-cdn.alpinelinux.org/alpine/edge/main' >> /etc/apk/repositories && apk add git
                        """),
                rule.leaves("a line that is gone before anything is installed", """
                        FROM alpine:3.22
                        RUN echo https://dl-cdn.alpinelinux.org/alpine/edge/main >> /etc/apk/repositories \\
                            && apk update \\
                            && sed -i '/edge/d' /etc/apk/repositories \\
                            && apk add git
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps(
                        "a tag",
                        "FROM alpine:3.22\nRUN apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/testing hey\n",
                        "keep the repositories of Alpine 3.22, add \"@edge https://dl-cdn.alpinelinux.org/alpine/edge/testing\" to them and ask for the package as NAME@edge; or start FROM a release that has the package"),
                rule.helps(
                        "the release of the image",
                        "FROM alpine:3.22\nRUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v3.10/main hey\n",
                        "write v3.22 in its place"));
    }

    @TestFactory
    List<DynamicTest> judgesWhatCannotBeVerified() {
        return List.of(
                rule.catches(
                        "another repository may have the package",
                        """
                        FROM openjdk:8-jre-alpine
                        RUN apk add --no-cache -X http://dl-cdn.alpinelinux.org/alpine/edge/community curl
                        """,
                        "2: «http://dl-cdn.alpinelinux.org/alpine/edge/community» warning: Alpine 3.9 has no key for the index of http://dl-cdn.alpinelinux.org/alpine/edge/community: apk ignores it (\"UNTRUSTED signature\") and installs nothing from there"),
                rule.catches(
                        "no other repository is left",
                        """
                        FROM alpine:3.9
                        RUN echo http://dl-cdn.alpinelinux.org/alpine/edge/main > /etc/apk/repositories && apk add --no-cache curl
                        """,
                        "2: «echo http://dl-cdn.alpinelinux.org/alpine/edge/main > /etc/apk/repositories» error: Alpine 3.9 has no key for the index of http://dl-cdn.alpinelinux.org/alpine/edge/main: apk ignores it (\"UNTRUSTED signature\") and installs nothing from there"));
    }
}
