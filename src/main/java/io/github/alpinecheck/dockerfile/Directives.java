package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the parser directives among the comments. They stand at the top: the first line that is none ends them, be it
 * an ordinary comment or blank.
 */
final class Directives {

    private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

    private final SourceText source;
    private final Problems problems;
    private final List<Dockerfile.Directive> found = new ArrayList<>();
    private char escape = '\\';
    private boolean ended;
    private boolean afterShebang;

    Directives(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Takes a comment from its {@code #} to the end of its line; whether it is a directive. */
    boolean read(Span comment) {
        if (ended) {
            return false;
        }
        String text = source.text(comment);
        // "#!" may precede the directives, but BuildKit then finds only those that it looks for before it parses
        if (comment.start() == 0 && text.startsWith("#!")) {
            afterShebang = true;
            return false;
        }
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(1, equals).strip().toLowerCase(Locale.ROOT);
        // a value of blanks only is one blank to BuildKit
        String written = text.substring(equals + 1);
        String value = written.isBlank() && !written.isEmpty() ? " " : written.strip();
        if (!NAMES.contains(name) || value.isEmpty()) {
            ended = true;
            return false;
        }
        Span span = new Span(
                comment.start(),
                comment.start() + Math.max(equals + 1, text.stripTrailing().length()));
        return !(afterShebang && name.equals("escape")) && add(new Dockerfile.Directive(name, value, span));
    }

    private boolean add(Dockerfile.Directive directive) {
        if (found.stream().anyMatch(d -> d.name().equals(directive.name()))) {
            problems.add(SyntaxProblem.Kind.DUPLICATE_DIRECTIVE, directive.span(), directive.name());
            return false;
        }
        found.add(directive);
        if (directive.name().equals("escape")) {
            if (directive.value().equals("\\") || directive.value().equals("`")) {
                escape = directive.value().charAt(0);
            } else {
                problems.add(SyntaxProblem.Kind.BAD_DIRECTIVE, directive.span(), directive.name(), directive.value());
            }
        }
        return true;
    }

    /** A line that is no comment came. */
    void end() {
        ended = true;
    }

    char escape() {
        return escape;
    }

    List<Dockerfile.Directive> found() {
        return found;
    }
}
