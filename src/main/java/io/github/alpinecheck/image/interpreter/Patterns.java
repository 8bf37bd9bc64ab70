package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.shell.Word;
import java.util.List;
import java.util.Optional;

/** Words that are patterns: what is quoted in them stands for itself. */
final class Patterns {

    private Patterns() {}

    /** The pattern, with a backslash before what is quoted; empty when a part of it has to be expanded. */
    static Optional<String> literal(Word word) {
        StringBuilder pattern = new StringBuilder();
        return collect(word.parts(), false, pattern) ? Optional.of(pattern.toString()) : Optional.empty();
    }

    private static boolean collect(List<Word.Part> parts, boolean quoted, StringBuilder pattern) {
        for (Word.Part part : parts) {
            if (part instanceof Word.Literal literal) {
                String text = literal.value().toString();
                pattern.append(quoted || literal.quoted() ? Glob.quoted(text) : text);
            } else if (!(part instanceof Word.DoubleQuoted inner && collect(inner.parts(), true, pattern))) {
                return false;
            }
        }
        return true;
    }
}
