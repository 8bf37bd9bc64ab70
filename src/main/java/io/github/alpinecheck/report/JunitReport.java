package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.SuppressedFinding;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.text.Position;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code junit.xml}: a suite for each Dockerfile with a case for each rule. What fails the build is a failure, other
 * findings are the output of a case that passes. Jenkins reads one failure of a case and GitLab only its text, so all
 * findings stand in it.
 */
final class JunitReport {

    private final Report report;
    private final ReportHeader header;
    private final ReportTexts texts;

    JunitReport(Report report, ReportHeader header) {
        this.report = report;
        this.header = header;
        this.texts = new ReportTexts(header.locale());
    }

    /** What is known of one rule and one file. */
    private static final class Case {
        private final List<Finding> failing = new ArrayList<>();
        private final List<Finding> others = new ArrayList<>();
        private final List<SuppressedFinding> suppressed = new ArrayList<>();
    }

    /** The same report gives the same characters. */
    void write(Writer out) throws IOException {
        Map<String, Map<String, Case>> suites = suites();
        XmlDocument xml = new XmlDocument(out);
        xml.open("testsuites");
        xml.attribute("name", header.tool().name());
        for (Map.Entry<String, Map<String, Case>> suite : suites.entrySet()) {
            writeSuite(header.directory() + suite.getKey(), suite.getValue(), xml);
        }
        xml.close();
        xml.end();
    }

    /** By file and rule. A manifest is no Dockerfile: of it, there are the rules that say something. */
    private Map<String, Map<String, Case>> suites() {
        Map<String, Map<String, Case>> suites = new TreeMap<>();
        for (CheckedFile file : report.dockerfiles()) {
            for (ConfiguredRule rule : report.rules()) {
                of(file.source().name(), rule.name(), suites);
            }
        }
        for (Finding finding : report.findings()) {
            Case its = of(finding.source().name(), finding.rule(), suites);
            (header.fails(finding.severity()) ? its.failing : its.others).add(finding);
        }
        for (SuppressedFinding suppressed : report.suppressed()) {
            Finding finding = suppressed.finding();
            of(finding.source().name(), finding.rule(), suites).suppressed.add(suppressed);
        }
        return suites;
    }

    private static Case of(String file, String rule, Map<String, Map<String, Case>> suites) {
        return suites.computeIfAbsent(file, name -> new TreeMap<>()).computeIfAbsent(rule, name -> new Case());
    }

    private void writeSuite(String file, Map<String, Case> cases, XmlDocument xml) throws IOException {
        xml.open("testsuite");
        xml.attribute("name", file);
        xml.attribute("tests", cases.size());
        xml.attribute(
                "failures",
                cases.values().stream().filter(c -> !c.failing.isEmpty()).count());
        xml.attribute("errors", 0);
        xml.attribute("skipped", 0);
        xml.attribute("time", 0);
        for (Map.Entry<String, Case> one : cases.entrySet()) {
            xml.open("testcase");
            xml.attribute("classname", className(file));
            xml.attribute("name", one.getKey());
            // GitLab links to it
            xml.attribute("file", file);
            xml.attribute("time", 0);
            writeFindings(one.getValue(), xml);
            xml.close();
        }
        xml.close();
    }

    private void writeFindings(Case its, XmlDocument xml) throws IOException {
        if (!its.failing.isEmpty()) {
            List<String> lines = its.failing.stream().map(this::line).toList();
            xml.open("failure");
            xml.attribute("message", its.failing.get(0).message().text());
            xml.attribute("type", its.failing.get(0).severity().id());
            xml.textAndClose(String.join("\n", lines));
        }
        List<String> output = new ArrayList<>();
        its.others.forEach(finding -> output.add(line(finding)));
        for (SuppressedFinding suppressed : its.suppressed) {
            output.add(texts.text("suppressed") + " "
                    + suppressed.reason().map(reason -> "(" + reason + ") ").orElse("") + line(suppressed.finding()));
        }
        if (!output.isEmpty()) {
            xml.open("system-out");
            xml.textAndClose(String.join("\n", output));
        }
    }

    private String line(Finding finding) {
        Position at = finding.source().position(finding.span().start());
        return header.directory() + finding.source().name() + ":" + at.line() + ":" + at.column() + ": "
                + finding.severity().id() + ": " + texts.oneLine(finding);
    }

    /** Jenkins shows what is before the last dot as a package, so directories become packages. */
    private static String className(String file) {
        int slash = file.lastIndexOf('/') + 1;
        return "alpine-check." + file.substring(0, slash).replace('.', '_').replace('/', '.')
                + file.substring(slash).replace('.', '_');
    }
}
