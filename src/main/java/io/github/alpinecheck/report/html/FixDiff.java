package io.github.alpinecheck.report.html;

import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.TextEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines that a fix changes, before and after. */
record FixDiff(SourceText source, Fix fix) {

    void write(HtmlWriter html, Texts texts) throws IOException {
        List<TextEdit> edits = new ArrayList<>(fix.edits());
        edits.sort(Comparator.comparing(TextEdit::span));
        if (edits.isEmpty()) {
            return;
        }
        int first = source.position(edits.get(0).span().start()).line();
        int last = source.position(edits.get(edits.size() - 1).span().end()).line();
        int start = source.lineStart(first);
        int end = source.lineStart(last) + source.line(last).length();
        html.start("figure", "diff").element("figcaption", texts.get("fix"));
        html.start("pre");
        for (int number = first; number <= last; number++) {
            html.element("del", "- " + source.line(number)).text("\n");
        }
        StringBuilder after = new StringBuilder();
        int at = start;
        for (TextEdit edit : edits) {
            after.append(source.content(), at, edit.span().start()).append(edit.replacement());
            at = edit.span().end();
        }
        after.append(source.content(), at, Math.max(at, end));
        for (String line : after.toString().split("\n", -1)) {
            html.element("ins", "+ " + line).text("\n");
        }
        html.end().end();
    }
}
