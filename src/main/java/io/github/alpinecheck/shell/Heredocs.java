package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The here-documents of a script. A body stands after the line of its operator, so it is not known yet when the
 * redirection is read: a script that has any is parsed twice, and the second time the bodies are known.
 */
final class Heredocs {

    /**
     * The lines between.
     *
     * @param text without the tabs that {@code <<-} drops
     * @param end the index of the line after the delimiter
     */
    record Body(MappedText text, int end) {}

    private record Pending(int operatorIndex, String delimiter, boolean stripTabs, boolean expand) {}

    private final MappedText script;
    /** What the first parse found, by the index of the operator. */
    private final Map<Integer, Body> known;

    private final Map<Integer, Body> found = new HashMap<>();
    private List<Pending> pending = new ArrayList<>();

    private Heredocs(MappedText script, Map<Integer, Body> known) {
        this.script = script;
        this.known = known;
    }

    /** Parses a script; a second time when the first has found here-documents. */
    static <T> T parse(MappedText script, Function<Heredocs, T> parser) {
        Heredocs first = new Heredocs(script, Map.of());
        T result = parser.apply(first);
        return first.found.isEmpty() ? result : parser.apply(new Heredocs(script, first.found));
    }

    /** Says that a body follows the current line, and gives it if an earlier parse found it. */
    Optional<MappedText> announce(int operatorIndex, String delimiter, boolean stripTabs, boolean expand) {
        pending.add(new Pending(operatorIndex, delimiter, stripTabs, expand));
        return Optional.ofNullable(known.get(operatorIndex)).map(Body::text);
    }

    /**
     * Reads the bodies that are due.
     *
     * @param lineStart after a line end
     * @return the index after the last delimiter's line
     */
    int readDue(int lineStart) {
        int at = lineStart;
        for (Pending next : pending) {
            Body earlier = known.get(next.operatorIndex());
            Body body = earlier == null ? read(next, at) : earlier;
            found.put(next.operatorIndex(), body);
            at = body.end();
        }
        pending.clear();
        return at;
    }

    /** Runs the parser of a command substitution: the lines in it have here-documents of their own. */
    <T> T inSubstitution(Supplier<T> parser) {
        List<Pending> outer = pending;
        pending = new ArrayList<>();
        T result = parser.get();
        if (!pending.isEmpty()) {
            // bash, dash and ash look for the body in three different places
            throw new LostStructure("here-document without body in a command substitution");
        }
        pending = outer;
        return result;
    }

    private Body read(Pending heredoc, int from) {
        MappedText.Builder stripped = new MappedText.Builder();
        boolean continued = false;
        int line = from;
        while (line < script.length()) {
            int end = lineEnd(line);
            // all shells leave the tabs after a line continuation
            int content = heredoc.stripTabs() && !continued ? afterTabs(line) : line;
            if (!continued && isDelimiter(content, end, heredoc.delimiter())) {
                return new Body(text(heredoc, stripped, from, line), Math.min(end + 1, script.length()));
            }
            for (int i = content; heredoc.stripTabs() && i < Math.min(end + 1, script.length()); i++) {
                stripped.append(script.charAt(i), script.sourceOffset(i));
            }
            continued = heredoc.expand() && endsWithContinuation(line, end);
            line = end + 1;
        }
        // without delimiter the shells take all that is left
        int end = Math.max(from, script.length());
        return new Body(text(heredoc, stripped, from, end), end);
    }

    private MappedText text(Pending heredoc, MappedText.Builder stripped, int from, int to) {
        return heredoc.stripTabs() ? stripped.build(script.sourceOffset(to)) : script.slice(from, to);
    }

    private int lineEnd(int from) {
        int end = script.toString().indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }

    private int afterTabs(int from) {
        int to = from;
        while (to < script.length() && script.charAt(to) == '\t') {
            to++;
        }
        return to;
    }

    private boolean isDelimiter(int start, int end, String delimiter) {
        return end - start == delimiter.length() && script.toString().startsWith(delimiter, start);
    }

    private boolean endsWithContinuation(int line, int end) {
        int backslashes = 0;
        while (end - backslashes > line && script.charAt(end - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
