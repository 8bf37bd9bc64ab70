package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What RUN starts. See {@link AvailableProcessesTest} for what containers start. */
class AvailableCommandsTest {

    private final RuleSpec rule = RuleSpec.of("availableCommands");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "bash is not there",
                        """
                        FROM alpine:3.22
                        RUN bash -c 'echo hello'
                        """,
                        "2: «bash» error: bash is not in the image here (alpine:3.22): the build stops with \"bash: not found\""),
                rule.catches(
                        "bash by its path",
                        """
                        FROM alpine:3.22
                        RUN /bin/bash -c 'echo hello'
                        """,
                        "2: «/bin/bash» error: /bin/bash is not in the image here (alpine:3.22): the build stops with \"/bin/bash: not found\""),
                rule.catches(
                        "curl is not there",
                        """
                        FROM alpine:3.22
                        RUN curl -fsSL https://example.org/x -o /x
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "on the left of a pipe, where nobody looks",
                        """
                        FROM alpine:3.22
                        RUN curl -fsSL https://example.org/x | tar xz -C /opt
                        """,
                        "2: «curl» warning: curl is not in the image here (alpine:3.22): the script goes on after \"curl: not found\""),
                rule.catches(
                        "the left of a pipe with pipefail",
                        """
                        FROM alpine:3.22
                        RUN set -o pipefail; curl -fsSL https://example.org/x | tar xz -C /opt
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "users as on Debian",
                        """
                        FROM alpine:3.22
                        RUN groupadd -r app && useradd -r -g app app
                        """,
                        "2: «groupadd» error: groupadd is not in the image here (alpine:3.22): the build stops with \"groupadd: not found\"",
                        "2: «useradd» error: useradd is not in the image here (alpine:3.22): the build stops with \"useradd: not found\""),
                rule.catches(
                        "apt-get",
                        """
                        FROM alpine:3.22
                        RUN apt-get update && apt-get install -y curl
                        """,
                        "2: «apt-get» error: apt-get is not in the image here (alpine:3.22): the build stops with \"apt-get: not found\""),
                rule.catches(
                        "sudo before a command",
                        """
                        FROM alpine:3.22
                        RUN sudo apk add --no-cache git
                        """,
                        "2: «sudo» error: sudo is not in the image here (alpine:3.22): the build stops with \"sudo: not found\""),
                rule.catches(
                        "its failure is not looked at",
                        """
                        FROM alpine:3.22
                        RUN git --version; echo done
                        """,
                        "2: «git» warning: git is not in the image here (alpine:3.22): the script goes on after \"git: not found\""),
                rule.catches(
                        "in a function",
                        """
                        FROM alpine:3.22
                        RUN fetch() { curl -O "$1"; }; fetch https://example.org/x
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "in a substitution",
                        """
                        FROM alpine:3.22
                        RUN VERSION=$(curl -s https://example.org/version) && echo $VERSION
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "in a substitution whose status nobody looks at",
                        """
                        FROM alpine:3.22
                        RUN echo "version $(curl -s https://example.org/version)"
                        """,
                        "2: «curl» warning: curl is not in the image here (alpine:3.22): the script goes on after \"curl: not found\""),
                rule.catches(
                        "deleted with a virtual package in the other spelling",
                        """
                        FROM alpine:3.22
                        RUN apk --no-cache --virtual=.deps add curl && apk del .deps && curl -O https://example.org/x
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "beside a JDK that is copied in",
                        """
                        FROM alpine:3.22
                        COPY --from=eclipse-temurin:21-jdk-alpine /opt/java/openjdk /opt/jdk
                        ENV PATH=/opt/jdk/bin:$PATH
                        RUN java -version && curl -O https://example.org/x
                        """,
                        "4: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "by a login shell",
                        """
                        FROM alpine:3.22
                        SHELL ["/bin/sh", "-lc"]
                        RUN curl -O https://example.org/x
                        """,
                        "3: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "as another user",
                        """
                        FROM alpine:3.22
                        RUN adduser -D app && su app -c 'curl -O https://example.org/x'
                        """,
                        "2: «curl» error: curl is not in the image here (alpine:3.22): the build stops with \"curl: not found\""),
                rule.catches(
                        "fed by a here-document",
                        """
                        FROM alpine:3.22
                        RUN bash <<EOF
                        echo hello
                        EOF
                        """,
                        "2: «bash» error: bash is not in the image here (alpine:3.22): the build stops with \"bash: not found\""),
                rule.catches(
                        "installed under another root",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --root /rootfs bash; bash --version
                        """,
                        "2: «bash» error: bash is not in the image here (alpine:3.22): the build stops with \"bash: not found\""),
                rule.catches(
                        "in the branch that is certainly taken",
                        """
                        FROM alpine:3.22
                        RUN if [ -e /etc/alpine-release ]; then useradd app; fi
                        """,
                        "2: «useradd» error: useradd is not in the image here (alpine:3.22): the build stops with \"useradd: not found\""),
                rule.catches(
                        "behind env",
                        """
                        FROM alpine:3.22
                        RUN env A=b python3 -c 'print()'
                        """,
                        "2: «python3» error: python3 is not in the image here (alpine:3.22): the build stops with \"python3: not found\""),
                rule.catches(
                        "in a stage that is built on another",
                        """
                        FROM alpine:3.22 AS base
                        RUN apk add --no-cache ca-certificates
                        FROM base
                        RUN git clone https://example.org/x
                        """,
                        "4: «git» error: git is not in the image here (alpine:3.22): the build stops with \"git: not found\""),
                rule.catches(
                        "over a list in a variable",
                        """
                        FROM alpine:3.22
                        ENV PACKAGES="git openssh-client"
                        RUN apk add --no-cache $PACKAGES && make
                        """,
                        "3: «make» error: make is not in the image here (alpine:3.22): the build stops with \"make: not found\""),
                rule.catches(
                        "in a here-document",
                        """
                        FROM alpine:3.22
                        RUN <<EOF
                        apk add --no-cache git
                        useradd app
                        EOF
                        """,
                        "4: «useradd» error: useradd is not in the image here (alpine:3.22): the build stops with \"useradd: not found\""),
                rule.catches(
                        "exec form of RUN",
                        """
                        FROM alpine:3.22
                        RUN ["bash", "-c", "echo hello"]
                        """,
                        "2: «bash» error: bash is not in the image here (alpine:3.22): the build stops with \"bash: not found\""));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a login shell with a PATH of its own", """
                        FROM alpine:3.22
                        RUN echo 'PATH=$PATH:/opt/tools' > /etc/profile.d/tools.sh
                        COPY tools /opt/tools
                        RUN sh -lc 'curl -O https://example.org/x'
                        """),
                rule.leaves("another user with a shell that nobody knows", """
                        FROM alpine:3.22
                        ARG SHELL_OF_APP
                        RUN su -s "$SHELL_OF_APP" app -c 'curl -O https://example.org/x'
                        """),
                rule.leaves("another user who asks first", """
                        FROM alpine:3.22
                        RUN su app -c 'command -v curl && curl -O https://example.org/x || true'
                        """),
                rule.leaves("installed before", """
                        FROM alpine:3.22
                        RUN apk add --no-cache bash curl && bash -c 'curl -O https://example.org/x'
                        """),
                rule.leaves("a list in ENV", """
                        FROM alpine:3.22
                        ENV PACKAGES="git curl"
                        RUN apk add --no-cache $PACKAGES && git clone https://example.org/x
                        """),
                rule.leaves("a list in ARG", """
                        FROM alpine:3.22
                        ARG PACKAGES="git curl"
                        RUN apk add --no-cache ${PACKAGES} && curl -O https://example.org/x
                        """),
                rule.leaves("a list in a shell variable", """
                        FROM alpine:3.22
                        RUN deps='gcc make' && apk add --no-cache --virtual .deps $deps && make
                        """),
                rule.leaves("a list from outside", """
                        FROM alpine:3.22
                        ARG PACKAGES
                        RUN apk add --no-cache $PACKAGES && curl -O https://example.org/x
                        """),
                rule.leaves("a package that may bring it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache some-rare-package && curl -O https://example.org/x
                        """),
                rule.leaves("a package that brings it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache build-base && make
                        """),
                rule.leaves("a meta package of development tools", """
                        FROM alpine:3.22
                        RUN apk add --no-cache alpine-sdk && git clone https://example.org/x
                        """),
                rule.leaves("asked for first", """
                        FROM alpine:3.22
                        RUN command -v curl && curl -O https://example.org/x || wget https://example.org/x
                        """),
                rule.leaves("installed when it is not there", """
                        FROM alpine:3.22
                        RUN command -v curl || apk add --no-cache curl; curl -O https://example.org/x
                        """),
                rule.leaves("asked for by which in an if", """
                        FROM alpine:3.22
                        RUN if which curl > /dev/null; then curl -O https://example.org/x; else wget https://example.org/x; fi
                        """),
                rule.leaves("asked for by type", """
                        FROM alpine:3.22
                        RUN type git >/dev/null 2>&1 && git --version; true
                        """),
                rule.leaves("or true", """
                        FROM alpine:3.22
                        RUN useradd app || true
                        """),
                rule.leaves("Debian or Alpine", """
                        FROM alpine:3.22
                        RUN if [ -f /etc/debian_version ]; then apt-get update; else apk add --no-cache git; fi
                        """),
                rule.leaves("apt-get when it is there", """
                        FROM alpine:3.22
                        RUN if command -v apt-get; then apt-get update; elif command -v apk; then apk add --no-cache git; fi
                        """),
                rule.leaves("one or the other", """
                        FROM alpine:3.22
                        RUN useradd app 2>/dev/null || adduser -D app
                        """),
                rule.leaves("an alias of that name", """
                        FROM alpine:3.22
                        RUN <<EOF
                        alias curl='wget -qO-'
                        curl https://example.org/x
                        EOF
                        """),
                rule.leaves("waited for", """
                        FROM alpine:3.22
                        RUN until curl -sf localhost; do sleep 1; done
                        """),
                rule.leaves("wanted to be missing", """
                        FROM alpine:3.22
                        RUN ! bash --version
                        """),
                rule.leaves("asked for by its path", """
                        FROM alpine:3.22
                        RUN if [ -x /usr/bin/curl ]; then curl -O https://example.org/x; fi
                        """),
                rule.leaves("asked for by the text that which prints", """
                        FROM alpine:3.22
                        RUN if [ -n "$(which apt-get)" ]; then apt-get update; fi
                        """),
                rule.leaves("installed from a file of names", """
                        FROM alpine:3.22
                        COPY packages.txt /
                        RUN xargs apk add --no-cache < packages.txt && curl -O https://example.org/x
                        """),
                rule.leaves("installed from the names that a command prints", """
                        FROM alpine:3.22
                        COPY packages.txt /
                        RUN apk add --no-cache $(grep -v '^#' packages.txt) && curl -O https://example.org/x
                        """),
                rule.leaves("installed with versions", """
                        FROM alpine:3.22
                        RUN apk add --no-cache 'curl>8' bash~=5 git=2.49.1-r0 && curl -O https://example.org/x && bash -c 'git --version'
                        """),
                rule.leaves("installed by what it provides", """
                        FROM alpine:3.22
                        RUN apk add --no-cache cmd:curl && curl -O https://example.org/x
                        """),
                rule.leaves("written by the build", """
                        FROM alpine:3.22
                        COPY <<EOF /usr/local/bin/curl
                        #!/bin/sh
                        wget -qO- "$@"
                        EOF
                        RUN chmod +x /usr/local/bin/curl && curl https://example.org/x
                        """),
                rule.leaves("linked by the build", """
                        FROM alpine:3.22
                        RUN ln -s /bin/busybox /usr/local/bin/sudo && sudo true
                        """),
                rule.leaves("in a here-document for another interpreter", """
                        FROM alpine:3.22
                        RUN <<EOF
                        #!/usr/bin/env perl
                        curl
                        EOF
                        """),
                rule.leaves("after a file that sets up the shell", """
                        FROM alpine:3.22
                        COPY functions /
                        RUN . /functions && curl https://example.org/x
                        """),
                rule.leaves("copied to the root with everything else", """
                        FROM alpine:3.22
                        COPY . .
                        RUN curl https://example.org/x
                        """),
                rule.leaves("a function of that name", """
                        FROM alpine:3.22
                        RUN curl() { wget -qO- "$1"; }; curl https://example.org/x
                        """),
                rule.leaves("copied from the build context", """
                        FROM alpine:3.22
                        COPY bin/ /usr/local/bin/
                        RUN curl -O https://example.org/x
                        """),
                rule.leaves("copied from a stage", """
                        FROM alpine:3.22
                        COPY --from=example.org/tools /usr/bin/curl /usr/bin/curl
                        RUN curl -O https://example.org/x
                        """),
                rule.leaves("downloaded", """
                        FROM alpine:3.22
                        RUN wget -O /usr/local/bin/gosu https://example.org/gosu && chmod +x /usr/local/bin/gosu && gosu nobody true
                        """),
                rule.leaves("unpacked", """
                        FROM alpine:3.22
                        RUN wget -qO- https://example.org/maven.tar.gz | tar xz -C /opt && ln -s /opt/maven/bin/mvn /usr/bin/mvn && mvn -v
                        """),
                rule.leaves("unpacked at the root", """
                        FROM alpine:3.22
                        ADD tools.tar.gz /
                        RUN git --version
                        """),
                rule.leaves("a PATH with a directory of its own", """
                        FROM alpine:3.22
                        COPY tools /opt/tools
                        ENV PATH=/opt/tools:$PATH
                        RUN git --version
                        """),
                rule.leaves("a PATH from outside", """
                        FROM alpine:3.22
                        ARG TOOLS
                        ENV PATH=$TOOLS
                        RUN git --version
                        """),
                rule.leaves("a PATH of the script", """
                        FROM alpine:3.22
                        COPY tools /opt/tools
                        RUN PATH=/opt/tools:$PATH && git --version
                        """),
                rule.leaves("a PATH of the command", """
                        FROM alpine:3.22
                        COPY tools /opt/tools
                        RUN PATH=/opt/tools:$PATH git --version
                        """),
                rule.leaves("installed by a script", """
                        FROM alpine:3.22
                        RUN wget -qO- https://example.org/install | sh
                        RUN git --version
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        RUN curl -O https://example.org/x
                        CMD ["bash"]
                        """),
                rule.leaves("a base that names Alpine, with what else nobody knows", """
                        FROM example.org/base:1-alpine3.22
                        RUN curl -O https://example.org/x
                        """),
                rule.leaves("a base that has it", """
                        FROM maven:3.9-eclipse-temurin-21-alpine
                        RUN bash -c 'curl -O https://example.org/x && mvn -v'
                        """),
                rule.leaves("busybox has it", """
                        FROM alpine:3.22
                        RUN wget -q https://example.org/x && unzip -q x && tar xf y && nc -h; adduser -D app && su app -c true
                        """),
                rule.leaves("a program nobody knows", """
                        FROM alpine:3.22
                        RUN my-tool --help
                        """),
                rule.leaves("a name from outside", """
                        FROM alpine:3.22
                        ARG TOOL
                        RUN $TOOL --version
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN apt-get update && useradd app
                        """),
                rule.leaves("a Debian stage before", """
                        FROM debian:12 AS build
                        RUN apt-get update && apt-get install -y git && git clone https://example.org/x
                        FROM alpine:3.22
                        COPY --from=build /x /x
                        """),
                rule.leaves("scratch", """
                        FROM scratch
                        CMD ["bash"]
                        """),
                rule.leaves("in a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG DEBUG
                        RUN if [ "$DEBUG" = 1 ]; then curl -O https://example.org/x; fi
                        """),
                rule.leaves("in a case that is not taken", """
                        FROM alpine:3.22
                        RUN case "$(cat /etc/os-release)" in *debian*) apt-get update ;; esac
                        """),
                rule.leaves("in a loop that may not run", """
                        FROM alpine:3.22
                        RUN for f in /x/*; do bash $f; done
                        """),
                rule.leaves("in a script that is only written", """
                        FROM alpine:3.22
                        RUN printf '#!/bin/bash\\ncurl x\\n' > /x.sh
                        """),
                rule.leaves("in single quotes", """
                        FROM alpine:3.22
                        RUN echo 'bash -c "curl x"'
                        """),
                rule.leaves("in a comment of the script", """
                        FROM alpine:3.22
                        RUN apk add --no-cache git \\
                            # curl would be nice
                            && git --version
                        """),
                rule.leaves("behind a shell that is installed", """
                        FROM alpine:3.22
                        RUN apk add --no-cache bash
                        SHELL ["/bin/bash", "-c"]
                        RUN [[ -n "$HOME" ]] && source /etc/profile && mkdir -p /a/{b,c}
                        """),
                rule.leaves("ONBUILD is for other builds", """
                        FROM alpine:3.22
                        ONBUILD RUN curl -O https://example.org/x
                        """),
                rule.leaves("behind chroot", """
                        FROM alpine:3.22
                        COPY rootfs /rootfs
                        RUN chroot /rootfs apt-get update
                        """),
                rule.leaves("behind ssh", """
                        FROM alpine:3.22
                        RUN apk add --no-cache openssh-client && ssh host bash -c true
                        """),
                rule.leaves("behind xargs", """
                        FROM alpine:3.22
                        RUN echo x | xargs git clone || true
                        """),
                rule.leaves("mounted from another image", """
                        FROM alpine:3.22
                        RUN --mount=type=bind,from=example.org/tools,target=/usr/local/bin git --version
                        """),
                rule.leaves("no test of its own", """
                        FROM alpine:3.22
                        RUN hash curl 2>/dev/null && curl -O https://example.org/x; true
                        """),
                rule.leaves("after an exit", """
                        FROM alpine:3.22
                        RUN exit 0; bash
                        """));
    }

    @TestFactory
    List<DynamicTest> saysWhatToDo() {
        return List.of(
                rule.helps("a package", "FROM alpine:3.22\nRUN bash x", "apk add --no-cache bash"),
                rule.helps(
                        "a package or what is there already",
                        "FROM alpine:3.22\nRUN useradd app",
                        "apk add --no-cache shadow, or write adduser"),
                rule.helps("what Alpine has for it", "FROM alpine:3.22\nRUN apt-get update", "write apk add"),
                rule.helps("a path", "FROM alpine:3.22\nRUN /bin/bash x", "apk add --no-cache bash"),
                rule.helps("nothing", "FROM alpine:3.22\nRUN chkconfig x on", ""));
    }
}
