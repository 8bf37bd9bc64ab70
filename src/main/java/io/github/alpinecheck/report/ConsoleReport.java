package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read on the console: a frame for each finding, and a summary. */
public final class ConsoleReport {

    private final Palette palette;
    private final Locale locale;
    private final String directory;
    private final ResourceBundle texts;

    /**
     * A report in the colours and the language that are given.
     *
     * @param directory what the paths of Dockerfiles are relative to, as the reader knows it: empty, or ending with
     *     {@code /}; in a build of several modules a {@code Dockerfile} alone could be anybody's
     */
    public ConsoleReport(Palette palette, Locale locale, String directory) {
        this.palette = palette;
        this.locale = locale;
        this.directory = directory;
        this.texts = ResourceBundle.getBundle(
                ConsoleReport.class.getPackageName() + ".messages",
                locale,
                ConsoleReport.class.getClassLoader(),
                // or the language of the machine comes in where English was asked for
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * A finding, in lines without a line end at the last: what is wrong, where, the source with the span underlined,
     * other places, and what to write instead.
     */
    public String frame(Finding finding) {
        SourceExcerpt excerpt = new SourceExcerpt(finding, palette);
        Position at = finding.source().position(finding.span().start());
        List<String> lines = new ArrayList<>();
        lines.add(palette.severity(finding.severity(), finding.severity().id() + "[" + finding.rule() + "]")
                + palette.strong(": " + printable(finding.message().text())));
        lines.add(excerpt.margin() + palette.strong("-->") + " "
                + printable(directory + finding.source().name()) + ":" + at.line() + ":" + at.column());
        lines.addAll(excerpt.lines());
        for (Related related : finding.related()) {
            lines.add(excerpt.margin() + palette.strong(":::") + " " + printable(directory + related.path()) + ":"
                    + related.line() + ": " + printable(related.text()));
        }
        finding.message()
                .help()
                .ifPresent(help -> lines.add(excerpt.margin() + palette.strong(" = " + texts.getString("help") + ":")
                        + " " + printable(help)));
        return String.join(System.lineSeparator(), lines);
    }

    /** One line with the numbers of files and findings. */
    public String summary(Report report) {
        return String.format(
                locale,
                texts.getString("summary"),
                report.dockerfiles().size(),
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.INFO),
                report.suppressed());
    }

    /** Text that may quote a Dockerfile, without what a terminal would obey instead of showing. */
    private static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> result.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return result.toString();
    }
}
