package io.github.alpinecheck.report.html;

import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.report.description.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The releases of Alpine that have support on a day, and where that of an image stands among them. */
final class ReleaseTimeline {

    /** Of a longer time, not every year has its number. */
    private static final int MANY_YEARS = 6;

    private final Release own;
    private final LocalDate asOf;
    private final Texts texts;
    private final List<Release> releases = new ArrayList<>();
    private LocalDate first;
    private LocalDate last;

    ReleaseTimeline(Release own, LocalDate asOf, Texts texts) {
        this.own = own;
        this.asOf = asOf;
        this.texts = texts;
        this.first = asOf;
        this.last = asOf;
        for (Release release : Releases.load().all()) {
            if (release.released().isPresent() && release.endOfSupport().isPresent() && isShown(release)) {
                releases.add(release);
                LocalDate from = release.released().get();
                LocalDate to = release.endOfSupport().get();
                first = from.isBefore(first) ? from : first;
                last = to.isAfter(last) ? to : last;
            }
        }
    }

    private boolean isShown(Release release) {
        boolean supported = !release.released().orElse(LocalDate.MAX).isAfter(asOf)
                && release.endOfSupport().orElse(LocalDate.MIN).isAfter(asOf);
        return supported || isOwn(release);
    }

    private boolean isOwn(Release release) {
        return release.version().equals(own.version());
    }

    void write(HtmlWriter html) throws IOException {
        html.start("figure", "timeline").start("figcaption");
        html.text(texts.get("timeline", asOf.toString())).end().start("ul").line();
        for (Release release : releases) {
            row(release, html);
        }
        if (own.isEdge()) {
            html.start("li", "own").element("span", "release", own.toString());
            html.element("span", "end", texts.get("rolling")).end().line();
        }
        html.end();
        years(html);
        html.end().line();
    }

    private void row(Release release, HtmlWriter html) throws IOException {
        LocalDate from = release.released().orElseThrow();
        LocalDate to = release.endOfSupport().orElseThrow();
        boolean ended = !to.isAfter(asOf);
        html.start("li", (isOwn(release) ? "own" : "other") + (ended ? " ended" : ""));
        html.element("span", "release", release.toString());
        html.start("svg")
                .attribute("aria-hidden", "true")
                .attribute("width", "100%")
                .attribute("height", "22");
        html.start("line", "today").attribute("x1", at(asOf)).attribute("x2", at(asOf));
        html.attribute("y1", "0").attribute("y2", "22").end();
        html.start("rect").attribute("x", at(from)).attribute("width", Percent.of(days(from, to), days(first, last)));
        html.attribute("y", "7")
                .attribute("height", "8")
                .attribute("rx", "2")
                .end()
                .end();
        html.text(" ");
        html.element("span", "end", texts.get(ended ? "ended" : "until", to.toString()));
        html.end().line();
    }

    private void years(HtmlWriter html) throws IOException {
        html.start("svg", "years")
                .attribute("aria-hidden", "true")
                .attribute("width", "100%")
                .attribute("height", "16");
        int step = last.getYear() - first.getYear() > MANY_YEARS ? 2 : 1;
        for (int year = first.getYear() + 1; year <= last.getYear(); year += step) {
            LocalDate day = LocalDate.of(year, 1, 1);
            html.start("text")
                    .attribute("x", at(day))
                    .attribute("y", "12")
                    .text(Integer.toString(year))
                    .end();
        }
        html.end();
    }

    private String at(LocalDate day) {
        return Percent.of(days(first, day), days(first, last));
    }

    private static long days(LocalDate from, LocalDate to) {
        return Math.max(1, ChronoUnit.DAYS.between(from, to));
    }
}
