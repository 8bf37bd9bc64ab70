package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Commands that apk refuses, ignores or reads otherwise. */
class ApkUsageTest {

    private final RuleSpec rule = RuleSpec.of("apkUsage");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "-y, with apk 2",
                        """
                        FROM alpine:3.20
                        RUN apk add -y --no-cache git
                        """,
                        "2: «-y» warning: apk 2.14.4 of Alpine 3.20 does not know -y and ignores it; from Alpine 3.23 on it fails"),
                rule.catches(
                        "-y as the last option, with apk 2",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache -y git
                        """,
                        "2: «-y» error: apk 2.14.4 of Alpine 3.20 does not know -y, and fails since no other option follows it"),
                rule.catches(
                        "-y as the last option, with the apk of old releases",
                        """
                        FROM alpine:3.9
                        RUN apk add --no-cache -y git
                        """,
                        "2: «-y» warning: apk 2.10.3 of Alpine 3.9 does not know -y and ignores it; from Alpine 3.23 on it fails"),
                rule.catches(
                        "-y, with apk 3", """
                        FROM alpine:3.23
                        RUN apk add -y --no-cache git
                        """, "2: «-y» error: apk 3.0.8 of Alpine 3.23 does not know -y: it fails"),
                rule.catches(
                        "where the script goes on",
                        """
                        FROM alpine:3.23
                        RUN apk add -y git; echo done
                        """,
                        "2: «-y» warning: apk 3.0.8 of Alpine 3.23 does not know -y: it fails"),
                rule.catches(
                        "apt-get's options",
                        """
                        FROM alpine:3.23
                        RUN apk add --yes --no-install-recommends git
                        """,
                        "2: «--yes» error: apk 3.0.8 of Alpine 3.23 does not know --yes: it fails",
                        "2: «--no-install-recommends» error: apk 3.0.8 of Alpine 3.23 does not know --no-install-recommends: it fails"),
                rule.catches(
                        "a misspelt option",
                        """
                        FROM alpine:3.20
                        RUN apk --no-chache add --update git
                        """,
                        "2: «--no-chache» warning: apk 2.14.4 of Alpine 3.20 does not know --no-chache and ignores it; from Alpine 3.23 on it fails"),
                rule.catches(
                        "an abbreviation that apk 3 finds ambiguous",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cach git
                        """,
                        "2: «--no-cach» warning: apk takes --no-cach for --no-cache; from Alpine 3.23 on it fails"),
                rule.catches(
                        "the same abbreviation with apk 3",
                        """
                        FROM alpine:3.23
                        RUN apk add --no-cach git
                        """,
                        "2: «--no-cach» error: apk 3.0.8 of Alpine 3.23 does not know --no-cach: it fails"),
                rule.catches("apt's command", """
                        FROM alpine:3.20
                        RUN apk install git
                        """, "2: «install» error: apk has no command install: it fails"),
                rule.catches(
                        "a misspelt command behind an option",
                        """
                        FROM alpine:3.20
                        RUN apk --no-cache udpate && apk remove curl
                        """,
                        "2: «udpate» error: apk has no command udpate: it fails",
                        "2: «remove» error: apk has no command remove: it fails"),
                rule.catches(
                        "apk update upgrade",
                        """
                        FROM alpine:3.20
                        RUN apk update upgrade
                        """,
                        "2: «upgrade» warning: apk update only fetches the index: it does nothing about upgrade"),
                rule.catches(
                        "and for &&",
                        """
                        FROM alpine:3.20
                        RUN apk update and apk add git
                        """,
                        "2: «add» warning: apk update only fetches the index: it does nothing about add"),
                rule.catches(
                        "an option as the name of a virtual package",
                        """
                        FROM alpine:3.20
                        RUN apk --update -t --no-cache add git
                        """,
                        "2: «--no-cache» warning: -t takes --no-cache as its value, so it is not an option here"),
                rule.catches(
                        "an option as a repository",
                        """
                        FROM alpine:3.20
                        RUN apk add --repository --no-cache git
                        """,
                        "2: «--no-cache» warning: --repository takes --no-cache as its value, so it is not an option here"),
                rule.catches(
                        "a virtual package that nothing has added",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual .build-deps gcc && apk del .build-dependencies
                        """,
                        "2: «.build-dependencies» error: nothing has added .build-dependencies before: apk del fails"),
                rule.catches(
                        "a virtual package that is deleted twice",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual .build-deps gcc && apk del .build-deps
                        RUN apk del .build-deps
                        """,
                        "3: «.build-deps» error: nothing has added .build-deps before: apk del fails"),
                rule.catches(
                        "what stands before --virtual is deleted with it",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache tini --virtual .deps gcc && apk del .deps
                        """,
                        "2: «tini» warning: tini is in .deps too, whatever its place on the line: apk del .deps deletes it"),
                rule.catches(
                        "and in a later instruction",
                        """
                        FROM node:20-alpine3.20
                        RUN apk add --no-cache bash tini -t build-deps gcc make
                        RUN apk del build-deps
                        """,
                        "2: «bash» warning: bash is in build-deps too, whatever its place on the line: apk del build-deps deletes it",
                        "2: «tini» warning: tini is in build-deps too, whatever its place on the line: apk del build-deps deletes it"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("options that the help of apk does not tell", """
                        FROM alpine:3.20
                        RUN apk search -x curl && apk search --exact curl && apk search -e curl && apk version -l '<' && apk list -u
                        FROM alpine:3.24
                        RUN apk info -e curl || apk search -ex curl
                        RUN apk search -x curl && apk info --exists musl && apk list -u && apk upgrade --no-self-upgrade
                        """),
                rule.leaves("a database of another image", """
                        FROM alpine:3.20
                        COPY --from=other /etc/apk /etc/apk
                        RUN apk del .build-deps
                        """),
                rule.leaves("options in full", """
                        FROM alpine:3.23
                        RUN apk add --no-cache --virtual .deps --repository https://example.org/x git
                        """),
                rule.leaves("options in short", """
                        FROM alpine:3.23
                        RUN apk -U add -uq -t .deps -X https://example.org/x git
                        """),
                rule.leaves("--update, which every apk takes for --update-cache", """
                        FROM alpine:3.23
                        RUN apk add --update git && apk --update add curl && apk upgrade --update
                        """),
                rule.leaves("options of all commands, anywhere", """
                        FROM alpine:3.20
                        RUN apk --quiet add git --no-progress && apk del --purge git -r && apk upgrade --available
                        """),
                rule.leaves("negated switches of apk 3", """
                        FROM alpine:3.23
                        RUN apk add --cache=no --no-logfile --no-interactive git
                        """),
                rule.leaves("a package behind two dashes", """
                        FROM alpine:3.20
                        RUN apk add --no-cache -- -y
                        """),
                rule.leaves("options from outside", """
                        FROM alpine:3.23
                        ARG OPTIONS
                        RUN apk add $OPTIONS -y git
                        """),
                rule.leaves("the script asks", """
                        FROM alpine:3.23
                        RUN apk add -y git || apk add git; apk del .deps || true
                        """),
                rule.leaves("an unknown release", """
                        FROM example.org/base:alpine
                        RUN apk add -y git
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get install -y git
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.23
                        ARG DEBUG
                        RUN if [ -n "$DEBUG" ]; then apk install -y gdb; fi
                        """),
                rule.leaves("every command of apk", """
                        FROM alpine:3.23
                        RUN apk update && apk upgrade && apk info && apk version && apk audit && apk fix && apk cache clean && apk help
                        """),
                rule.leaves("a virtual package that was added", """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual .build-deps gcc
                        RUN apk del .build-deps
                        """),
                rule.leaves("a virtual package that may have been added", """
                        FROM alpine:3.20
                        ARG FULL
                        RUN if [ -n "$FULL" ]; then apk add --virtual .build-deps gcc; fi
                        RUN apk del .build-deps
                        """),
                rule.leaves("a virtual package of a script", """
                        FROM alpine:3.20
                        COPY setup.sh /
                        RUN /setup.sh && apk del .build-deps
                        """),
                rule.leaves("a virtual package of the base image", """
                        FROM php:8.3-alpine
                        RUN apk del .phpize-deps
                        """),
                rule.leaves("a virtual package whose name a variable holds", """
                        FROM alpine:3.20
                        ARG NAME
                        RUN apk add --virtual $NAME gcc && apk del .build-deps
                        """),
                rule.leaves("a package that is not there, which some index may know", """
                        FROM alpine:3.20
                        RUN apk update && apk del curl
                        """),
                rule.leaves("members on one side of --virtual only", """
                        FROM alpine:3.20
                        RUN apk add --no-cache gcc make --virtual .build-deps && apk del .build-deps
                        """),
                rule.leaves("a package that is asked for by itself, too", """
                        FROM alpine:3.20
                        RUN apk add --no-cache tini && apk add --no-cache tini --virtual .deps gcc && apk del .deps
                        """),
                rule.leaves("a package that another virtual package keeps", """
                        FROM alpine:3.20
                        RUN apk add --no-cache --virtual .run tini && apk add tini --virtual .deps gcc && apk del .deps
                        """),
                rule.leaves("a virtual package that stays", """
                        FROM alpine:3.20
                        RUN apk add --no-cache tini --virtual .deps gcc
                        """),
                rule.leaves("a package of the base image", """
                        FROM alpine:3.20
                        RUN apk add --no-cache busybox --virtual .deps gcc && apk del .deps
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToDo() {
        return List.of(
                rule.helps("no option", "FROM alpine:3.23\nRUN apk add -y git", "leave -y out"),
                rule.helps("the option", "FROM alpine:3.23\nRUN apk add --no-chache git", "write --no-cache"),
                rule.helps("the option in full", "FROM alpine:3.20\nRUN apk add --no-cach git", "write --no-cache"),
                rule.helps("the command", "FROM alpine:3.20\nRUN apk install git", "write apk add"),
                rule.helps(
                        "two commands",
                        "FROM alpine:3.20\nRUN apk uninstall git; apk updat",
                        "write apk del",
                        "write apk update"),
                rule.helps(
                        "a command of its own",
                        "FROM alpine:3.20\nRUN apk update upgrade",
                        "write upgrade as a command of its own: apk upgrade"),
                rule.helps(
                        "an installation of its own",
                        "FROM alpine:3.20\nRUN apk add tini -t .d gcc && apk del .d",
                        "write apk add tini as a command of its own"));
    }
}
