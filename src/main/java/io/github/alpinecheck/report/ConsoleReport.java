package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.RuleDocumentation;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people read on the console: a frame for each finding, and a summary. */
public final class ConsoleReport {

    /** More findings of one rule are told in one line. */
    private static final int FRAMES_OF_A_RULE = 3;

    private static final int PLACES = 10;

    private final Palette palette;
    private final String directory;
    private final ReportTexts texts;
    private final RuleDocumentation documentation = new RuleDocumentation();

    /**
     * A report in the colours and the language that are given.
     *
     * @param directory what the paths of Dockerfiles are relative to, as the reader knows it: empty, or ending with
     *     {@code /}; in a build of several modules a {@code Dockerfile} alone could be anybody's
     */
    public ConsoleReport(Palette palette, Locale locale, String directory) {
        this.palette = palette;
        this.directory = directory;
        this.texts = new ReportTexts(locale);
    }

    /** Lines to be printed together, without a line end at the last. */
    public record Entry(Severity severity, String text) {}

    /**
     * The findings in their order. Of those that have rule and severity in common, the fourth and all that follow are
     * told in one line.
     *
     * @param file where all of them are
     */
    public List<Entry> entries(List<Finding> findings, String file) {
        Map<String, List<Finding>> alike = new HashMap<>();
        for (Finding finding : findings) {
            alike.computeIfAbsent(kind(finding), kind -> new ArrayList<>()).add(finding);
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : findings) {
            int number = seen.merge(kind(finding), 1, Integer::sum);
            List<Finding> all = alike.getOrDefault(kind(finding), List.of());
            // one that is left over takes no more room than the line about it
            if (number <= FRAMES_OF_A_RULE || all.size() == FRAMES_OF_A_RULE + 1) {
                entries.add(new Entry(finding.severity(), frame(finding)));
            } else if (number == FRAMES_OF_A_RULE + 1) {
                entries.add(new Entry(
                        finding.severity(), folded(all.subList(FRAMES_OF_A_RULE, all.size()), directory + file)));
            }
        }
        return entries;
    }

    /**
     * A finding, in lines without a line end at the last: what is wrong, where, the source with the span underlined,
     * and what to write instead.
     */
    public String frame(Finding finding) {
        SourceExcerpt excerpt = new SourceExcerpt(finding, palette);
        List<String> lines = new ArrayList<>();
        lines.add(heading(finding)
                + palette.strong(": " + printable(finding.message().text())));
        lines.add(excerpt.margin() + palette.strong("-->") + " " + printable(directory + place(finding)));
        lines.addAll(excerpt.lines());
        finding.message().help().ifPresent(help -> lines.add(note(excerpt, "help", printable(help))));
        finding.fix().ifPresent(fix -> {
            List<String> diff = excerpt.lines(fix);
            if (!diff.isEmpty()) {
                lines.add(note(excerpt, fix.safe() ? "fix" : "unsafeFix", "").stripTrailing());
                lines.addAll(diff);
            }
        });
        documentation.url(finding.rule()).ifPresent(url -> lines.add(note(excerpt, "docs", url)));
        return String.join(System.lineSeparator(), lines);
    }

    /**
     * The numbers of files and findings, and what could not be judged.
     *
     * @param time that the run took
     */
    public List<String> summary(Report report, Duration time) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text(
                        "summary",
                        report.dockerfiles().size(),
                        report.count(Severity.ERROR),
                        report.count(Severity.WARNING),
                        report.count(Severity.INFO),
                        report.suppressed().size())
                + " "
                + texts.text("time", time.toSeconds() + "." + time.toMillisPart() / 100));
        Map<String, Integer> rules = new TreeMap<>();
        report.findings().forEach(finding -> rules.merge(finding.rule(), 1, Integer::sum));
        if (!rules.isEmpty()) {
            lines.add(texts.text("byRule", listed(rules)));
        }
        UnknownBases unknown = UnknownBases.in(report);
        if (!unknown.images().isEmpty()) {
            lines.add(texts.text("unknownBase", printable(some(unknown.images()))));
        }
        if (!unknown.variables().isEmpty()) {
            lines.add(texts.text("unknownVariable", printable(some(unknown.variables()))));
        }
        return lines;
    }

    private static String listed(Map<String, Integer> rules) {
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    private String some(Collection<String> all) {
        String shown = all.stream().limit(PLACES).collect(Collectors.joining(", "));
        return all.size() <= PLACES ? shown : shown + ", " + texts.text("andOthers", all.size() - PLACES);
    }

    private String folded(List<Finding> more, String file) {
        Finding first = more.get(0);
        List<String> places =
                more.stream().map(finding -> directory + place(finding)).toList();
        return heading(first)
                + palette.strong(": ")
                + printable(texts.text("folded", more.size(), first.rule(), some(places), file));
    }

    private String heading(Finding finding) {
        return palette.severity(finding.severity(), finding.severity().id() + "[" + finding.rule() + "]");
    }

    private String note(SourceExcerpt excerpt, String key, String text) {
        return excerpt.margin() + palette.strong(" = " + texts.text(key) + ":") + " " + text;
    }

    private static String kind(Finding finding) {
        return finding.severity().id() + " " + finding.rule();
    }

    private static String place(Finding finding) {
        Position at = finding.source().position(finding.span().start());
        return finding.source().name() + ":" + at.line() + ":" + at.column();
    }

    /** Text that may quote a Dockerfile, without what a terminal would obey instead of showing. */
    static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> result.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return result.toString();
    }
}
