package io.github.alpinecheck.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What edits change, as whole lines. */
public final class LineDiff {

    private LineDiff() {}

    /**
     * Lines that go, and lines that come instead.
     *
     * @param line number of the first one that goes
     */
    public record Change(int line, List<String> before, List<String> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * The changes from top to bottom. Edits of the same lines are one change; a line of which nothing is left is not
     * replaced by a blank one.
     *
     * @param edits in any order, none overlapping another
     */
    public static List<Change> of(SourceText source, List<TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparing(TextEdit::span));
        List<Change> changes = new ArrayList<>();
        int at = 0;
        while (at < sorted.size()) {
            int first = source.position(sorted.get(at).span().start()).line();
            int last = first;
            int end = at;
            while (end < sorted.size()
                    && source.position(sorted.get(end).span().start()).line() <= last) {
                last = source.position(sorted.get(end).span().end()).line();
                end++;
            }
            changes.add(change(source, sorted.subList(at, end), first, last));
            at = end;
        }
        return changes;
    }

    private static Change change(SourceText source, List<TextEdit> edits, int first, int last) {
        List<String> before = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            before.add(source.line(number));
        }
        int from = source.lineStart(first);
        int to = source.lineStart(last) + source.line(last).length();
        StringBuilder text = new StringBuilder();
        for (TextEdit edit : edits) {
            text.append(source.content(), from, edit.span().start()).append(edit.replacement());
            from = edit.span().end();
        }
        text.append(source.content(), Math.min(from, to), to);
        List<String> after = new ArrayList<>();
        for (String line : text.toString().lines().toList()) {
            if (!line.isBlank()) {
                after.add(line);
            }
        }
        return new Change(first, before, after);
    }
}
