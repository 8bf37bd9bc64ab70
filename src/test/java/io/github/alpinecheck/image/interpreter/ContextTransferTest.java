package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What COPY and ADD make of a build context that has {@code run.sh} (executable), {@code plain.sh} (not), {@code notes}
 * and {@code rootfs/etc/timezone}. In the tables {@code ¶} is a line feed.
 */
class ContextTransferTest {

    private static final MemoryContext CONTEXT = MemoryContext.EMPTY
            .file("run.sh", "#!/bin/bash\n", Presence.PRESENT)
            .file("plain.sh", "#!/bin/sh\n", Presence.ABSENT)
            .file("notes", "n\n", Presence.ABSENT)
            .file("rootfs/etc/timezone", "Asia/Shanghai\n", Presence.ABSENT);

    private static ImageState image(String instructions) {
        String dockerfile = "FROM alpine:3.22\n" + instructions.replace('¶', '\n') + "\n";
        return Interpreter.interpret(
                        Dockerfile.parse(SourceText.of("Dockerfile", dockerfile)),
                        BuildOptions.on(LocalDate.of(2026, 11, 23)),
                        CONTEXT)
                .result()
                .orElseThrow()
                .result();
    }

    /** {@code absent}, {@code unknown}, {@code directory}, or the first line of a file with {@code +x}, {@code -x} or {@code ?x}. */
    private static String show(FileNode node) {
        if (node instanceof FileNode.Regular file) {
            String mode = switch (file.executable()) {
                case PRESENT -> " +x";
                case ABSENT -> " -x";
                case UNKNOWN -> " ?x";
            };
            return file.content().toString().lines().findFirst().orElse("") + mode;
        }
        return node.equals(FileNode.ABSENT) ? "absent" : node instanceof FileNode.Directory ? "directory" : "unknown";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY run.sh /                             | /run.sh          | #!/bin/bash +x",
                "COPY run.sh /start                        | /start           | #!/bin/bash +x",
                "COPY ./run.sh /usr/local/bin              | /usr/local/bin/run.sh | #!/bin/bash +x",
                "COPY run.sh notes /opt/                   | /opt/notes       | n -x",
                "COPY [\"plain.sh\", \"/x.sh\"]            | /x.sh            | #!/bin/sh -x",
                "ADD plain.sh /x.sh                        | /x.sh            | #!/bin/sh -x",
                "COPY later.sh /                           | /later.sh        | … ?x",
                "COPY later /opt/x                         | /opt/x           | unknown",
                // modes
                "COPY --chmod=755 plain.sh /               | /plain.sh        | #!/bin/sh +x",
                "COPY --chmod=0644 run.sh /                | /run.sh          | #!/bin/bash -x",
                "COPY --chmod=u+x plain.sh /               | /plain.sh        | #!/bin/sh +x",
                "ARG M¶COPY --chmod=$M plain.sh /          | /plain.sh        | #!/bin/sh ?x",
                "COPY plain.sh /¶RUN chmod +x /plain.sh    | /plain.sh        | #!/bin/sh +x",
                "COPY plain.sh /¶RUN chmod 750 /*.sh       | /plain.sh        | #!/bin/sh ?x",
                "COPY run.sh /¶RUN chmod -x /run.sh        | /run.sh          | #!/bin/bash -x",
                "COPY run.sh /¶RUN chmod o-x /run.sh       | /run.sh          | #!/bin/bash ?x",
                "COPY run.sh /¶RUN chmod g+w /run.sh       | /run.sh          | #!/bin/bash +x",
                "COPY plain.sh /opt/a/¶RUN chmod -R a+rx /opt | /opt/a/plain.sh | #!/bin/sh +x",
                "COPY plain.sh /opt/a/¶RUN chmod a+rx /opt | /opt/a/plain.sh  | #!/bin/sh -x",
                "COPY plain.sh /¶RUN cp /plain.sh /tmp/p   | /tmp/p           | unknown",
                "RUN rm -rf /w && mkdir /w¶WORKDIR /w¶COPY plain.sh .¶RUN cp plain.sh p | /w/p          | #!/bin/sh -x",
                "RUN rm -rf /w && mkdir /w¶WORKDIR /w¶COPY run.sh .¶RUN mv run.sh p  | /w/p             | #!/bin/bash +x",
                "COPY run.sh /¶RUN sed -i s/bash/sh/ /run.sh | /run.sh        | #!/bin/sh +x",
                "COPY run.sh /¶RUN echo x >> /run.sh       | /run.sh          | #!/bin/bash +x",
                "RUN rm -rf /w && mkdir /w¶WORKDIR /w¶RUN echo x > y                 | /w/y             | x -x",
                "ADD https://example.org/wait.sh /         | /wait.sh         | … -x",
                "ADD --chmod=755 https://example.org/a.sh / | /a.sh           | … +x",
                // patterns
                "COPY *.sh /opt/                           | /opt/plain.sh    | #!/bin/sh -x",
                "COPY ru?.sh /opt/                         | /opt/run.sh      | #!/bin/bash +x",
                "COPY *.sh /opt/                           | /opt/notes       | unknown",
                "COPY */etc/timezone /etc/                 | /etc/timezone    | Asia/Shanghai -x",
                "WORKDIR /w¶COPY *.sh .                    | /w/later.sh      | unknown",
                // directories
                "COPY . .                                  | /run.sh          | #!/bin/bash +x",
                "COPY . .                                  | /etc/localtime   | absent",
                "COPY . /                                  | /etc/timezone    | absent",
                "COPY rootfs /                             | /etc/timezone    | Asia/Shanghai -x",
                "COPY rootfs/ /                            | /etc/localtime   | absent",
                "COPY * /                                  | /etc/timezone    | Asia/Shanghai -x",
                "WORKDIR /w¶COPY . .                       | /w/run.sh        | #!/bin/bash +x",
                "WORKDIR /w¶COPY . .                       | /w/later.sh      | unknown",
                "WORKDIR /w¶COPY . .                       | /w/rootfs/etc/x  | unknown",
                "WORKDIR /w¶COPY notes old¶COPY . .        | /w/old           | n -x",
                "COPY --chmod=755 . /                      | /plain.sh        | #!/bin/sh +x",
                "COPY --exclude=*.sh . /                   | /run.sh          | unknown",
                "COPY --exclude=*.sh . /                   | /notes           | n -x",
                "COPY --exclude=rootfs . /w/               | /w/rootfs/etc/timezone | unknown",
                "COPY --exclude=etc rootfs /               | /etc/timezone    | unknown",
                "ARG X¶COPY --exclude=$X . /               | /notes           | unknown",
                "COPY --parents run.sh /                   | /run.sh          | unknown",
                "COPY later /                              | /etc/timezone    | unknown",
            })
    void puts(String instructions, String path, String node) {
        assertThat(show(image(instructions).file(path))).isEqualTo(node);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY <<EOF /x¶#!/bin/sh¶EOF               | #!/bin/sh -x",
                "COPY --chmod=755 <<EOF /x¶#!/bin/sh¶EOF   | #!/bin/sh +x",
                "ENV S=bash¶COPY <<EOF /x¶#!/bin/$S¶EOF    | #!/bin/bash -x",
                "COPY <<'EOF' /x¶#!/bin/$S¶EOF             | #!/bin/$S -x",
                "ARG S¶COPY <<EOF /x¶#!/bin/$S¶EOF         | #!/bin/… -x",
            })
    void writesHereDocuments(String instructions, String node) {
        assertThat(show(image(instructions).file("/x"))).isEqualTo(node);
    }

    @Test
    void aFileKeepsItsModeOnTheWayFromAStage() {
        ImageState image =
                image("COPY run.sh plain.sh /opt/¶FROM alpine:3.22¶COPY --from=0 /opt/run.sh /opt/plain.sh /usr/bin/");
        assertThat(show(image.file("/usr/bin/run.sh"))).isEqualTo("#!/bin/bash +x");
        assertThat(show(image.file("/usr/bin/plain.sh"))).isEqualTo("#!/bin/sh -x");
    }
}
