package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What apk leaves behind, and what only looks like it. */
class ApkCacheTest {

    private final RuleSpec rule = RuleSpec.of("apkCache");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "apk add without --no-cache",
                        """
                        FROM alpine:3.22
                        RUN apk add git
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "apk update before apk add --no-cache",
                        """
                        FROM alpine:3.22
                        RUN apk update && apk add --no-cache git
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "apk update alone",
                        """
                        FROM alpine:3.22
                        RUN apk update
                        RUN apk add --no-cache git
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "apk add --update",
                        """
                        FROM alpine:3.22
                        RUN apk add --update git
                        """,
                        "2: «apk add --update git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "apk -U add",
                        """
                        FROM alpine:3.22
                        RUN apk -U add git
                        """,
                        "2: «apk -U add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "apk upgrade",
                        """
                        FROM alpine:3.22
                        RUN apk upgrade --update
                        """,
                        "2: «apk upgrade --update» info: apk upgrade without --no-cache leaves its index in this layer"),
                rule.catches(
                        "deleted in a later layer",
                        """
                        FROM alpine:3.22
                        RUN apk add git
                        RUN rm -rf /var/cache/apk/*
                        """,
                        "2: «apk add git» info: apk add leaves its index in this layer; deleting it in a later instruction makes the image no smaller"),
                rule.catches(
                        "update and add without --no-cache in one layer",
                        """
                        FROM alpine:3.22
                        RUN apk update && apk upgrade && apk add git
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "after a deletion",
                        """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf /var/cache/apk/* && apk add curl
                        """,
                        "2: «apk add curl» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "in two layers",
                        """
                        FROM alpine:3.22
                        RUN apk add git
                        RUN apk add curl
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "the wrong directory deleted",
                        """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf /var/cache/apt/*
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "update in its own layer, deleted in the next",
                        """
                        FROM alpine:3.22
                        RUN apk update
                        RUN apk add git && rm -rf /var/cache/apk/*
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer; deleting it in a later instruction makes the image no smaller"),
                rule.catches(
                        "in the stage below the last",
                        """
                        FROM alpine:3.22 AS base
                        RUN apk add git
                        FROM base
                        RUN adduser -D app
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "for several packages in a loop",
                        """
                        FROM alpine:3.22
                        RUN for p in git curl; do apk add $p || exit 1; done
                        """,
                        "2: «apk add $p» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "on an image built on Alpine",
                        """
                        FROM eclipse-temurin:21-jre-alpine
                        RUN apk add curl
                        """,
                        "2: «apk add curl» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "a cache mount elsewhere",
                        """
                        FROM alpine:3.22
                        RUN --mount=type=cache,target=/root/.m2 apk add git
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "--no-cache for update on 3.6 still writes",
                        """
                        FROM alpine:3.6
                        RUN apk --no-cache update
                        """,
                        "2: «apk --no-cache update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "deleted with braces, which ash does not know",
                        """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf /var/cache/{apk,misc}
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "a later layer of which nobody knows what it does",
                        """
                        FROM alpine:3.22
                        RUN apk add git
                        RUN make install
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "an archive unpacked into the root directory, which takes nothing away",
                        """
                        FROM alpine:3.22
                        RUN apk add git && wget -O /x.tgz https://example.org/x.tgz && tar xzf /x.tgz -C / && rm /x.tgz
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"),
                rule.catches(
                        "an archive unpacked in the working directory",
                        """
                        FROM alpine:3.22
                        RUN apk update && apk add --no-cache wget && wget -O x.zip https://example.org/x && unzip -q x.zip
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "apk update; apk add",
                        """
                        FROM alpine:3.22
                        RUN apk update; apk add git
                        """,
                        "2: «apk update» info: apk update leaves its index in this layer, and nothing needs it: apk add --no-cache fetches its own"),
                rule.catches(
                        "one of two layers",
                        """
                        FROM alpine:3.22
                        RUN apk add git && echo done
                        RUN apk add --no-cache curl
                        """,
                        "2: «apk add git» info: apk add without --no-cache leaves its index in this layer"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("--no-cache", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git
                        """),
                rule.leaves("--no-cache before add", """
                        FROM alpine:3.22
                        RUN apk --no-cache add git
                        """),
                rule.leaves("--no-cache for update from 3.7 on", """
                        FROM alpine:3.22
                        RUN apk --no-cache update && apk --no-cache upgrade
                        """),
                rule.leaves("deleted in the same layer", """
                        FROM alpine:3.22
                        RUN apk update && apk add git && rm -rf /var/cache/apk/*
                        """),
                rule.leaves("the directory deleted in the same layer", """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf /var/cache/apk
                        """),
                rule.leaves("all caches deleted", """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf /var/cache/*
                        """),
                rule.leaves("deleted with other things", """
                        FROM alpine:3.22
                        RUN apk add -U git; \\
                            rm -rf /tmp/* /var/cache/apk/* /root/.cache
                        """),
                rule.leaves("deleted by its name", """
                        FROM alpine:3.22
                        RUN apk add git && rm -f /var/cache/apk/APKINDEX*
                        """),
                rule.leaves("deleted by find", """
                        FROM alpine:3.22
                        RUN apk add git && find /var/cache/apk -type f -delete
                        """),
                rule.leaves("a cache mount", """
                        FROM alpine:3.22
                        RUN --mount=type=cache,target=/var/cache/apk apk add git
                        """),
                rule.leaves("a cache mount at apk's own cache", """
                        FROM alpine:3.22
                        RUN --mount=type=cache,target=/etc/apk/cache apk add git
                        """),
                rule.leaves("a cache mount above it", """
                        FROM alpine:3.22
                        RUN --mount=type=cache,target=/var/cache apk update && apk add git
                        """),
                rule.leaves("a tmpfs mount", """
                        FROM alpine:3.22
                        RUN --mount=type=tmpfs,target=/var/cache/apk apk add git
                        """),
                rule.leaves("a stage that is not shipped", """
                        FROM alpine:3.22 AS build
                        RUN apk update && apk add git
                        FROM alpine:3.22
                        COPY --from=build /x /
                        """),
                rule.leaves("nothing is read from a repository", """
                        FROM alpine:3.22
                        RUN apk del git; apk info; apk --version
                        """),
                rule.leaves("without a network", """
                        FROM alpine:3.22
                        RUN apk add --no-network --allow-untrusted /my.apk
                        """),
                rule.leaves("a linked cache", """
                        FROM alpine:3.22
                        RUN ln -s /var/cache/apk /etc/apk/cache && apk add git
                        """),
                rule.leaves("with a cache directory of its own", """
                        FROM alpine:3.22
                        RUN apk add --cache-dir /tmp/cache git
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG DEBUG
                        RUN if [ -n "$DEBUG" ]; then apk add gdb; fi
                        """),
                rule.leaves("options from outside", """
                        FROM alpine:3.22
                        ARG OPTIONS
                        RUN apk add $OPTIONS git
                        """),
                rule.leaves("options in a variable", """
                        FROM alpine:3.22
                        ENV APK="apk add --no-cache"
                        RUN $APK git
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        RUN apk add git
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get update
                        """),
                rule.leaves("a script nobody can follow comes behind", """
                        FROM alpine:3.22
                        COPY clean.sh /
                        RUN apk add git && /clean.sh
                        """),
                rule.leaves("the cache set to no", """
                        FROM alpine:3.23
                        RUN apk add --cache=no git
                        """),
                rule.leaves("an abbreviation of --no-cache", """
                        FROM alpine:3.22
                        RUN apk add --no-cach git
                        """),
                rule.leaves("deleted after an archive was unpacked", """
                        FROM alpine:3.22
                        RUN apk add git && tar xzf x.tgz -C / && rm -rf /var/cache/apk/*
                        """),
                rule.leaves("the log of apk 3", """
                        FROM alpine:3.23
                        RUN apk add --no-cache git
                        """),
                rule.leaves("deleted from inside", """
                        FROM alpine:3.22
                        RUN apk add git && cd /var/cache/apk && rm -f *
                        """),
                rule.leaves("deleted in a loop", """
                        FROM alpine:3.22
                        RUN apk add git && for f in /var/cache/apk/*; do rm $f; done
                        """),
                rule.leaves("deleted by apk", """
                        FROM alpine:3.22
                        RUN apk add git && apk cache clean
                        """),
                rule.leaves("deleted by a relative path", """
                        FROM alpine:3.22
                        RUN apk add git && rm -rf var/cache/apk/*
                        """),
                rule.leaves("an empty apk add", """
                        FROM alpine:3.22
                        RUN apk add
                        """),
                rule.leaves("words", """
                        FROM alpine:3.22
                        RUN echo apk update
                        """),
                rule.leaves("another root", """
                        FROM alpine:3.22
                        RUN apk --root /rootfs --initdb add alpine-base
                        """),
                rule.leaves("a trap deletes it", """
                        FROM alpine:3.22
                        RUN trap 'rm -rf /var/cache/apk/*' EXIT; apk add git
                        """));
    }
}
