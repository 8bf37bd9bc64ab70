package io.github.alpinecheck.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.CheckedStage;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Position;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** {@code report.json}. Every name is always there, with {@code null} for what does not apply. */
final class JsonReport {

    /** The same report gives the same characters. */
    void write(Report report, Tool tool, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginObject();
        json.name("tool").beginObject();
        json.name("name").value(tool.name());
        json.name("version").value(tool.version());
        json.endObject();
        json.name("dockerfiles").beginArray();
        for (CheckedFile file : report.dockerfiles()) {
            write(file, json);
        }
        json.endArray();
        json.name("findings").beginArray();
        for (Finding finding : report.findings()) {
            write(finding, json);
        }
        json.endArray();
        json.name("summary").beginObject();
        json.name("error").value(report.count(Severity.ERROR));
        json.name("warning").value(report.count(Severity.WARNING));
        json.name("info").value(report.count(Severity.INFO));
        json.name("suppressed").value(report.suppressed());
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

    private static void write(Finding finding, JsonWriter json) throws IOException {
        Position start = finding.source().position(finding.span().start());
        Position end = finding.source().position(finding.span().end());
        json.beginObject();
        json.name("rule").value(finding.rule());
        json.name("severity").value(finding.severity().id());
        json.name("path").value(finding.source().name());
        json.name("line").value(start.line());
        json.name("column").value(start.column());
        json.name("endLine").value(end.line());
        json.name("endColumn").value(end.column());
        json.name("stage");
        if (finding.stage().isPresent()) {
            json.value(finding.stage().getAsInt());
        } else {
            json.nullValue();
        }
        json.name("message").value(finding.message().text());
        json.name("help").value(finding.message().help().orElse(null));
        json.name("related").beginArray();
        for (Related related : finding.related()) {
            json.beginObject();
            json.name("path").value(related.path());
            json.name("line").value(related.line());
            json.name("text").value(related.text());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
