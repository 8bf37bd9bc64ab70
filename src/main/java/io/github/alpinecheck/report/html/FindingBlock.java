package io.github.alpinecheck.report.html;

import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A finding: its summary can be reached by keyboard, and opens and closes the rest. */
final class FindingBlock {

    private final Texts texts;
    private final Function<String, Optional<String>> pages;

    FindingBlock(Texts texts, Function<String, Optional<String>> pages) {
        this.texts = texts;
        this.pages = pages;
    }

    void write(Finding finding, String id, HtmlWriter html) throws IOException {
        String severity = finding.severity().id();
        html.start("details", "finding " + severity).attribute("id", id).attribute("open");
        html.start("summary");
        html.element("span", "severity", texts.get("severity." + severity)).text(" ");
        html.element("span", "message", finding.message().text()).text(" ");
        html.element("code", "rule", finding.rule());
        html.end();
        if (finding.message().help().isPresent()) {
            html.start("p", "help");
            html.element("b", texts.get("help")).text(" ");
            html.text(finding.message().help().get()).end();
        }
        Optional<Fix> fix = finding.fix();
        if (fix.isPresent()) {
            new FixDiff(finding.source(), fix.get()).write(html, texts);
        }
        Optional<String> page = pages.apply(finding.rule());
        if (page.isPresent()) {
            html.start("p", "more").start("a").attribute("href", page.get());
            html.text(texts.get("rulePage", finding.rule())).end().end();
        }
        html.end().line();
    }
}
