package io.github.alpinecheck.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.RuleDocumentation;
import io.github.alpinecheck.rule.Severity;
import java.io.IOException;
import java.io.Writer;

/** {@code codeclimate.json}: Code Climate's issues, of which GitLab reads its code quality report. */
final class CodeClimateReport {

    private final Report report;
    private final ReportHeader header;
    private final ReportTexts texts;
    private final Fingerprints fingerprints;
    private final RuleDocumentation documentation = new RuleDocumentation();

    CodeClimateReport(Report report, ReportHeader header) {
        this.report = report;
        this.header = header;
        this.texts = new ReportTexts(header.locale());
        this.fingerprints = new Fingerprints(header.directory());
    }

    /** The same report gives the same characters. */
    void write(Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginArray();
        for (Finding finding : report.findings()) {
            write(finding, json);
        }
        json.endArray();
        json.flush();
        out.write('\n');
    }

    private void write(Finding finding, JsonWriter json) throws IOException {
        Region region = Region.of(finding.source(), finding.span());
        json.beginObject();
        json.name("type").value("issue");
        json.name("check_name").value(finding.rule());
        json.name("description").value(texts.oneLine(finding));
        json.name("categories").beginArray().value("Bug Risk").endArray();
        json.name("severity").value(severity(finding.severity()));
        json.name("fingerprint").value(fingerprints.next(finding));
        json.name("location").beginObject();
        json.name("path").value(header.directory() + finding.source().name());
        json.name("lines").beginObject();
        json.name("begin").value(region.start().line());
        json.name("end").value(region.end().line());
        json.endObject();
        json.endObject();
        String url = documentation.url(finding.rule()).orElse("");
        if (!url.isEmpty()) {
            json.name("content").beginObject();
            json.name("body").value(url);
            json.endObject();
        }
        json.endObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }
}
