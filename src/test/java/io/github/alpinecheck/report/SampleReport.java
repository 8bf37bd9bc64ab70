package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.report.html.HtmlReport;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import io.github.alpinecheck.text.TextEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the engine says of Dockerfiles that have what formats may stumble over. */
final class SampleReport {

    static final Tool TOOL = new Tool("alpine-check-maven-plugin", "1.0.0");

    /** A file name that is a tag. */
    static final String HOSTILE_NAME = "Dockerfile.<script>alert(1)<script>";

    private static final String USUAL = """
            # alpine-check ignore=supportedRelease the customer has extended support
            FROM alpine:3.12
            RUN apk add curl
            # 时区
            ENV TZ=Asia/Beijing
            RUN echo "你好\uD83D\uDC4B" MAINTAINER && \\
            	echo MAINTAINER
            """;

    private static final String HOSTILE = """
            # <script>alert(1)</script> ]]> --> &lt;
            FROM alpine:3.22
            LABEL a="<script>alert(1)</script>" b="\u0001\u001B[31m\uFFFE"
            ENV TZ="Europe/<script>alert(1)</script>\u0001"
            RUN "<script>alert(1)</script>" && apk add x'y
            MAINTAINER unfixed
            """;

    private SampleReport() {}

    /** The header of a project in {@code services/web} of its repository. */
    static ReportHeader header(Locale locale) {
        return new ReportHeader(TOOL, "services/web/", Optional.of(Severity.ERROR), locale);
    }

    /** The report of the sample, whose Dockerfiles are written into the directory. */
    static Report of(Path directory, Locale locale) {
        try {
            RuleCatalog catalog = RuleCatalog.load(SampleReport.class.getClassLoader());
            Set<String> names = new TreeSet<>(Engine.ALWAYS_ON);
            names.addAll(RuleSetReader.defaults(catalog));
            List<ConfiguredRule> rules = new ArrayList<>(RuleSetReader.read(catalog, names, List.of()));
            rules.add(new ConfiguredRule(new NoMaintainer(), Optional.empty()));
            Settings settings = new Settings(LocalDate.of(2026, 11, 23), locale, List.of());
            return new Engine(rules, catalog.names(), settings)
                    .describing(HtmlReport.MOST_WHOLE)
                    .run(List.of(input(directory, "Dockerfile", USUAL), input(directory, HOSTILE_NAME, HOSTILE)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static DockerfileInput input(Path directory, String name, String content) {
        try {
            Path file = Files.writeString(directory.resolve(name), content);
            return new DockerfileInput(file, name, directory, Map.of(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule of somebody else, with a fix and without a page. */
    @RuleName("noMaintainer")
    static final class NoMaintainer extends Rule {

        private static final String WORD = "MAINTAINER";

        @Override
        protected void check(RuleContext context) {
            String content = context.build().dockerfile().source().content();
            if (content.contains("LABEL")) {
                Span from = new Span(content.indexOf("FROM"), content.indexOf("FROM") + "FROM".length());
                Related pom = new Related("../pom.xml", 7, "it comes from here");
                context.report(Severity.INFO, 0, from, Message.of("somebody is asked for"), List.of(pom));
            }
            for (int at = content.indexOf(WORD); at >= 0; at = content.indexOf(WORD, at + 1)) {
                Span word = new Span(at, at + WORD.length());
                context.report(
                        Severity.INFO,
                        word,
                        Message.of("MAINTAINER is old: <script>alert(1)</script>\u0001\u001B]0;x"),
                        new Fix(List.of(new TextEdit(word, "LABEL maintainer=")), true));
            }
        }
    }
}
