package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import io.github.alpinecheck.text.TextEdit;
import java.time.Duration;
import java.util.Collections;
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
                1 | FROM alpine
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
                5 |     true
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
                 7 | #
                 8 | #
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
        Report report = new Report(
                List.of(new Report.CheckedFile(finding.source(), List.of())),
                List.of(finding, finding),
                Collections.nCopies(
                        3, new Report.SuppressedFinding(finding, finding.source(), finding.span(), Optional.empty())),
                List.of());
        assertThat(console.summary(report, Duration.ofMillis(1234)))
                .containsExactly(
                        "Dockerfiles: 1. Errors: 0, warnings: 2, infos: 0, suppressed: 3. Time: 1.2 s.",
                        "By rule: someRule 2.");
        assertThat(new ConsoleReport(Palette.PLAIN, Locale.SIMPLIFIED_CHINESE, "")
                        .summary(report, Duration.ofMillis(1234)))
                .containsExactly("Dockerfile：1 个。错误：0，警告：2，提示：0，已忽略：3。 用时：1.2 秒。", "各规则：someRule 2。");
    }

    @Test
    void theSummarySaysWhatCouldNotBeJudged() {
        List<Report.CheckedStage> stages = List.of(
                stage(0, Optional.of("build"), "alpine:3.22", Optional.of("3.22"), Libc.MUSL),
                stage(1, Optional.empty(), "debian:12", Optional.empty(), Libc.GLIBC),
                stage(2, Optional.of("own"), "registry.acme.com/base:1", Optional.empty(), Libc.UNKNOWN),
                stage(3, Optional.empty(), "own", Optional.empty(), Libc.UNKNOWN),
                stage(4, Optional.empty(), "maven:…-alpine", Optional.empty(), Libc.MUSL));
        Report report = new Report(
                List.of(new Report.CheckedFile(SourceText.of("Dockerfile", ""), stages)),
                List.of(),
                List.of(),
                List.of());
        assertThat(console.summary(report, Duration.ZERO))
                .containsExactly(
                        "Dockerfiles: 1. Errors: 0, warnings: 0, infos: 0, suppressed: 0. Time: 0.0 s.",
                        "Hardly judged, as nobody knows what is in the base image: registry.acme.com/base:1. Tell with"
                                + " <baseImages>.",
                        "Hardly judged, as FROM has a variable without a value: Dockerfile (FROM maven:…-alpine). Tell"
                                + " with <buildArgs>.");
    }

    private static Report.CheckedStage stage(
            int index, Optional<String> name, String base, Optional<String> alpine, Libc libc) {
        return new Report.CheckedStage(index, name, base, alpine, libc);
    }

    @Test
    void linesAroundTheSpanAreShownUnlessTheyAreBlankAtTheEdge() {
        assertThat(frame("# 1\n\n# 3\nRUN «x»\n\n# 6\n# 7\n")).contains("""
                  |
                3 | # 3
                4 | RUN x
                  |     ^
                5 |
                6 | # 6
                  = help""");
    }

    @Test
    void aFixIsASmallDiff() {
        Finding finding = finding("FROM alpine\nRUN «apk add»\tcurl \\\n    git\n");
        assertThat(frame(with(
                        finding, true, edit(finding, "apk add", "apk add --no-cache"), edit(finding, "git", "jq"))))
                .endsWith("""
                  = help: do something else
                  = fix:
                2 - RUN apk add curl \\
                  + RUN apk add --no-cache  curl \\
                3 -     git
                  +     jq""");
        assertThat(frame(with(finding, false, edit(finding, "RUN apk add\tcurl \\\n    git\n", ""))))
                .endsWith("""
                  = fix, which may change more of the image than this:
                2 - RUN apk add curl \\
                3 -     git""");
    }

    @Test
    void aRuleOfOursHasItsPage() {
        Finding finding = finding("FROM «alpine»");
        Finding ours = new Finding(
                "pinnedBaseImage",
                Severity.WARNING,
                finding.source(),
                finding.span(),
                OptionalInt.empty(),
                Message.of("x"),
                Optional.empty());
        assertThat(frame(ours))
                .endsWith("= docs: https://alpinecheck.github.io/alpine-check-maven-plugin/rules/pinnedBaseImage.html");
        assertThat(frame("FROM «alpine»")).doesNotContain("docs");
    }

    @Test
    void afterThreeFindingsOfARuleTheOthersAreNamed() {
        Finding finding = finding("FROM «alpine»");
        assertThat(console.entries(Collections.nCopies(4, finding), "target/report.json"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.text()).contains("FROM alpine"));
        List<ConsoleReport.Entry> entries = new ConsoleReport(Palette.PLAIN, Locale.ENGLISH, "web/")
                .entries(Collections.nCopies(15, finding), "target/report.json");
        assertThat(entries).hasSize(4);
        assertThat(entries.get(3).severity()).isEqualTo(Severity.WARNING);
        assertThat(entries.get(3).text())
                .isEqualTo("warning[someRule]: and 12 more of someRule in " + "web/docker/Dockerfile:1:6, ".repeat(10)
                        + "and 2 others; all are in web/target/report.json");
    }

    private static TextEdit edit(Finding finding, String old, String replacement) {
        int start = finding.source().content().indexOf(old);
        return new TextEdit(new Span(start, start + old.length()), replacement);
    }

    private static Finding with(Finding finding, boolean safe, TextEdit... edits) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.source(),
                finding.span(),
                finding.stage(),
                finding.message(),
                Optional.of(new Fix(List.of(edits), safe)));
    }

    private String frame(Finding finding) {
        return console.frame(finding).replace(System.lineSeparator(), "\n");
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
