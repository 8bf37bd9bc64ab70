package io.github.alpinecheck.report.html;

import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.report.html.Page.PageFile;
import io.github.alpinecheck.rule.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A file: its findings, its source with the findings inline, and what the image will contain. */
final class FileArticle {

    private final Texts texts;
    private final FindingBlock block;
    private final ImageSection image;
    private final boolean whole;

    FileArticle(Texts texts, Locale locale, Function<String, Optional<String>> pages, boolean whole) {
        this.texts = texts;
        this.block = new FindingBlock(texts, pages);
        this.image = new ImageSection(texts, locale);
        this.whole = whole;
    }

    void write(PageFile file, HtmlWriter html) throws IOException {
        html.line().start("article", "file").attribute("id", file.id());
        html.attribute("aria-labelledby", file.id() + "-h");
        html.start("h2")
                .attribute("id", file.id() + "-h")
                .text(file.name())
                .end()
                .line();
        Optional<BuildDescription> description = file.checked().flatMap(c -> c.description());
        if (description.isPresent() && description.get().image().isPresent()) {
            image.facts(description.get(), html);
        }
        if (file.findings().isEmpty()) {
            html.element("p", "clean", texts.get("noFindings"));
        } else {
            jumps(file, html);
        }
        new SourceListing(file, whole, block, texts).write(html);
        if (whole && description.isPresent() && description.get().image().isPresent()) {
            image.write(file, description.get(), html);
        }
        html.end().line();
    }

    /** Links to the findings: where the source is long, nobody has to look for them. */
    private void jumps(PageFile file, HtmlWriter html) throws IOException {
        html.start("nav", "jumps").attribute("aria-label", texts.get("findingsOf", file.name()));
        html.start("ul");
        for (int i = 0; i < file.findings().size(); i++) {
            Finding finding = file.findings().get(i);
            int line = finding.source().position(finding.span().start()).line();
            html.start("li").start("a", finding.severity().id()).attribute("href", "#" + file.findingId(i));
            html.element("span", "sign", texts.get("sign." + finding.severity().id()));
            html.text(" ").text(finding.rule());
            html.element("span", "at", " " + line);
            html.end().end();
        }
        html.end().end().line();
    }
}
