package io.github.alpinecheck.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects what a {@link WordLexer} gives as words, split at blanks outside quotes; empty words are dropped. */
final class SplitWords implements WordLexer.Output {

    /**
     * A word.
     *
     * @param text what the lexer gave for it
     * @param start index of its first character in the text that was read
     * @param end index after its last character there
     */
    record Word(String text, int start, int end) {}

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;

    private SplitWords() {}

    static List<Word> of(String text, char escape, WordLexer.Mode mode, Variables variables) throws ExpansionException {
        SplitWords split = new SplitWords();
        new WordLexer(text, escape, mode, variables).run(split);
        split.finishWord();
        return split.words;
    }

    @Override
    public void unquoted(CharSequence text, int from, int to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Blanks.isSpace(c)) {
                finishWord();
            } else {
                begin(from);
                word.append(c);
                end = to;
            }
        }
    }

    @Override
    public void quoted(CharSequence text, int from, int to) {
        begin(from);
        word.append(text);
        end = to;
    }

    private void begin(int from) {
        if (word.isEmpty()) {
            start = from;
        }
    }

    private void finishWord() {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), start, end));
            word.setLength(0);
        }
    }
}
