package io.github.alpinecheck.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.CheckedStage;
import io.github.alpinecheck.engine.Report.SuppressedFinding;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.rule.RuleDocumentation;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import io.github.alpinecheck.text.TextEdit;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * {@code report.json}, which {@code report.schema.json} beside this class describes. Every name is always there, with
 * {@code null} for what does not apply. Paths are relative to the project.
 */
final class JsonReport {

    /** Changes when a name goes, or means something else. */
    private static final int VERSION = 1;

    private final Report report;
    private final ReportHeader header;
    private final RuleDocumentation documentation = new RuleDocumentation();

    JsonReport(Report report, ReportHeader header) {
        this.report = report;
        this.header = header;
    }

    /** The same report gives the same characters. */
    void write(Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginObject();
        json.name("version").value(VERSION);
        json.name("tool").beginObject();
        json.name("name").value(header.tool().name());
        json.name("version").value(header.tool().version());
        json.endObject();
        json.name("dockerfiles").beginArray();
        for (CheckedFile file : report.dockerfiles()) {
            write(file, json);
        }
        json.endArray();
        json.name("findings").beginArray();
        for (Finding finding : report.findings()) {
            json.beginObject();
            writeNames(finding, json);
            json.endObject();
        }
        json.endArray();
        json.name("suppressed").beginArray();
        for (SuppressedFinding suppressed : report.suppressed()) {
            json.beginObject();
            writeNames(suppressed.finding(), json);
            json.name("reason").value(suppressed.reason().orElse(null));
            json.endObject();
        }
        json.endArray();
        json.name("summary").beginObject();
        json.name("error").value(report.count(Severity.ERROR));
        json.name("warning").value(report.count(Severity.WARNING));
        json.name("info").value(report.count(Severity.INFO));
        json.name("suppressed").value(report.suppressed().size());
        json.endObject();
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static void write(CheckedFile file, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("path").value(file.source().name());
        json.name("stages").beginArray();
        for (CheckedStage stage : file.stages()) {
            json.beginObject();
            json.name("index").value(stage.index());
            json.name("name").value(stage.name().orElse(null));
            json.name("base").value(stage.base());
            json.name("alpine").value(stage.alpine().orElse(null));
            json.name("libc").value(stage.libc().name().toLowerCase(Locale.ROOT));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void writeNames(Finding finding, JsonWriter json) throws IOException {
        json.name("rule").value(finding.rule());
        json.name("severity").value(finding.severity().id());
        json.name("path").value(finding.source().name());
        writeRegion(finding.source(), finding.span(), json);
        json.name("stage");
        if (finding.stage().isPresent()) {
            json.value(finding.stage().getAsInt());
        } else {
            json.nullValue();
        }
        json.name("message").value(finding.message().text());
        json.name("help").value(finding.message().help().orElse(null));
        json.name("docs").value(documentation.url(finding.rule()).orElse(null));
        json.name("fix");
        if (finding.fix().isPresent()) {
            write(finding.fix().get(), finding.source(), json);
        } else {
            json.nullValue();
        }
    }

    private static void write(Fix fix, SourceText source, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("safe").value(fix.safe());
        json.name("edits").beginArray();
        for (TextEdit edit : fix.edits()) {
            json.beginObject();
            writeRegion(source, edit.span(), json);
            json.name("text").value(edit.replacement());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private static void writeRegion(SourceText source, Span span, JsonWriter json) throws IOException {
        Region region = Region.of(source, span);
        json.name("line").value(region.start().line());
        json.name("column").value(region.start().column());
        json.name("endLine").value(region.end().line());
        json.name("endColumn").value(region.end().column());
    }
}
