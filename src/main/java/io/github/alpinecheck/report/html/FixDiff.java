package io.github.alpinecheck.report.html;

import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.LineDiff;
import io.github.alpinecheck.text.LineDiff.Change;
import io.github.alpinecheck.text.SourceText;
import java.io.IOException;
import java.util.List;

/** The lines that a fix changes, before and after. */
record FixDiff(SourceText source, Fix fix) {

    void write(HtmlWriter html, Texts texts) throws IOException {
        List<Change> changes = LineDiff.of(source, fix.edits());
        if (changes.isEmpty()) {
            return;
        }
        html.start("figure", "diff").element("figcaption", texts.get("fix"));
        html.start("pre");
        for (Change change : changes) {
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
