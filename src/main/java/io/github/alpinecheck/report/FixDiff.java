package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a fix changes, in the lines of a small diff: the old lines with their numbers, and the new ones. */
final class FixDiff {

    /** A fix that changes more is not shown: it belongs into an editor. */
    private static final int MAX_LINES = 6;

    private FixDiff() {}

    /** A line of a diff; its number is that of the file, 0 for a new line. */
    record Line(int number, String text) {}

    /** The lines; none if there are too many. */
    static List<Line> lines(SourceText source, Fix fix) {
        List<TextEdit> edits = fix.edits().stream()
                .sorted(Comparator.comparing(TextEdit::span))
                .toList();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        while (at < edits.size()) {
            int first = source.position(edits.get(at).span().start()).line();
            int last = first;
            int end = at;
            // edits of the same lines are one change
            while (end < edits.size()
                    && source.position(edits.get(end).span().start()).line() <= last) {
                last = source.position(edits.get(end).span().end()).line();
                end++;
            }
            add(source, edits.subList(at, end), first, last, lines);
            at = end;
        }
        return lines.size() > MAX_LINES ? List.of() : lines;
    }

    private static void add(SourceText source, List<TextEdit> edits, int first, int last, List<Line> lines) {
        for (int number = first; number <= last; number++) {
            lines.add(new Line(number, source.line(number)));
        }
        int from = source.lineStart(first);
        int to = source.lineStart(last) + source.line(last).length();
        StringBuilder text = new StringBuilder();
        for (TextEdit edit : edits) {
            text.append(source.content(), from, edit.span().start()).append(edit.replacement());
            from = edit.span().end();
        }
        text.append(source.content(), Math.min(from, to), to);
        text.toString().lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(new Line(0, line)));
    }
}
