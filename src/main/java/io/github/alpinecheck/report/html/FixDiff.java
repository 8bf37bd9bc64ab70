package io.github.alpinecheck.report.html;

import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.LineDiff;
import io.github.alpinecheck.text.SourceText;
import java.io.IOException;

/** The lines that a fix changes, before and after. */
record FixDiff(SourceText source, Fix fix) {

    void write(HtmlWriter html, Texts texts) throws IOException {
        html.start("figure", "diff").element("figcaption", texts.get("fix"));
        html.start("pre");
        for (LineDiff.Change change : LineDiff.of(source, fix.edits())) {
            for (String line : change.before()) {
                html.element("del", "- " + line).text("\n");
            }
            for (String line : change.after()) {
                html.element("ins", "+ " + line).text("\n");
            }
        }
        html.end().end();
    }
}
