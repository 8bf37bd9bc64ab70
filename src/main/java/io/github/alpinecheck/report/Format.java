package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.html.HtmlReport;
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
    HTML("report.html");

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
    public void write(Report report, Tool tool, Writer out) throws IOException {
        switch (this) {
            case JSON -> new JsonReport().write(report, tool, out);
            case HTML ->
                new HtmlReport(
                                tool.name() + " " + tool.version(),
                                Locale.getDefault(),
                                Optional.empty(),
                                rule -> Optional.empty())
                        .write(report, out);
        }
    }
}
