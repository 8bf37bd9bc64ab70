package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    private Path directory;

    @Test
    void jsonHasEveryNameAlways() throws Exception {
        SourceText source = SourceText.of("docker/Dockerfile", "FROM alpine:3.22 AS app\nRUN \"你好\" x\n");
        Report report = new Report(
                List.of(new Report.CheckedFile(
                        source,
                        List.of(
                                new Report.CheckedStage(
                                        0, Optional.of("app"), "alpine:3.22", Optional.of("3.22"), Libc.MUSL),
                                new Report.CheckedStage(1, Optional.empty(), "$X", Optional.empty(), Libc.UNKNOWN)))),
                List.of(
                        finding(source, new Span(5, 16), OptionalInt.of(0), Message.of("it is \"so\"", "do <that>")),
                        finding(source, new Span(28, 34), OptionalInt.empty(), Message.of("it is so"))),
                List.of(),
                List.of());
        assertThat(write(report)).isEqualTo("""
                {
                  "version": 1,
                  "tool": {
                    "name": "alpine-check-maven-plugin",
                    "version": "1.0.0"
                  },
                  "dockerfiles": [
                    {
                      "path": "docker/Dockerfile",
                      "stages": [
                        {
                          "index": 0,
                          "name": "app",
                          "base": "alpine:3.22",
                          "alpine": "3.22",
                          "libc": "musl"
                        },
                        {
                          "index": 1,
                          "name": null,
                          "base": "$X",
                          "alpine": null,
                          "libc": "unknown"
                        }
                      ]
                    }
                  ],
                  "findings": [
                    {
                      "rule": "someRule",
                      "severity": "error",
                      "path": "docker/Dockerfile",
                      "line": 1,
                      "column": 6,
                      "endLine": 1,
                      "endColumn": 17,
                      "stage": 0,
                      "message": "it is \\"so\\"",
                      "help": "do <that>",
                      "docs": null,
                      "fix": null
                    },
                    {
                      "rule": "someRule",
                      "severity": "error",
                      "path": "docker/Dockerfile",
                      "line": 2,
                      "column": 5,
                      "endLine": 2,
                      "endColumn": 11,
                      "stage": null,
                      "message": "it is so",
                      "help": null,
                      "docs": null,
                      "fix": null
                    }
                  ],
                  "suppressed": [],
                  "summary": {
                    "error": 2,
                    "warning": 0,
                    "info": 0,
                    "suppressed": 0
                  }
                }
                """);
    }

    @Test
    void anOldReportIsReplacedAndNothingElseIsLeft() throws Exception {
        Files.writeString(directory.resolve("report.json"), "old");
        assertThat(write(new Report(List.of(), List.of(), List.of(), List.of())))
                .startsWith("{");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("report.json"));
        }
    }

    private String write(Report report) throws Exception {
        new ReportFiles(directory, SampleReport.header(Locale.ENGLISH)).write(report, List.of(Format.JSON));
        return Files.readString(directory.resolve("report.json"));
    }

    private static Finding finding(SourceText source, Span span, OptionalInt stage, Message message) {
        return new Finding("someRule", Severity.ERROR, source, span, stage, message, Optional.empty());
    }
}
