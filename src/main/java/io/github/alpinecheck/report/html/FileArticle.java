package io.github.alpinecheck.report.html;

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
    private final Page page;

    FileArticle(Texts texts, Locale locale, Function<String, Optional<String>> pages, Page page) {
        this.texts = texts;
        this.block = new FindingBlock(texts, pages);
        this.image = new ImageSection(texts, locale, page.isShort());
        this.page = page;
    }

    void write(PageFile file, HtmlWriter html) throws IOException {
        html.line().start("article", "file").attribute("id", file.id());
        html.attribute("aria-labelledby", file.id() + "-h");
        html.start("h2")
                .attribute("id", file.id() + "-h")
                .text(file.name())
                .end()
                .line();
        boolean described = file.image().isPresent();
        if (described) {
            image.facts(file.description().orElseThrow(), html);
        }
        if (file.findings().isEmpty()) {
            html.element("p", "clean", texts.get("noFindings"));
        } else {
            jumps(file, html);
        }
        source(file, html);
        int more = file.findings().size() - file.shown().size();
        if (more > 0) {
            html.element("p", "cut", texts.count("moreFindings", more)).line();
        }
        if (page.whole() && described) {
            image.write(file, file.description().orElseThrow(), html);
        }
        html.end().line();
    }

    private void source(PageFile file, HtmlWriter html) throws IOException {
        SourceListing listing = new SourceListing(file, page.whole(), block, texts);
        boolean folded = file.findings().isEmpty() && !page.isShort();
        if (folded) {
            html.start("details", "source").element("summary", texts.get("source"));
        }
        listing.write(html);
        if (folded) {
            html.end().line();
        }
    }

    /** Links to the findings: where the source is long, nobody has to look for them. */
    private void jumps(PageFile file, HtmlWriter html) throws IOException {
        html.start("nav", "jumps").attribute("aria-label", texts.get("findingsOf", file.name()));
        html.start("ul");
        for (int i = 0; i < file.shown().size(); i++) {
            Finding finding = file.shown().get(i);
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
