package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a word of an instruction means: takes away quotes and escapes and puts in the values of variables, as
 * BuildKit does ({@code frontend/dockerfile/shell/lex.go}). Knows <code>$x ${x}</code>, {@code - + ?} with and without
 * colon, {@code # ## % %%} and {@code / //}.
 *
 * <p>An unknown value makes a hole in the result, and whatever depends on it too: <code>${x:-y}</code> of an unknown
 * {@code x} is unknown, not {@code y}.
 */
public final class WordExpander {

    /** The escape character of here-document bodies, whatever the directive says. */
    private static final char BODY_ESCAPE = '\\';

    private final char escape;

    /**
     * For the words of one Dockerfile.
     *
     * @param escape its {@linkplain Dockerfile#escape() escape character}
     */
    public WordExpander(char escape) {
        this.escape = escape;
    }

    /** The word's value; blanks do not split it. */
    public PartialString expand(CharSequence word, Variables variables) throws ExpansionException {
        String text = word.toString();
        return isPlain(text) ? PartialString.of(text) : joined(text, escape, WordLexer.Mode.EXPAND, variables);
    }

    /**
     * The words, split at blanks outside quotes; values of variables outside quotes are split too, and empty words are
     * dropped. A word with a hole may stand for several words or for none.
     */
    public List<PartialString> expandWords(CharSequence words, Variables variables) throws ExpansionException {
        List<PartialString> result = new ArrayList<>();
        for (SplitWords.Word word : SplitWords.of(words.toString(), escape, WordLexer.Mode.EXPAND, variables)) {
            result.add(new PartialString(word.text()));
        }
        return List.copyOf(result);
    }

    /**
     * The body of a {@link Heredoc} of COPY or ADD whose delimiter is not quoted: variables and escapes as in a word,
     * but quotes stay; the escape character is always the backslash.
     */
    public static PartialString expandBody(CharSequence body, Variables variables) throws ExpansionException {
        return joined(body.toString(), BODY_ESCAPE, WordLexer.Mode.BODY, variables);
    }

    private static PartialString joined(String text, char escape, WordLexer.Mode mode, Variables variables)
            throws ExpansionException {
        WordLexer.Joined result = new WordLexer.Joined();
        new WordLexer(text, escape, mode, variables).run(result);
        return new PartialString(result.text());
    }

    private boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$' || c == '\'' || c == '"' || c == escape) {
                return false;
            }
        }
        return true;
    }
}
