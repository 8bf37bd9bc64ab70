package io.github.alpinecheck.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.SuppressedFinding;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import io.github.alpinecheck.text.TextEdit;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code report.sarif}: SARIF 2.1.0, as GitHub's code scanning and Azure DevOps read it. Files are named by their path
 * in the repository.
 */
final class SarifReport {

    private static final String ROOT = "%SRCROOT%";

    private final Report report;
    private final ReportHeader header;
    private final SarifRules rules;
    private final Fingerprints fingerprints;
    /** The files by name, with their places in the list of artifacts. */
    private final Map<String, Integer> artifacts = new LinkedHashMap<>();

    private final Writer out;
    private final JsonWriter json;

    SarifReport(Report report, ReportHeader header, Writer out) {
        this.report = report;
        this.header = header;
        this.rules = new SarifRules(report, header.locale());
        this.fingerprints = new Fingerprints(header.directory());
        this.out = out;
        this.json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
        for (CheckedFile file : report.dockerfiles()) {
            addArtifact(file.source());
        }
        report.findings().forEach(finding -> addArtifact(finding.source()));
        report.suppressed()
                .forEach(suppressed -> addArtifact(suppressed.finding().source()));
    }

    private void addArtifact(SourceText source) {
        artifacts.putIfAbsent(source.name(), artifacts.size());
    }

    /** The same report gives the same characters. */
    void write() throws IOException {
        json.beginObject();
        json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
        json.name("version").value("2.1.0");
        json.name("runs").beginArray();
        json.beginObject();
        rules.writeTool(header.tool(), json);
        json.name("language").value(SarifRules.language(header.locale()));
        json.name("columnKind").value("unicodeCodePoints");
        // several modules may be reported for one commit, and one must not take another's place
        json.name("automationDetails").beginObject();
        json.name("id").value("alpine-check/" + header.directory());
        json.endObject();
        json.name("originalUriBaseIds").beginObject();
        json.name(ROOT).beginObject();
        message("description", new ReportTexts(header.locale()).text("repositoryRoot"));
        json.endObject();
        json.endObject();
        json.name("invocations").beginArray();
        json.beginObject();
        json.name("executionSuccessful").value(true);
        json.endObject();
        json.endArray();
        writeArtifacts();
        writeResults();
        json.endObject();
        json.endArray();
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private void writeArtifacts() throws IOException {
        json.name("artifacts").beginArray();
        for (String name : artifacts.keySet()) {
            json.beginObject();
            json.name("location").beginObject();
            json.name("uri").value(UriPath.encode(header.directory() + name));
            json.name("uriBaseId").value(ROOT);
            json.endObject();
            json.name("roles").beginArray().value("analysisTarget").endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void writeResults() throws IOException {
        json.name("results").beginArray();
        for (Finding finding : report.findings()) {
            writeResult(finding, Optional.empty());
        }
        for (SuppressedFinding suppressed : report.suppressed()) {
            writeResult(suppressed.finding(), Optional.of(suppressed));
        }
        json.endArray();
    }

    private void writeResult(Finding finding, Optional<SuppressedFinding> suppressed) throws IOException {
        json.beginObject();
        json.name("ruleId").value(finding.rule());
        json.name("ruleIndex").value(rules.index(finding.rule()));
        json.name("level").value(SarifRules.level(finding.severity()));
        json.name("message").beginObject();
        // consumers show this text alone, so the help belongs to it
        json.name("text")
                .value(finding.message()
                        .help()
                        .map(help -> finding.message().text() + "\n" + help)
                        .orElse(finding.message().text()));
        json.endObject();
        json.name("locations").beginArray();
        writeLocation(finding.source(), finding.span());
        json.endArray();
        json.name("partialFingerprints").beginObject();
        json.name("ruleAndWords/v1").value(fingerprints.next(finding));
        json.endObject();
        if (finding.fix().isPresent()) {
            writeFix(finding, finding.fix().get());
        }
        // SARIF wants it on every result, or on none
        json.name("suppressions").beginArray();
        if (suppressed.isPresent()) {
            writeSuppression(suppressed.get());
        }
        json.endArray();
        json.endObject();
    }

    private void writeLocation(SourceText source, Span span) throws IOException {
        json.beginObject();
        json.name("physicalLocation").beginObject();
        writeArtifactLocation(source);
        json.name("region").beginObject();
        writeRegion(source, span);
        if (span.length() > 0) {
            message("snippet", source.text(span));
        }
        json.endObject();
        json.endObject();
        json.endObject();
    }

    private void writeArtifactLocation(SourceText source) throws IOException {
        json.name("artifactLocation").beginObject();
        json.name("uri").value(UriPath.encode(header.directory() + source.name()));
        json.name("uriBaseId").value(ROOT);
        Integer index = artifacts.get(source.name());
        if (index != null) {
            json.name("index").value(index);
        }
        json.endObject();
    }

    private void writeRegion(SourceText source, Span span) throws IOException {
        Region region = Region.of(source, span);
        json.name("startLine").value(region.start().line());
        json.name("startColumn").value(region.start().column());
        json.name("endLine").value(region.end().line());
        json.name("endColumn").value(region.end().column());
    }

    private void writeSuppression(SuppressedFinding suppressed) throws IOException {
        json.beginObject();
        json.name("kind").value("inSource");
        if (suppressed.reason().isPresent()) {
            json.name("justification").value(suppressed.reason().get());
        }
        json.name("location");
        writeLocation(suppressed.dockerfile(), suppressed.comment());
        json.endObject();
    }

    private void writeFix(Finding finding, Fix fix) throws IOException {
        json.name("fixes").beginArray();
        json.beginObject();
        message("description", finding.message().help().orElse(finding.message().text()));
        json.name("artifactChanges").beginArray();
        json.beginObject();
        writeArtifactLocation(finding.source());
        json.name("replacements").beginArray();
        for (TextEdit edit : fix.edits()) {
            json.beginObject();
            json.name("deletedRegion").beginObject();
            writeRegion(finding.source(), edit.span());
            json.endObject();
            message("insertedContent", edit.replacement());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
        json.endArray();
    }

    private void message(String name, String text) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(text);
        json.endObject();
    }
}
