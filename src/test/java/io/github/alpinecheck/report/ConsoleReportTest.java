package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private final ConsoleReport console = new ConsoleReport(Palette.PLAIN, Locale.ENGLISH, "");

    @Test
    void theSpanIsUnderlined() {
        assertThat(frame("FROM alpine\nRUN apk «update»\n")).isEqualTo("""
                warning[someRule]: something is wrong
                 --> docker/Dockerfile:2:9
                  |
                2 | RUN apk update
                  |         ^^^^^^
                  = help: do something else""");
    }

    @Test
    void aPathSaysWhichModuleItIsIn() {
        String frame =
                new ConsoleReport(Palette.PLAIN, Locale.ENGLISH, "services/web/").frame(finding("FROM «alpine»"));
        assertThat(frame).contains("--> services/web/docker/Dockerfile:1:6");
    }

    @Test
    void otherPlacesFollowTheSource() {
        Finding finding = finding("FROM «alpine»").withRelated(List.of(new Related("pom.xml", 7, "it is\u001B here")));
        assertThat(new ConsoleReport(Palette.PLAIN, Locale.ENGLISH, "web/").frame(finding))
                .containsSubsequence("  | ", "^^^^^^", " ::: web/pom.xml:7: it is\uFFFD here", "  = help");
    }

    @Test
    void tabsAndWideCharactersKeepTheCaretsInPlace() {
        assertThat(frame("RUN\techo 你好\t«世界» e\u0301«»x")).contains("""
                1 | RUN echo 你好   世界 e\u0301x
                  |                 ^^^^
                """);
    }

    @Test
    void anEmptySpanIsOneCaret() {
        assertThat(frame("FROM «»")).contains("""
                1 | FROM
                  |      ^
                """);
    }

    @Test
    void aSpanOfSeveralLinesIsUnderlinedOnEachOfThem() {
        assertThat(frame("FROM alpine\nRUN «apk update && \\\n\n    apk add curl» && \\\n    true\n"))
                .contains("""
                2 | RUN apk update && \\
                  |     ^^^^^^^^^^^^^^^
                3 |
                4 |     apk add curl && \\
                  |     ^^^^^^^^^^^^
                  = help""");
    }

    @Test
    void ofManyLinesTheFirstAreShown() {
        assertThat(frame("«RUN 1\n2\n3\n4\n5\n6»\n")).contains("""
                4 | 4
                  | ^
                  | …
                  = help""").doesNotContain("5 |");
    }

    @Test
    void theGutterIsAsWideAsTheNumbers() {
        assertThat(frame("#\n".repeat(8) + "«RUN \\\n  true»")).contains("""
                  --> docker/Dockerfile:9:1
                   |
                 9 | RUN \\
                   | ^^^^^
                10 |   true
                   |   ^^^^
                   = help""");
    }

    @Test
    void ofALongLineTheSurroundingsOfTheSpanAreShown() {
        List<String> lines = frame("RUN " + "a".repeat(500) + " «apk» " + "b".repeat(500))
                .lines()
                .toList();
        assertThat(lines.get(3)).isEqualTo("1 | …" + "a".repeat(28) + " apk " + "b".repeat(85) + "…");
        assertThat(lines.get(4)).isEqualTo("  | " + " ".repeat(30) + "^^^");
    }

    @Test
    void aTerminalHasNothingToObey() {
        assertThat(frame("RUN echo \u001B[31m «red»")).doesNotContain("\u001B").contains("RUN echo \uFFFD[31m red");
    }

    @Test
    void aFileThatCouldNotBeReadHasNoLines() {
        assertThat(frame("«»")).isEqualTo("""
                warning[someRule]: something is wrong
                 --> docker/Dockerfile:1:1
                  = help: do something else""");
    }

    @Test
    void theSummaryCounts() {
        Finding finding = finding("«FROM»");
        Report report =
                new Report(List.of(new Report.CheckedFile(finding.source(), List.of())), List.of(finding, finding), 3);
        assertThat(console.summary(report))
                .isEqualTo("Dockerfiles: 1. Errors: 0, warnings: 2, infos: 0, suppressed: 3.");
        assertThat(new ConsoleReport(Palette.PLAIN, Locale.SIMPLIFIED_CHINESE, "").summary(report))
                .isEqualTo("Dockerfile：1 个。错误：0，警告：2，提示：0，已忽略：3。");
    }

    private String frame(String marked) {
        return console.frame(finding(marked)).replace(System.lineSeparator(), "\n");
    }

    /** The span stands between the first guillemets; further ones are dropped. */
    private static Finding finding(String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        SourceText source = SourceText.of("docker/Dockerfile", marked.replaceAll("[«»]", ""));
        return new Finding(
                "someRule",
                Severity.WARNING,
                source,
                new Span(start, end),
                OptionalInt.empty(),
                Message.of("something is wrong", "do something else"),
                Optional.empty());
    }
}
