package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The source lines of a finding, with a gutter of line numbers and the span underlined. */
final class SourceExcerpt {

    private static final int MAX_LINES = 4;
    private static final int MAX_COLUMNS = 120;
    /** How much of a cut line is shown before the span. */
    private static final int LEAD = 30;

    private final Finding finding;
    private final Palette palette;
    private final int firstLine;
    private final int lastLine;

    SourceExcerpt(Finding finding, Palette palette) {
        this.finding = finding;
        this.palette = palette;
        SourceText source = finding.source();
        Position end = source.position(finding.span().end());
        this.firstLine = source.position(finding.span().start()).line();
        // a span that ends with its line end has nothing on the next line
        this.lastLine = end.column() == 1 ? Math.max(firstLine, end.line() - 1) : end.line();
    }

    /** Blanks as wide as the gutter's numbers. */
    String margin() {
        return " ".repeat(String.valueOf(lastShown()).length());
    }

    /** Without the location; none when the file is empty. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (finding.source().content().isEmpty()) {
            return lines;
        }
        lines.add(gutter(margin()));
        for (int number = firstLine; number <= lastShown(); number++) {
            addLine(number, lines);
        }
        if (lastShown() < lastLine) {
            lines.add(gutter(margin()) + " …");
        }
        return lines;
    }

    private int lastShown() {
        return Math.min(lastLine, firstLine + MAX_LINES - 1);
    }

    private void addLine(int number, List<String> lines) {
        SourceText source = finding.source();
        Span span = finding.span();
        String line = source.line(number);
        int start = source.lineStart(number);
        int from = number == firstLine ? span.start() - start : indent(line);
        int to = Math.max(from, number == lastLine ? span.end() - start : line.length());
        DisplayLine shown = DisplayLine.of(line);
        int fromColumn = shown.column(Math.min(from, line.length()));
        int toColumn = shown.column(Math.min(to, line.length()));
        int left = shown.width() <= MAX_COLUMNS ? 0 : Math.max(0, fromColumn - LEAD);
        int right = Math.min(shown.width(), left + MAX_COLUMNS);
        String padded = " ".repeat(margin().length() - String.valueOf(number).length()) + number;
        lines.add((gutter(padded) + " " + shown.window(left, right)).stripTrailing());
        int carets = Math.min(toColumn, right) - fromColumn;
        if (carets > 0 || span.length() == 0) {
            lines.add(gutter(margin()) + " " + " ".repeat(fromColumn - left)
                    + palette.severity(finding.severity(), "^".repeat(Math.max(1, carets))));
        }
    }

    private String gutter(String number) {
        return palette.strong(number + " |");
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
