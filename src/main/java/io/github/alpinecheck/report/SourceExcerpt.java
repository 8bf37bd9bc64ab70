package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.LineDiff;
import io.github.alpinecheck.text.Position;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The source lines of a finding and those around it, with a gutter of line numbers and the span underlined. */
final class SourceExcerpt {

    private static final int MAX_LINES = 4;
    /** Lines that are shown before the span, and after it. */
    private static final int CONTEXT = 2;

    /** A fix with more lines belongs into an editor. */
    private static final int MAX_DIFF_LINES = 6;

    private static final int MAX_COLUMNS = 120;
    /** How much of a cut line is shown before the span. */
    private static final int LEAD = 30;

    private final Finding finding;
    private final Palette palette;
    private final int firstLine;
    private final int lastLine;
    /** The first and the last line that are shown. */
    private final int top;

    private final int bottom;

    SourceExcerpt(Finding finding, Palette palette) {
        this.finding = finding;
        this.palette = palette;
        SourceText source = finding.source();
        Position end = source.position(finding.span().end());
        this.firstLine = source.position(finding.span().start()).line();
        // a span that ends with its line end has nothing on the next line
        this.lastLine = end.column() == 1 ? Math.max(firstLine, end.line() - 1) : end.line();
        this.top = contextStart();
        this.bottom = isCut() ? lastShown() : contextEnd();
    }

    /** Blanks as wide as the gutter's numbers. */
    String margin() {
        return " ".repeat(String.valueOf(bottom).length());
    }

    /** Without the location; none when the file is empty. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (finding.source().content().isEmpty()) {
            return lines;
        }
        lines.add(gutter(margin()));
        for (int number = top; number < firstLine; number++) {
            addContext(number, lines);
        }
        for (int number = firstLine; number <= lastShown(); number++) {
            addLine(number, lines);
        }
        if (isCut()) {
            lines.add(gutter(margin()) + " …");
        }
        for (int number = lastShown() + 1; number <= bottom; number++) {
            addContext(number, lines);
        }
        return lines;
    }

    /** The lines that a fix changes, like those of the source; none if it changes too much for a console. */
    List<String> lines(Fix fix) {
        List<String> lines = new ArrayList<>();
        for (LineDiff.Change change : LineDiff.of(finding.source(), fix.edits())) {
            int number = change.line();
            for (String line : change.before()) {
                lines.add(diffLine(padded(number++) + " -", line));
            }
            for (String line : change.after()) {
                lines.add(diffLine(margin() + " +", line));
            }
        }
        return lines.size() > MAX_DIFF_LINES ? List.of() : lines;
    }

    private String diffLine(String gutter, String line) {
        return palette.strong(gutter) + " "
                + DisplayLine.of(line).window(0, MAX_COLUMNS).stripTrailing();
    }

    private boolean isCut() {
        return lastShown() < lastLine;
    }

    private int lastShown() {
        return Math.min(lastLine, firstLine + MAX_LINES - 1);
    }

    /** Blank lines at the edge say nothing. */
    private int contextStart() {
        int line = Math.max(1, firstLine - CONTEXT);
        while (line < firstLine && finding.source().line(line).isBlank()) {
            line++;
        }
        return line;
    }

    private int contextEnd() {
        int line = Math.min(finding.source().lineCount(), lastLine + CONTEXT);
        while (line > lastLine && finding.source().line(line).isBlank()) {
            line--;
        }
        return line;
    }

    private void addContext(int number, List<String> lines) {
        DisplayLine shown = DisplayLine.of(finding.source().line(number));
        int right = Math.min(shown.width(), MAX_COLUMNS);
        lines.add((gutter(padded(number)) + " " + shown.window(0, right)).stripTrailing());
    }

    private String padded(int number) {
        String text = String.valueOf(number);
        return " ".repeat(Math.max(0, margin().length() - text.length())) + text;
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
        lines.add((gutter(padded(number)) + " " + shown.window(left, right)).stripTrailing());
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
