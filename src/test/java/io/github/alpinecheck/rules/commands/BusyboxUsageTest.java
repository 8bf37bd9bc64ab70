package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BusyboxUsageTest {

    private final RuleSpec rule = RuleSpec.of("busyboxUsage");

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                rule.catches(
                        "Perl's regular expressions in grep",
                        """
                        FROM alpine:3.22
                        RUN grep -oP '(?<=a)b' /etc/passwd
                        """,
                        "2: «-oP» error: grep is busybox's in Alpine 3.22 and has no option -P: the build stops"),
                rule.catches(
                        "on the left of a pipe",
                        """
                        FROM alpine:3.22
                        RUN grep --only-matching root /etc/passwd | head
                        """,
                        "2: «--only-matching» warning: grep is busybox's in Alpine 3.22 and has no option --only-matching: it fails, and the script goes on"),
                rule.catches(
                        "a day in words",
                        """
                        FROM alpine:3.20
                        RUN date -d '1 day ago' > /built
                        """,
                        "2: «'1 day ago'» error: date is busybox's in Alpine 3.20 and does not understand \"1 day ago\": the build stops"),
                rule.catches(
                        "a day in words, attached",
                        """
                        FROM alpine:3.20
                        RUN date --date=yesterday
                        """,
                        "2: «--date=yesterday» error: date is busybox's in Alpine 3.20 and does not understand \"yesterday\": the build stops"),
                rule.catches(
                        "timeout as up to 3.9",
                        """
                        FROM alpine:3.18
                        RUN timeout -t 10 wget -q http://example.org/
                        """,
                        "2: «-t» error: timeout is busybox's in Alpine 3.18 and has no option -t: the build stops"),
                rule.catches(
                        "timeout as from 3.10 on",
                        """
                        FROM alpine:3.9
                        RUN timeout 10 wget -q http://example.org/
                        """,
                        "2: «10» error: timeout is busybox's in Alpine 3.9 and takes 10 for the command to run: the build stops"),
                rule.catches(
                        "wildcards of tar, behind the operands",
                        """
                        FROM alpine:3.22
                        RUN tar xzf /tmp/a.tgz --wildcards '*/bin'
                        """,
                        "2: «--wildcards» error: tar is busybox's in Alpine 3.22 and has no option --wildcards: the build stops"),
                rule.catches(
                        "in a bundle",
                        """
                        FROM alpine:3.22
                        RUN ln -sfr /a /b
                        """,
                        "2: «-sfr» error: ln is busybox's in Alpine 3.22 and has no option -r: the build stops"),
                rule.catches(
                        "an expression of find",
                        """
                        FROM alpine:3.22
                        RUN find /opt -type f -printf '%p'
                        """,
                        "2: «-printf» error: find is busybox's in Alpine 3.22 and has no option -printf: the build stops"),
                rule.catches(
                        "a user who would have a password",
                        """
                        FROM alpine:3.22
                        RUN adduser -h /app -s /bin/sh app
                        """,
                        "2: «adduser» error: adduser is busybox's in Alpine 3.22 and asks for a password for app, which nobody enters: the build stops"),
                rule.catches(
                        "long options before 3.8",
                        """
                        FROM alpine:3.7
                        RUN adduser --disabled-password --gecos '' app
                        """,
                        "2: «--disabled-password» error: adduser is busybox's in Alpine 3.7 and has no option --disabled-password: the build stops"),
                rule.catches(
                        "an option of Debian's adduser",
                        """
                        FROM alpine:3.22
                        RUN adduser --disabled-login --gecos '' app
                        """,
                        "2: «--disabled-login» error: adduser is busybox's in Alpine 3.22 and has no option --disabled-login: the build stops"),
                rule.catches(
                        "in a JRE image, which has coreutils and not grep",
                        """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN java -version 2>&1 | grep -P '^openjdk'
                        """,
                        "2: «-P» error: grep is busybox's in Alpine 3.22 and has no option -P: the build stops"),
                rule.catches(
                        "after other packages",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache bash curl && base64 --decode /a > /b
                        """,
                        "2: «--decode» error: base64 is busybox's in Alpine 3.22 and has no option --decode: the build stops"),
                rule.catches(
                        "in HEALTHCHECK",
                        """
                        FROM alpine:3.22
                        HEALTHCHECK CMD wget -q --retry-connrefused -O /dev/null http://localhost/ || exit 1
                        """,
                        "2: «--retry-connrefused» error: wget is busybox's in Alpine 3.22 and has no option --retry-connrefused: HEALTHCHECK fails, and the container is never healthy"),
                rule.catches(
                        "in ENTRYPOINT",
                        """
                        FROM alpine:3.22
                        ENTRYPOINT ["timeout", "--signal=KILL", "10", "/app"]
                        """,
                        "2: «--signal=KILL» error: timeout is busybox's in Alpine 3.22 and has no option --signal: ENTRYPOINT fails, and the container with it"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("GNU grep", """
                        FROM alpine:3.22
                        RUN apk add --no-cache grep && grep -P x /etc/passwd
                        """),
                rule.leaves("a package that may bring it", """
                        FROM alpine:3.22
                        RUN apk add --no-cache some-rare-package && grep -P x /etc/passwd
                        """),
                rule.leaves("a package that brings tar", """
                        FROM alpine:3.22
                        RUN apk add --no-cache dpkg && tar --wildcards -xf /a.tar
                        """),
                rule.leaves("an image that has coreutils", """
                        FROM eclipse-temurin:21-jre-alpine-3.22
                        RUN date -d '1 day ago' && cp --preserve=mode /a /b && timeout --signal=KILL 1 true
                        """),
                rule.leaves("an image of which not all packages are known", """
                        FROM nginx:1.27-alpine
                        RUN grep -P x /etc/passwd
                        """),
                rule.leaves("no Alpine", """
                        FROM debian:12
                        RUN grep -P x /etc/passwd; adduser app
                        """),
                rule.leaves("a release that nobody measured", """
                        FROM alpine:edge
                        RUN grep -P x /etc/passwd
                        """),
                rule.leaves("a program of its own", """
                        FROM alpine:3.22
                        COPY grep /usr/local/bin/grep
                        RUN grep -P x /etc/passwd
                        """),
                rule.leaves("another PATH", """
                        FROM alpine:3.22
                        RUN export PATH=/opt/bin:$PATH; grep -P x /etc/passwd
                        """),
                rule.leaves("the value of an option", """
                        FROM alpine:3.22
                        RUN grep -e -P /etc/passwd; head -n 1 /etc/passwd; find / -name -printf
                        """),
                rule.leaves("behind the end of the options", """
                        FROM alpine:3.22
                        RUN grep -- -P /etc/passwd
                        """),
                rule.leaves("behind a word that may be an option", """
                        FROM alpine:3.22
                        ARG OPTION
                        RUN grep $OPTION -P /etc/passwd
                        """),
                rule.leaves("options of another command", """
                        FROM alpine:3.22
                        RUN timeout 5 du -d 1 / && env A=b cut -d: -f1 /etc/passwd && find / -exec stat -c %n -printf {} +
                        """),
                rule.leaves("busybox has them", """
                        FROM alpine:3.22
                        RUN wget -q --tries=3 --spider http://x/ && sed --in-place s/a/b/ /f && cp --parents a /b \\
                            && tar xzf a.tgz --strip-components=1 && sha256sum -c sums && chown --recursive app /app \\
                            && ps aux && date -d '2020-01-01 00:00:00' && date -d @0 && xargs -r -n1 echo
                        """),
                rule.leaves("long options of adduser from 3.8 on", """
                        FROM alpine:3.9
                        RUN addgroup --system --gid 998 app && adduser --system --uid 998 --ingroup app app \\
                            && adduser --disabled-password --gecos '' other
                        """),
                rule.leaves("adduser without a password", """
                        FROM alpine:3.22
                        RUN adduser -D app && adduser -S svc && adduser -DH other && adduser app wheel
                        """),
                rule.leaves("adduser that reads the password", """
                        FROM alpine:3.22
                        RUN printf 'secret\\nsecret\\n' | adduser app
                        """),
                rule.leaves("its failure is asked for", """
                        FROM alpine:3.22
                        RUN if echo x | grep -P x; then echo perl; fi; date -d yesterday || date
                        """),
                rule.leaves("what changed between the measured releases", """
                        FROM alpine:3.10
                        RUN grep --color root /etc/passwd; timeout 10 true
                        """),
                rule.leaves("a format for the day", """
                        FROM alpine:3.22
                        RUN date -D '%b %d %Y' -d 'Jan 02 2006'
                        """),
                rule.leaves("a day from outside", """
                        FROM alpine:3.22
                        ARG CREATED
                        RUN date -d "$CREATED"
                        """),
                rule.leaves("values that only the rest of a word may be", """
                        FROM alpine:3.22
                        RUN wget -nv -nc -np -nd -nH https://example.org/a
                        RUN sed -i.us s/a/b/ /etc/motd && sed -ibackupz -e s/b/c/ /etc/motd
                        RUN echo a | xargs -i{}d echo {}d | xargs -eEOL echo
                        """),
                rule.leaves("a HEALTHCHECK that falls back", """
                        FROM alpine:3.22
                        HEALTHCHECK CMD wget --https-only http://localhost/ || wget -q http://localhost/ || exit 1
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                rule.helps("another spelling and the package", """
                        FROM alpine:3.22
                        RUN rm --recursive /a
                        """, "write rm -r, or apk add --no-cache coreutils"),
                rule.helps("the package alone", """
                        FROM alpine:3.22
                        RUN tar --wildcards -xf /a.tar
                        """, "apk add --no-cache tar"),
                rule.helps("there is no package", """
                        FROM alpine:3.22
                        RUN adduser -m app; addgroup -r app
                        """, "leave it out", "write addgroup -S"),
                rule.helps(
                        "no password",
                        """
                        FROM alpine:3.22
                        RUN adduser app
                        """,
                        "write adduser -D app for a user without a password, adduser -S app for a system user"));
    }
}
