package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts continued lines together, one instruction a line, and takes comments and directives out. */
final class LogicalLines {

    private final SourceText source;
    private final String content;
    private final PhysicalLines lines;
    private final Directives directives;
    private final List<Dockerfile.Comment> comments = new ArrayList<>();

    LogicalLines(SourceText source, Problems problems) {
        this.source = source;
        this.content = source.content();
        this.lines = new PhysicalLines(source);
        this.directives = new Directives(source, problems);
    }

    /** The next instruction's line, trimmed; empty at the end of the file. */
    Optional<MappedText> next() {
        while (lines.advance()) {
            int first = firstCharacter();
            if (first < lines.end() && content.charAt(first) == '#') {
                comment(first);
                continue;
            }
            directives.end();
            int kept = beforeContinuation(first);
            if (kept < lines.end()) {
                return Optional.of(continued(first, kept));
            }
            if (first < lines.end()) {
                return Optional.of(Blanks.trim(MappedText.of(source, new Span(first, lines.end()))));
            }
        }
        return Optional.empty();
    }

    /** Reads on after a line that ends with the escape character. */
    private MappedText continued(int first, int firstEnd) {
        MappedText.Builder text = new MappedText.Builder();
        append(text, first, firstEnd);
        boolean open = true;
        int end = firstEnd;
        while (open && lines.advance()) {
            int start = firstCharacter();
            if (start == lines.end()) {
                continue;
            }
            if (content.charAt(start) == '#') {
                comments.add(commentAt(start));
                continue;
            }
            end = beforeContinuation(lines.start());
            open = end < lines.end();
            append(text, lines.start(), end);
        }
        return Blanks.trim(text.build(end));
    }

    private void append(MappedText.Builder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.append(content.charAt(i), i);
        }
    }

    /**
     * Where the escape character stands that continues the current line, or the line's end. It is the last character
     * but for blanks, and no other one stands before it.
     */
    private int beforeContinuation(int from) {
        int at = lines.end() - 1;
        while (at >= from && (content.charAt(at) == ' ' || content.charAt(at) == '\t')) {
            at--;
        }
        char escape = directives.escape();
        boolean continues =
                at >= from && content.charAt(at) == escape && (at == from || content.charAt(at - 1) != escape);
        return continues ? at : lines.end();
    }

    private int firstCharacter() {
        int at = lines.start();
        while (at < lines.end() && Blanks.isSpace(content.charAt(at))) {
            at++;
        }
        return at;
    }

    private void comment(int hash) {
        if (!directives.read(new Span(hash, lines.end()))) {
            comments.add(commentAt(hash));
        }
    }

    private Dockerfile.Comment commentAt(int hash) {
        Span span = new Span(hash, lines.end());
        return new Dockerfile.Comment(source.text(span).substring(1), span);
    }

    /** The lines that are still to read; a here-document takes what it needs. */
    PhysicalLines lines() {
        return lines;
    }

    char escape() {
        return directives.escape();
    }

    List<Dockerfile.Directive> directives() {
        return directives.found();
    }

    List<Dockerfile.Comment> comments() {
        return comments;
    }
}
