package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.text.Position;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code checkstyle.xml}, as Jenkins' plugin warnings-ng, reviewdog and many others read it. */
final class CheckstyleReport {

    private final Report report;
    private final ReportHeader header;
    private final ReportTexts texts;

    CheckstyleReport(Report report, ReportHeader header) {
        this.report = report;
        this.header = header;
        this.texts = new ReportTexts(header.locale());
    }

    /** The same report gives the same characters. */
    void write(Writer out) throws IOException {
        Map<String, List<Finding>> byFile = new TreeMap<>();
        for (CheckedFile file : report.dockerfiles()) {
            byFile.put(file.source().name(), new ArrayList<>());
        }
        for (Finding finding : report.findings()) {
            byFile.computeIfAbsent(finding.source().name(), name -> new ArrayList<>())
                    .add(finding);
        }
        XmlDocument xml = new XmlDocument(out);
        xml.open("checkstyle");
        xml.attribute("version", header.tool().version());
        for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
            xml.open("file");
            xml.attribute("name", header.directory() + file.getKey());
            for (Finding finding : file.getValue()) {
                write(finding, xml);
            }
            xml.close();
        }
        xml.close();
        xml.end();
    }

    private void write(Finding finding, XmlDocument xml) throws IOException {
        Position at = finding.source().position(finding.span().start());
        xml.open("error");
        xml.attribute("line", at.line());
        xml.attribute("column", at.column());
        xml.attribute("severity", finding.severity().id());
        xml.attribute("message", texts.oneLine(finding));
        // Jenkins takes what is before the dot for the category
        xml.attribute("source", "alpine-check." + finding.rule());
        xml.close();
    }
}
