package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    private static final Set<String> KNOWN =
            Set.of("noEcho", "asleep", "broken", "dockerfileSyntax", "unusedSuppression");

    private final List<ConfiguredRule> rules = new ArrayList<>(List.of(
            new ConfiguredRule(new NoEcho(), Optional.empty()),
            new ConfiguredRule(new DockerfileSyntax(), Optional.empty()),
            new ConfiguredRule(new UnusedSuppression(), Optional.empty())));

    @TempDir
    private Path project;

    @Test
    void findingsHaveTheirPlaceAndTheirStage() throws Exception {
        assertThat(check("""
                ARG x=echo
                FROM alpine AS one
                RUN echo 1
                FROM one
                RUN echo 2 && echo 3
                """))
                .containsExactly(
                        "1:7 - warning noEcho",
                        "3:5 0 warning noEcho",
                        "5:5 1 warning noEcho",
                        "5:15 1 warning noEcho");
    }

    @Test
    void theLevelOfThePomHolds() throws Exception {
        rules.set(0, new ConfiguredRule(new NoEcho(), Optional.of(Severity.INFO)));
        assertThat(check("FROM alpine\nRUN echo 1\n")).containsExactly("2:5 0 info noEcho");
    }

    @Test
    void aFindingThatIsReportedTwiceIsToldOnce() throws Exception {
        rules.add(new ConfiguredRule(new NoEcho(), Optional.empty()));
        assertThat(check("FROM alpine\nRUN echo 1\n")).containsExactly("2:5 0 warning noEcho");
    }

    @Test
    void aCommentAboveAnInstructionHoldsForItAlone() throws Exception {
        Report report = run("""
                FROM alpine
                # alpine-check ignore=noEcho it greets
                RUN echo 1 && \\
                    echo 2
                RUN echo 3
                """);
        assertThat(texts(report)).containsExactly("5:5 0 warning noEcho");
        assertThat(report.suppressed()).hasSize(2).allSatisfy(suppressed -> {
            assertThat(suppressed.dockerfile().text(suppressed.comment())).isEqualTo("noEcho");
            assertThat(suppressed.reason()).contains("it greets");
        });
    }

    @Test
    void aCommentInsideAnInstructionHoldsForAllOfIt() throws Exception {
        assertThat(check("""
                FROM alpine
                RUN echo 1 && \\
                    # alpine-check ignore=noEcho
                    echo 2
                RUN echo 3
                """)).containsExactly("5:5 0 warning noEcho");
    }

    @Test
    void otherCommentsAndBlankLinesMayStandInBetween() throws Exception {
        assertThat(check("""
                FROM alpine
                # alpine-check ignore=noEcho

                # says hello
                RUN echo 1
                """)).isEmpty();
    }

    @Test
    void aCommentAtTheTopHoldsForTheFile() throws Exception {
        assertThat(check("""
                # syntax=docker/dockerfile:1
                # alpine-check ignore=noEcho
                # more about the file

                FROM alpine
                RUN echo 1
                RUN echo 2
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# alpine-check ignore=noEcho           | 2:23 unused",
                "# alpine-check ignore=asleep,noEcho    | 2:30 unused",
                "# alpine-check ignore=asleep, noEcho   | 2:31 unused",
                "# alpine-check ignore=asleep           | ",
                "# alpine-check ignore=noEko            | 2:23 did you mean noEcho?",
                "# alpine-check ignore=somethingElse    | 2:23 there is no rule somethingElse",
                "# alpine-check ignores nothing         | ",
                "# alpine-checkignore=noEko             | ",
                "# alpine-check ignore=unusedSuppression,noEcho    | ",
            })
    void aSuppressionThatSuppressesNothingIsTold(String comment, String told) throws Exception {
        Report report = run("FROM alpine\n" + comment + "\nRUN true\n");
        String expected = told == null ? "" : told.replace("unused", "noEcho finds nothing here");
        assertThat(report.findings()).hasSize(told == null ? 0 : 1).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("unusedSuppression");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            Position at = finding.source().position(finding.span().start());
            assertThat(at.line() + ":" + at.column() + " " + finding.message().text() + " "
                            + finding.message().help().orElse(""))
                    .startsWith(expected.substring(0, 4))
                    .contains(expected.substring(5));
        });
    }

    @Test
    void whatIsNoDockerfileIsAFindingOfThatFile() throws Exception {
        Files.createDirectory(project.resolve("directory"));
        Files.write(project.resolve("binary"), new byte[] {'F', 'R', 'O', 'M', 0});
        Files.write(project.resolve("large"), new byte[SourceReader.MAX_BYTES + 1]);
        write("good", "FROM alpine\nRUN echo 1\n");
        write("unknown", "FROM alpine\nRUNN true\n");
        Report report = engine().run(List.of(
                input("unknown"),
                input("missing"),
                input("large"),
                input("good"),
                input("directory"),
                input("binary")));
        assertThat(report.dockerfiles())
                .extracting(file -> file.source().name())
                .isSorted()
                .hasSize(6);
        assertThat(report.findings())
                .extracting(finding -> finding.source().name() + " "
                        + finding.severity().id() + " " + finding.message().text())
                .containsExactly(
                        "binary warning is no text, it has NUL bytes: not checked",
                        "directory warning is a directory, not a Dockerfile: not checked",
                        "good warning echo is used",
                        "large warning has more than 10 MB: not checked",
                        "missing warning there is no such file: not checked",
                        "unknown error there is no instruction RUNN");
    }

    @Test
    void whyAFileCannotBeReadIsToldWithoutThePathsOfThisMachine() throws Exception {
        Files.createSymbolicLink(project.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(project.resolve("b"), Path.of("a"));
        assertThat(engine().run(List.of(input("a"))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().text())
                        .startsWith("cannot be read: ")
                        .doesNotContain(project.toString()));
    }

    @Test
    void whatIsWrongWithAnotherFileIsToldWithItsPlace() throws Exception {
        rules.set(0, new ConfiguredRule(new OfAnotherFile(), Optional.empty()));
        write("one", "FROM alpine\n");
        write("two", "FROM alpine\n# alpine-check ignore=ofAnotherFile of this instruction only\nRUN true\n");
        assertThat(engine().run(List.of(input("one"), input("two"))).findings())
                .filteredOn(finding -> finding.rule().equals("ofAnotherFile"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.source().name() + " " + text(finding))
                        .isEqualTo("k8s/app.yaml 2:1 - warning ofAnotherFile"));
    }

    @Test
    void aSuppressionForTheWholeFileHoldsForOtherFilesToo() throws Exception {
        rules.set(0, new ConfiguredRule(new OfAnotherFile(), Optional.empty()));
        assertThat(check("# alpine-check ignore=ofAnotherFile we know\nFROM alpine\n"))
                .isEmpty();
    }

    @Test
    void aRuleThatFailsTakesNothingFromTheOthers() throws Exception {
        rules.add(0, new ConfiguredRule(new Broken(), Optional.of(Severity.ERROR)));
        Report report = run("FROM alpine\nRUN echo 1\n");
        assertThat(texts(report)).containsExactly("1:1 - warning broken", "2:5 0 warning noEcho");
        Message message = report.findings().get(0).message();
        assertThat(message.text()).contains("IllegalArgumentException: what a pity");
        assertThat(message.help().orElseThrow()).contains("EngineTest$Broken.check");
    }

    private List<String> check(String dockerfile) throws IOException {
        return texts(run(dockerfile));
    }

    private Report run(String dockerfile) throws IOException {
        write("Dockerfile", dockerfile);
        return engine().run(List.of(input("Dockerfile")));
    }

    private Engine engine() {
        return new Engine(rules, KNOWN, new Settings(LocalDate.of(2026, 11, 23), Locale.ENGLISH, List.of()));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(project.resolve(name), content);
    }

    private DockerfileInput input(String name) {
        return new DockerfileInput(project.resolve(name), name, project, Map.of(), Optional.empty());
    }

    private static List<String> texts(Report report) {
        return report.findings().stream().map(EngineTest::text).toList();
    }

    private static String text(Finding finding) {
        Position at = finding.source().position(finding.span().start());
        String stage =
                finding.stage().isPresent() ? String.valueOf(finding.stage().getAsInt()) : "-";
        return at.line() + ":" + at.column() + " " + stage + " "
                + finding.severity().id() + " " + finding.rule();
    }

    /** Finds the word echo. */
    @RuleName("noEcho")
    private static final class NoEcho extends Rule {
        @Override
        protected void check(RuleContext context) {
            String text = context.build().dockerfile().source().content();
            for (int at = text.indexOf("echo"); at >= 0; at = text.indexOf("echo", at + 1)) {
                context.report(defaultLevel(), new Span(at, at + 4), Message.of("echo is used"));
            }
        }
    }

    /** Finds something in a manifest that runs the image. */
    @RuleName("ofAnotherFile")
    private static final class OfAnotherFile extends Rule {
        private static final SourceText MANIFEST = SourceText.of("k8s/app.yaml", "a: 1\nb: 2\n");

        @Override
        protected void check(RuleContext context) {
            context.report(defaultLevel(), MANIFEST, new Span(5, 6), Message.of("b is wrong"));
        }
    }

    /** Always fails. */
    @RuleName("broken")
    private static final class Broken extends Rule {
        @Override
        protected void check(RuleContext context) {
            throw new IllegalArgumentException("what a pity");
        }
    }
}
