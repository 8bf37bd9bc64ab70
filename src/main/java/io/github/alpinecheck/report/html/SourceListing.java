package io.github.alpinecheck.report.html;

import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.report.html.Page.PageFile;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source of a file with its findings below the lines that they are about. */
final class SourceListing {

    /** Longer files show the surroundings of their findings only. */
    private static final int MOST_LINES = 1000;

    /** Lines before and after a finding, where not all are shown. */
    private static final int SURROUNDINGS = 2;

    /** No line of a Dockerfile is that long, but one of a file that is none may be. */
    private static final int LONGEST_LINE = 4000;

    private final PageFile file;
    private final SourceText source;
    private final boolean whole;
    private final FindingBlock block;
    private final Texts texts;
    /** By line, 0 unused: whether it is shown. */
    private final boolean[] shown;
    /** By line: the numbers of the findings that stand below it. */
    private final List<List<Integer>> below = new ArrayList<>();

    SourceListing(PageFile file, boolean whole, FindingBlock block, Texts texts) {
        this.file = file;
        this.source = file.source();
        this.whole = whole && file.checked().isPresent() && source.lineCount() <= MOST_LINES;
        this.block = block;
        this.texts = texts;
        this.shown = new boolean[source.lineCount() + 1];
        for (int i = 0; i <= source.lineCount(); i++) {
            below.add(new ArrayList<>());
        }
    }

    void write(HtmlWriter html) throws IOException {
        place();
        html.start("section", "listing").attribute("aria-label", texts.get("sourceOf", file.name()));
        html.line();
        int left = 0;
        boolean empty = source.content().isEmpty();
        for (int number = 1; number <= source.lineCount(); number++) {
            if (shown[number]) {
                left = 0;
                line(number, html);
            } else if (left == 0 && !empty) {
                left = hidden(number);
                html.element("p", "cut", texts.count("hidden", left)).line();
            }
            for (int finding : below.get(number)) {
                block.write(file.findings().get(finding), file.findingId(finding), html);
            }
        }
        html.end().line();
    }

    private void place() {
        boolean empty = source.content().isEmpty();
        for (int i = 0; i < file.findings().size(); i++) {
            Span span = file.findings().get(i).span();
            int last = lastLine(span);
            below.get(last).add(i);
            int from = source.position(span.start()).line() - SURROUNDINGS;
            for (int number = Math.max(1, from);
                    number <= Math.min(source.lineCount(), last + SURROUNDINGS);
                    number++) {
                shown[number] = !empty;
            }
        }
        for (int number = 1; whole && !empty && number < shown.length; number++) {
            shown[number] = true;
        }
    }

    /** A span that ends with its line end has nothing on the next line. */
    private int lastLine(Span span) {
        Position end = source.position(span.end());
        int first = source.position(span.start()).line();
        return Math.max(1, end.column() == 1 ? Math.max(first, end.line() - 1) : end.line());
    }

    /** How many lines from here on are left out. */
    private int hidden(int from) {
        int number = from;
        while (number < shown.length && !shown[number]) {
            number++;
        }
        return number - from;
    }

    private void line(int number, HtmlWriter html) throws IOException {
        int start = source.lineStart(number);
        String line = source.line(number);
        int end = start + Math.min(line.length(), LONGEST_LINE);
        html.start("div", "line").attribute("id", file.id() + "-L" + number);
        html.element("span", "no", Integer.toString(number));
        html.start("code");
        int at = Math.min(end, start + indentation(line));
        html.text(source.content().substring(start, at));
        while (at < end) {
            int next = boundary(at, end);
            Severity severity = severity(at);
            if (severity == null) {
                html.text(source.content().substring(at, next));
            } else {
                html.element("mark", severity.id(), source.content().substring(at, next));
            }
            at = next;
        }
        html.text(line.length() > LONGEST_LINE ? "…" : "");
        html.end().end().line();
    }

    /** Where the next mark starts or ends. */
    private int boundary(int at, int end) {
        int next = end;
        for (Finding finding : file.findings()) {
            Span span = finding.span();
            next = span.start() > at && span.start() < next ? span.start() : next;
            next = span.end() > at && span.end() < next ? span.end() : next;
        }
        return next;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The worst of the findings about a character. */
    private @Nullable Severity severity(int at) {
        Severity worst = null;
        for (Finding finding : file.findings()) {
            boolean covers = finding.span().start() <= at && at < finding.span().end();
            if (covers && (worst == null || finding.severity().compareTo(worst) > 0)) {
                worst = finding.severity();
            }
        }
        return worst;
    }
}
