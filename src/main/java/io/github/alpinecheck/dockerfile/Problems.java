package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
final class Problems {

    /** A file with more is no Dockerfile; to read on would only fill memory and reports. */
    private static final int MAX = 100;

    /** Characters of an argument that are worth to be shown. */
    private static final int MAX_SHOWN = 60;

    private final List<SyntaxProblem> found = new ArrayList<>();

    /** Adds a problem; forgets it when there are too many. */
    void add(SyntaxProblem.Kind kind, Span span, String... arguments) {
        if (tooMany() && kind != SyntaxProblem.Kind.TOO_MANY_PROBLEMS) {
            return;
        }
        List<String> shown = new ArrayList<>();
        for (String argument : arguments) {
            shown.add(argument.length() <= MAX_SHOWN ? argument : argument.substring(0, MAX_SHOWN) + "…");
        }
        found.add(new SyntaxProblem(kind, span, shown));
    }

    /** Whether there are so many that nothing more is to be read. */
    boolean tooMany() {
        return found.size() >= MAX;
    }

    /** All of them, in the order of the text. */
    List<SyntaxProblem> inOrder() {
        return found.stream().sorted(Comparator.comparing(SyntaxProblem::span)).toList();
    }
}
