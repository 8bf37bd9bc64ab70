package io.github.alpinecheck.report.html;

import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.description.BaseDescription;
import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.report.html.Page.PageFile;
import io.github.alpinecheck.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code report.html}. The same report gives the same characters. */
public final class HtmlReport {

    /** In a report of more Dockerfiles, each shows its findings only: a browser must still open the page. */
    public static final int MOST_WHOLE = 100;

    private final String tool;
    private final Locale locale;
    private final Optional<Severity> failOn;
    private final Texts texts;
    private final Function<String, Optional<String>> pages;

    /**
     * A page in a language.
     *
     * @param tool name and version of who made the report
     * @param failOn the mildest severity that fails the build; empty for never
     * @param pages the addresses of the rules' pages; empty for a rule that has none
     */
    public HtmlReport(String tool, Locale locale, Optional<Severity> failOn, Function<String, Optional<String>> pages) {
        this.tool = tool;
        this.locale = locale;
        this.failOn = failOn;
        this.texts = Texts.of(HtmlReport.class, locale);
        this.pages = pages;
    }

    /** Writes the page; the writer stays open. */
    public void write(Report report, Writer out) throws IOException {
        Page page = Page.of(report);
        Verdict verdict = new Verdict(report, failOn, texts);
        out.write("<!DOCTYPE html>\n");
        HtmlWriter html = new HtmlWriter(out);
        html.start("html").attribute("lang", language());
        head(verdict, html);
        html.start("body").line();
        html.start("a", "skip")
                .attribute("href", "#main")
                .text(texts.get("skip"))
                .end()
                .line();
        html.start("header", "top").start("div", "wide");
        html.element("p", "brand", texts.get("brand"));
        verdict.write(html);
        html.end().end().line();
        html.start("main", "wide").attribute("id", "main");
        if (page.files().size() > 1) {
            index(page, html);
        }
        if (!page.whole()) {
            html.element("p", "note", texts.get("many", Integer.toString(MOST_WHOLE)));
        }
        FileArticle article = new FileArticle(texts, locale, pages, page);
        for (PageFile file : page.files()) {
            if (page.whole() || !file.findings().isEmpty()) {
                article.write(file, html);
            }
        }
        html.end().line();
        footer(page, html);
        html.end().line().end().line();
    }

    /** As HTML names languages: Chinese is always the simplified one here. */
    private String language() {
        return texts.get("language");
    }

    private void head(Verdict verdict, HtmlWriter html) throws IOException {
        Stylesheet sheet = Stylesheet.load();
        html.line().start("head");
        html.line().start("meta").attribute("charset", "utf-8").endEmpty();
        html.line()
                .start("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute(
                        "content",
                        "default-src 'none'; style-src '" + sheet.hash() + "'; base-uri 'none'; form-action 'none'")
                .endEmpty();
        html.line()
                .start("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .endEmpty();
        html.line()
                .start("meta")
                .attribute("name", "color-scheme")
                .attribute("content", "light dark")
                .endEmpty();
        html.line()
                .start("meta")
                .attribute("name", "referrer")
                .attribute("content", "no-referrer")
                .endEmpty();
        html.line().element("title", verdict.title()).line();
        html.style(sheet).line().end().line();
    }

    /** All files with their numbers, as links. */
    private void index(Page page, HtmlWriter html) throws IOException {
        html.line().start("nav", "index").attribute("aria-labelledby", "index");
        html.start("h2").attribute("id", "index").text(texts.get("files")).end();
        html.start("ul").line();
        for (PageFile file : page.worstFirst()) {
            boolean shown = page.whole() || !file.findings().isEmpty();
            html.start("li");
            if (shown) {
                html.start("a").attribute("href", "#" + file.id());
            } else {
                html.start("span");
            }
            int name = file.name().lastIndexOf('/') + 1;
            html.text(file.name().substring(0, name))
                    .element("b", file.name().substring(name))
                    .end();
            html.element("span", "from", base(file));
            counts(file, html);
            html.end().line();
        }
        html.end().end().line();
    }

    private static String base(PageFile file) {
        Optional<BaseDescription> known = file.description().flatMap(BuildDescription::base);
        if (known.isEmpty()) {
            return "";
        }
        BaseDescription base = known.get();
        Optional<Release> release = base.release();
        String reference = base.reference().toString();
        return release.isPresent() ? reference + " · " + release.get() : reference;
    }

    private void counts(PageFile file, HtmlWriter html) throws IOException {
        html.start("span", "counts");
        for (Severity severity : Verdict.WORST_FIRST) {
            long count = file.count(severity);
            if (count > 0) {
                html.element("span", "count " + severity.id(), texts.count("count." + severity.id(), count));
                html.text(" ");
            }
        }
        if (file.findings().isEmpty()) {
            html.element("span", "count none", texts.get("clean"));
        }
        html.end();
    }

    private void footer(Page page, HtmlWriter html) throws IOException {
        html.start("footer", "wide").start("p");
        html.text(tool + " · ");
        html.text(texts.get("facts", Releases.load().collectedOn().toString()));
        Optional<LocalDate> asOf = asOf(page.files());
        if (asOf.isPresent()) {
            html.text(" · ").text(texts.get("asOf", asOf.get().toString()));
        }
        html.end().end().line();
    }

    private static Optional<LocalDate> asOf(List<PageFile> files) {
        for (PageFile file : files) {
            Optional<BuildDescription> description = file.description();
            if (description.isPresent()) {
                return Optional.of(description.get().asOf());
            }
        }
        return Optional.empty();
    }
}
