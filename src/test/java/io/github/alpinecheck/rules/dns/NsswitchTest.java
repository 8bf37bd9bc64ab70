package io.github.alpinecheck.rules.dns;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Guards and writes of /etc/nsswitch.conf. */
class NsswitchTest {

    private final RuleSpec rule = RuleSpec.of("nsswitch");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "the guard on a release that ships the file",
                        """
                        FROM alpine:3.22
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "with test",
                        """
                        FROM alpine:3.18
                        RUN test ! -e /etc/nsswitch.conf && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «test ! -e /etc/nsswitch.conf» error: alpine:3.18 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "with two brackets",
                        """
                        FROM alpine:3.22
                        RUN [[ ! -e /etc/nsswitch.conf ]] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «[[ ! -e /etc/nsswitch.conf ]]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "on the first image that ships it",
                        """
                        FROM alpine:3.16.3
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.16.3 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "with -f",
                        """
                        FROM alpine:3.17
                        RUN [ ! -f /etc/nsswitch.conf ] && echo "hosts: files dns" > /etc/nsswitch.conf
                        """,
                        "2: «[ ! -f /etc/nsswitch.conf ]» error: alpine:3.17 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "under set -e",
                        """
                        FROM alpine:3.20
                        RUN set -eux; \\
                            [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "3: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.20 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "behind another command",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache ca-certificates && [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "in a stage that is not shipped",
                        """
                        FROM alpine:3.22 AS build
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        FROM scratch
                        COPY --from=build /x /
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "in a subshell",
                        """
                        FROM alpine:3.22
                        RUN ( [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf )
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "in a here-document",
                        """
                        FROM alpine:3.22
                        RUN <<EOF
                        [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        EOF
                        """,
                        "3: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "what is there anyway",
                        """
                        FROM alpine:3.22
                        RUN echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «echo 'hosts: files dns' > /etc/nsswitch.conf» info: alpine:3.22 has just this in /etc/nsswitch.conf; musl does not read it, and neither does the JVM"),
                rule.catches(
                        "the same by printf",
                        """
                        FROM alpine:3.22
                        RUN printf 'hosts: files dns\\n' > /etc/nsswitch.conf
                        """,
                        "2: «printf 'hosts: files dns\\n' > /etc/nsswitch.conf» info: alpine:3.22 has just this in /etc/nsswitch.conf; musl does not read it, and neither does the JVM"),
                rule.catches(
                        "the same by tee",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache git && echo "hosts: files dns" | tee /etc/nsswitch.conf
                        """,
                        "2: «tee /etc/nsswitch.conf» info: alpine:3.22 has just this in /etc/nsswitch.conf; musl does not read it, and neither does the JVM"),
                rule.catches(
                        "the same in a here-document",
                        """
                        FROM alpine:3.22
                        COPY <<EOF /etc/nsswitch.conf
                        hosts: files dns
                        EOF
                        """,
                        "2: «COPY <<EOF /etc/nsswitch.conf⏎hosts: files dns⏎EOF» info: alpine:3.22 has just this in /etc/nsswitch.conf; musl does not read it, and neither does the JVM"),
                rule.catches(
                        "the last of the 3.16 images",
                        """
                        FROM alpine:3.16
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.16 ships /etc/nsswitch.conf, so this test fails, and with it the build"),
                rule.catches(
                        "set up by an if",
                        """
                        FROM alpine:3.22
                        RUN if [ ! -e /etc/nsswitch.conf ]; then exit 0; fi; [ ! -e /etc/nsswitch.conf ] && echo x
                        """,
                        "2: «[ ! -e /etc/nsswitch.conf ]» error: alpine:3.22 ships /etc/nsswitch.conf, so this test fails, and with it the build"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("the guard where the file is missing", """
                        FROM alpine:3.15
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("the guard on the first images of 3.16", """
                        FROM alpine:3.16.2
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("two brackets and or", """
                        FROM alpine:3.22
                        RUN [[ -e /etc/nsswitch.conf ]] || echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("two brackets in an if", """
                        FROM alpine:3.22
                        RUN if [[ ! -e /etc/nsswitch.conf ]]; then echo 'hosts: files dns' > /etc/nsswitch.conf; fi
                        """),
                rule.leaves("two brackets where the file is missing", """
                        FROM alpine:3.16.2
                        RUN [[ ! -e /etc/nsswitch.conf ]] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("the guard with or", """
                        FROM alpine:3.22
                        RUN [ -e /etc/nsswitch.conf ] || echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("the guard in an if", """
                        FROM alpine:3.22
                        RUN if [ ! -e /etc/nsswitch.conf ]; then echo 'hosts: files dns' > /etc/nsswitch.conf; fi
                        """),
                rule.leaves("or true behind the guard", """
                        FROM alpine:3.22
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf || true
                        """),
                rule.leaves("something else after the guard", """
                        FROM alpine:3.22
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf; echo done
                        """),
                rule.leaves("under set -e, another command behind", """
                        FROM alpine:3.22
                        RUN set -e; [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf; echo done
                        """),
                rule.leaves("the assertion of Docker's own image", """
                        FROM alpine:3.22
                        RUN [ -e /etc/nsswitch.conf ] && grep '^hosts: files dns' /etc/nsswitch.conf
                        """),
                rule.leaves("written where it is missing", """
                        FROM alpine:3.12
                        RUN echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("another content", """
                        FROM alpine:3.22
                        RUN echo 'hosts: dns files' > /etc/nsswitch.conf
                        """),
                rule.leaves("appended", """
                        FROM alpine:3.22
                        RUN echo 'passwd: files' >> /etc/nsswitch.conf
                        """),
                rule.leaves("an unknown base", """
                        FROM example.org/base
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("a base on 3.22 that may have deleted it", """
                        FROM example.org/base:1-alpine3.22
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("a release from outside", """
                        ARG RELEASE
                        FROM alpine:$RELEASE
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("deleted before", """
                        FROM alpine:3.22
                        RUN rm /etc/nsswitch.conf
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("a script that may have deleted it", """
                        FROM alpine:3.22
                        COPY setup.sh /
                        RUN /setup.sh && [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("a guard for another file", """
                        FROM alpine:3.22
                        RUN [ ! -e /etc/nsswitch.conf.bak ] && echo 'hosts: files dns' > /etc/nsswitch.conf.bak
                        """),
                rule.leaves("a branch that may not be taken", """
                        FROM alpine:3.22
                        ARG DNS
                        RUN if [ -n "$DNS" ]; then echo 'hosts: files dns' > /etc/nsswitch.conf; fi
                        """),
                rule.leaves("a file from the build context", """
                        FROM alpine:3.22
                        COPY nsswitch.conf /etc/nsswitch.conf
                        """),
                rule.leaves("Debian", """
                        FROM debian:12
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("only words", """
                        FROM alpine:3.22
                        RUN echo "[ ! -e /etc/nsswitch.conf ] && exit" > /usage
                        """),
                rule.leaves("a guard whose failure is asked for", """
                        FROM alpine:3.22
                        RUN ! [ ! -e /etc/nsswitch.conf ] && echo there
                        """),
                rule.leaves("no Alpine at all", """
                        FROM scratch
                        COPY nsswitch.conf /etc/nsswitch.conf
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesOtherTests() {
        return List.of(
                rule.leaves("a test that the file is there, where it is not", """
                        FROM alpine:3.12
                        RUN test -f /etc/nsswitch.conf
                        """),
                rule.leaves("a file to delete, where it is not", """
                        FROM alpine:3.12
                        RUN [ -e /etc/nsswitch.conf ] && rm /etc/nsswitch.conf
                        """),
                rule.leaves("a file that the build has written", """
                        FROM alpine:3.12
                        RUN echo 'hosts: files dns' > /etc/nsswitch.conf
                        RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
                        """),
                rule.leaves("a comparison of names", """
                        FROM alpine:3.22
                        RUN [ /etc/hosts = /etc/nsswitch.conf ] && date
                        """),
                rule.leaves("another kind of file", """
                        FROM alpine:3.22
                        RUN [ -d /etc/nsswitch.conf ] && date
                        """));
    }
}
