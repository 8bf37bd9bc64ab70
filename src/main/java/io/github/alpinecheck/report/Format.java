package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.html.HtmlReport;
import io.github.alpinecheck.rule.RuleDocumentation;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports in files. */
public enum Format {
    /** {@code report.json}. */
    JSON("report.json"),
    /** {@code report.html}. */
    HTML("report.html"),
    /** {@code report.sarif}. */
    SARIF("report.sarif"),
    /** {@code junit.xml}. */
    JUNIT("junit.xml"),
    /** {@code checkstyle.xml}. */
    CHECKSTYLE("checkstyle.xml"),
    /** {@code codeclimate.json}. */
    CODECLIMATE("codeclimate.json");

    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    /** The name in the pom. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file in the output directory. */
    public String fileName() {
        return fileName;
    }

    /** The format of a name, in any case; empty if there is none. */
    public static Optional<Format> of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Format::id).toList();
    }

    /** Writes a report in this format. */
    public void write(Report report, ReportHeader header, Writer out) throws IOException {
        switch (this) {
            case JSON -> new JsonReport(report, header).write(out);
            case HTML -> html(header).write(report, out);
            case SARIF -> new SarifReport(report, header, out).write();
            case JUNIT -> new JunitReport(report, header).write(out);
            case CHECKSTYLE -> new CheckstyleReport(report, header).write(out);
            case CODECLIMATE -> new CodeClimateReport(report, header).write(out);
        }
    }

    private static HtmlReport html(ReportHeader header) {
        RuleDocumentation documentation = new RuleDocumentation();
        return new HtmlReport(
                header.tool().name() + " " + header.tool().version(),
                header.locale(),
                header.failOn(),
                documentation::url);
    }
}
