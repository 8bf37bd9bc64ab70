package io.github.alpinecheck.report.html;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The result in one glance: how many findings of which severity, and what that means for the build. */
final class Verdict {

    static final List<Severity> WORST_FIRST = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

    private final Report report;
    private final Optional<Severity> failOn;
    private final Texts texts;

    Verdict(Report report, Optional<Severity> failOn, Texts texts) {
        this.report = report;
        this.failOn = failOn;
        this.texts = texts;
    }

    /** Of the page. */
    String title() {
        StringBuilder title = new StringBuilder();
        for (Severity severity : WORST_FIRST) {
            long count = report.count(severity);
            if (count > 0) {
                title.append(title.length() == 0 ? "" : ", ").append(texts.count("count." + severity.id(), count));
            }
        }
        return (title.length() == 0 ? texts.get("nothing") : title) + " – " + texts.get("brand");
    }

    void write(HtmlWriter html) throws IOException {
        html.start("h1");
        if (report.findings().isEmpty()) {
            html.element("span", "good", texts.get("nothing"));
        }
        boolean first = true;
        for (Severity severity : WORST_FIRST) {
            long count = report.count(severity);
            if (count > 0) {
                html.text(first ? "" : " ");
                html.start("span", "tally " + severity.id());
                html.text(texts.count("count." + severity.id(), count)).end();
                first = false;
            }
        }
        html.end();
        bar(html);
        html.start("p", "lead");
        html.text(build()).text(" ");
        html.text(where());
        if (report.suppressed() > 0) {
            html.text(" ").text(texts.count("suppressed", report.suppressed()));
        }
        html.end();
    }

    /** What it means for the build. */
    private String build() {
        if (failOn.isEmpty()) {
            return texts.get("build.never");
        }
        for (Severity severity : WORST_FIRST) {
            if (severity.compareTo(failOn.get()) >= 0 && report.count(severity) > 0) {
                return texts.get("build.fails");
            }
        }
        return texts.get("build.passes");
    }

    private String where() {
        Set<String> files = new HashSet<>();
        for (Finding finding : report.findings()) {
            files.add(finding.source().name());
        }
        int dockerfiles = report.dockerfiles().size();
        String checked = texts.count("checked", dockerfiles);
        return dockerfiles < 2 || files.isEmpty() ? checked : checked + " " + texts.count("where", files.size());
    }

    /** The shares of the severities. */
    private void bar(HtmlWriter html) throws IOException {
        int all = report.findings().size();
        if (all == 0) {
            return;
        }
        html.start("svg", "bar")
                .attribute("aria-hidden", "true")
                .attribute("height", "6")
                .attribute("width", "100%");
        long before = 0;
        for (Severity severity : WORST_FIRST) {
            long count = report.count(severity);
            if (count > 0) {
                html.start("rect", severity.id());
                html.attribute("x", Percent.of(before, all)).attribute("width", Percent.of(count, all));
                html.attribute("height", "6").end();
            }
            before += count;
        }
        html.end();
    }
}
