package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.shell.Word;

/** Bash's brace expansion. */
final class Braces {

    private Braces() {}

    /**
     * Whether bash makes several words of it, and whoever wrote it meant that: {@code {a,b}} and {@code {1..3}} of
     * characters that names of files and packages have.
     */
    static boolean expand(Word word) {
        StringBuilder text = new StringBuilder();
        for (Word.Part part : word.parts()) {
            boolean plain = part instanceof Word.Literal literal && !literal.quoted();
            // what is quoted or expanded is no brace and no comma, but may stand between them
            text.append(plain ? ((Word.Literal) part).value().toString() : "x");
        }
        int open = text.indexOf("{");
        int close = open < 0 ? -1 : text.indexOf("}", open);
        return close > 0 && isList(text.substring(open + 1, close));
    }

    private static boolean isList(String inner) {
        boolean names = inner.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.,/*?+@".indexOf(c) >= 0);
        int dots = inner.indexOf("..");
        boolean range = dots > 0 && dots + 2 < inner.length() && inner.indexOf(',') < 0;
        return names && (range || inner.indexOf(',') >= 0);
    }
}
