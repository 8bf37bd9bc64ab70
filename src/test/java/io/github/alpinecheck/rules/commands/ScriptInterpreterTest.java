package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.interpreter.MemoryContext;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScriptInterpreterTest {

    private final RuleSpec rule = RuleSpec.of("scriptInterpreter")
            .in(MemoryContext.EMPTY
                    .file("bash.sh", "#!/bin/bash\nexec \"$@\"\n", Presence.PRESENT)
                    .file("env.sh", "#!/usr/bin/env bash\n", Presence.PRESENT)
                    .file("crlf.sh", "#!/bin/sh\r\nexec java\r\n", Presence.PRESENT)
                    .file("plain.sh", "#!/bin/sh\nexec java\n", Presence.ABSENT)
                    .file("good.sh", "#!/bin/sh -e\nexec java\n", Presence.PRESENT)
                    .file("windows.sh", "#!/bin/bash\n")
                    .file("python", "#! /usr/bin/python3\n", Presence.PRESENT)
                    .file("mixed.sh", "#!/bin/sh\necho a\r\n", Presence.PRESENT)
                    .file("docker/app/start", "#!/bin/bash\n", Presence.PRESENT));

    @TestFactory
    List<DynamicTest> catchesMissingInterpreters() {
        return List.of(
                rule.catches(
                        "bash in ENTRYPOINT",
                        """
                        FROM eclipse-temurin:21-jre-alpine
                        COPY bash.sh /docker-entrypoint.sh
                        ENTRYPOINT ["/docker-entrypoint.sh"]
                        """,
                        "3: «/docker-entrypoint.sh» error: /docker-entrypoint.sh begins with #!/bin/bash, and bash is not in the image (eclipse-temurin:21-jre-alpine), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "whose failure the container ends with",
                        """
                        FROM alpine:3.22
                        COPY bash.sh /
                        CMD /bash.sh || exit 1
                        """,
                        "3: «/bash.sh» error: /bash.sh begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "over the PATH",
                        """
                        FROM alpine:3.22
                        COPY bash.sh /usr/local/bin/start
                        CMD ["start"]
                        """,
                        "3: «start» error: /usr/local/bin/start begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "by env, in HEALTHCHECK",
                        """
                        FROM alpine:3.22
                        COPY --chmod=755 env.sh /opt/
                        HEALTHCHECK CMD /opt/env.sh || exit 1
                        """,
                        "3: «/opt/env.sh» error: /opt/env.sh begins with #!/usr/bin/env bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container is never healthy"),
                rule.catches(
                        "in RUN",
                        """
                        FROM alpine:3.22
                        COPY bash.sh /tmp/
                        RUN apk add --no-cache git && /tmp/bash.sh --all
                        """,
                        "3: «/tmp/bash.sh» error: /tmp/bash.sh begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the build stops here"),
                rule.catches(
                        "in RUN, where nobody asks",
                        """
                        FROM alpine:3.22
                        COPY bash.sh /tmp/
                        RUN /tmp/bash.sh; true
                        """,
                        "3: «/tmp/bash.sh» warning: /tmp/bash.sh begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the script of this RUN goes on"),
                rule.catches(
                        "of a directory, from the working directory",
                        """
                        FROM alpine:3.22
                        WORKDIR /opt/app
                        COPY docker/app .
                        ENTRYPOINT exec ./start
                        """,
                        "4: «./start» error: /opt/app/start begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "bash that is deleted again",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --virtual .build bash && apk del .build
                        COPY bash.sh /
                        CMD /bash.sh
                        """,
                        "4: «/bash.sh» error: /bash.sh begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "python",
                        """
                        FROM alpine:3.22
                        COPY python /usr/bin/report
                        ENTRYPOINT ["/usr/bin/report"]
                        """,
                        "3: «/usr/bin/report» error: /usr/bin/report begins with #! /usr/bin/python3, and python3 is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "of a here-document",
                        """
                        FROM alpine:3.22
                        COPY --chmod=755 <<EOF /start
                        #!/bin/bash
                        EOF
                        CMD ["/start"]
                        """,
                        "5: «/start» error: /start begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"),
                rule.catches(
                        "after a program that nobody can follow",
                        """
                        FROM alpine:3.22
                        RUN /opt/installer
                        RUN apk del bash
                        COPY bash.sh /entrypoint.sh
                        COPY --chmod=644 good.sh /usr/local/bin/docker-entrypoint.sh
                        CMD ["/entrypoint.sh"]
                        HEALTHCHECK CMD docker-entrypoint.sh
                        """,
                        "7: «docker-entrypoint.sh» error: /usr/local/bin/docker-entrypoint.sh is not executable, so that starting it gives \"Permission denied\": the container is never healthy"),
                rule.catches(
                        "of another stage",
                        """
                        FROM alpine:3.22 AS build
                        COPY bash.sh /out/start
                        FROM alpine:3.22
                        COPY --from=build /out/start /usr/bin/
                        CMD ["start"]
                        """,
                        "5: «start» error: /usr/bin/start begins with #!/bin/bash, and bash is not in the image (alpine:3.22), so that starting it gives \"not found\": the container fails"));
    }

    @TestFactory
    List<DynamicTest> catchesLineEndsAndModes() {
        return List.of(
                rule.catches(
                        "line ends of Windows",
                        """
                        FROM alpine:3.22
                        COPY crlf.sh /
                        ENTRYPOINT ["/crlf.sh"]
                        """,
                        "3: «/crlf.sh» error: the first line of /crlf.sh, #!/bin/sh, ends with a carriage return, which Linux takes for a part of the program's name, so that starting the script gives \"not found\": the container fails"),
                rule.catches(
                        "a mode without x",
                        """
                        FROM alpine:3.22
                        COPY plain.sh /
                        CMD ["/plain.sh"]
                        """,
                        "3: «/plain.sh» error: /plain.sh is not executable, so that starting it gives \"Permission denied\": the container fails"),
                rule.catches(
                        "a mode without x, given",
                        """
                        FROM alpine:3.22
                        COPY --chmod=644 good.sh /
                        RUN /good.sh
                        """,
                        "3: «/good.sh» error: /good.sh is not executable, so that starting it gives \"Permission denied\": the build stops here"),
                rule.catches(
                        "what ADD downloads",
                        """
                        FROM alpine:3.22
                        ADD https://example.org/wait.sh /wait.sh
                        RUN /wait.sh db
                        """,
                        "3: «/wait.sh» error: /wait.sh is not executable, so that starting it gives \"Permission denied\": the build stops here"),
                rule.catches(
                        "a here-document",
                        """
                        FROM alpine:3.22
                        COPY <<EOF /start
                        #!/bin/sh
                        EOF
                        ENTRYPOINT ["/start"]
                        """,
                        "5: «/start» error: /start is not executable, so that starting it gives \"Permission denied\": the container fails"),
                rule.helps(
                        "with what to write instead",
                        """
                        FROM alpine:3.22
                        COPY *.sh /
                        RUN /bash.sh
                        FROM alpine:3.22
                        COPY *.sh /
                        RUN /crlf.sh
                        FROM alpine:3.22
                        COPY *.sh /
                        RUN /plain.sh
                        """,
                        "apk add --no-cache bash, or write bash.sh for #!/bin/sh",
                        "write it with the line ends of Linux: *.sh text eol=lf in .gitattributes",
                        "COPY --chmod=755, or git update-index --chmod=+x for the file in the project"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                rule.leaves("a good script", """
                        FROM alpine:3.22
                        COPY good.sh /
                        ENTRYPOINT ["/good.sh"]
                        """),
                rule.leaves("bash is installed, also later", """
                        FROM alpine:3.22
                        COPY bash.sh env.sh /
                        ENTRYPOINT ["/bash.sh"]
                        HEALTHCHECK CMD /env.sh
                        RUN apk add --no-cache bash && /bash.sh
                        """),
                rule.leaves("an image that has bash", """
                        FROM maven:3.9-eclipse-temurin-21-alpine
                        COPY bash.sh /
                        ENTRYPOINT ["/bash.sh"]
                        """),
                rule.leaves("an image that is no Alpine", """
                        FROM eclipse-temurin:21-jre
                        COPY bash.sh plain.sh /
                        RUN /plain.sh
                        ENTRYPOINT ["/bash.sh"]
                        """),
                rule.leaves("a link for bash", """
                        FROM alpine:3.22
                        RUN ln -s /bin/busybox /bin/bash
                        COPY bash.sh /
                        ENTRYPOINT ["/bash.sh"]
                        """),
                rule.leaves("started by a shell that reads no first line", """
                        FROM alpine:3.22
                        COPY *.sh /
                        RUN sh /plain.sh && ash /bash.sh && . /crlf.sh
                        ENTRYPOINT ["sh", "/bash.sh"]
                        """),
                rule.leaves("made executable later", """
                        FROM alpine:3.22
                        COPY plain.sh /
                        CMD ["/plain.sh"]
                        RUN chmod +x /plain.sh
                        """),
                rule.leaves("made executable by a pattern, or below a directory", """
                        FROM alpine:3.22
                        COPY plain.sh /opt/bin/
                        COPY plain.sh /srv/bin/
                        RUN chmod 755 /opt/bin/*.sh && chmod -R +x /srv
                        RUN /opt/bin/plain.sh && /srv/bin/plain.sh
                        """),
                rule.leaves("made executable by what nobody knows", """
                        FROM alpine:3.22
                        COPY plain.sh /
                        RUN find / -name '*.sh' -exec chmod +x {} +
                        CMD ["/plain.sh"]
                        """),
                rule.leaves("a file system without modes", """
                        FROM eclipse-temurin:21-jre-alpine
                        RUN apk add --no-cache bash
                        COPY windows.sh /
                        ENTRYPOINT ["/windows.sh"]
                        """),
                rule.leaves("line ends that are mended", """
                        FROM alpine:3.22
                        COPY crlf.sh /a.sh
                        COPY crlf.sh /b.sh
                        COPY crlf.sh /c.sh
                        RUN sed -i 's/\\r$//' /a.sh && dos2unix /b.sh && sed -i -e 's/\\r//g' /c.sh && /c.sh
                        RUN /a.sh && /b.sh
                        """),
                rule.leaves("line ends behind the first line", """
                        FROM alpine:3.22
                        COPY mixed.sh /
                        CMD ["/mixed.sh"]
                        """),
                rule.leaves("the first line replaced", """
                        FROM alpine:3.22
                        COPY bash.sh /
                        RUN sed -i '1s/bash/sh/' /bash.sh
                        CMD ["/bash.sh"]
                        """),
                rule.leaves("a container that goes on without it", """
                        FROM alpine:3.22
                        COPY bash.sh /
                        HEALTHCHECK CMD /bash.sh || wget -q http://localhost/
                        CMD /bash.sh; exec sleep 100
                        """),
                rule.leaves("a base for other images", """
                        FROM alpine:3.22
                        COPY bash.sh /
                        ONBUILD RUN apk add --no-cache bash
                        ENTRYPOINT ["/bash.sh"]
                        """),
                rule.leaves("a script that is not there yet", """
                        FROM alpine:3.22
                        COPY later.sh target/start.sh /
                        ENTRYPOINT ["/later.sh"]
                        HEALTHCHECK CMD /start.sh
                        """),
                rule.leaves("asked for its status, or not reached for certain", """
                        FROM alpine:3.22
                        ARG X
                        COPY bash.sh /
                        RUN if /bash.sh; then echo; fi
                        RUN if test -n "$X"; then /bash.sh; fi
                        """),
                rule.leaves("a stage that gets its scripts elsewhere", """
                        FROM alpine:3.22 AS files
                        COPY bash.sh plain.sh /
                        FROM debian:12
                        COPY --from=files /bash.sh /plain.sh /
                        CMD ["/bash.sh"]
                        """),
                rule.leaves("overwritten by something unknown", """
                        FROM alpine:3.22
                        COPY bash.sh /start
                        RUN wget -O /start https://example.org/start
                        CMD ["/start"]
                        """),
                rule.leaves("another PATH", """
                        FROM alpine:3.22
                        ARG P
                        ENV PATH=$P:$PATH
                        COPY bash.sh /usr/local/bin/start
                        CMD ["start"]
                        """));
    }
}
