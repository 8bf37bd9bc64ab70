package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;

/** Cuts the arguments of ENV, LABEL and ARG into words. They keep their quotes and escapes. */
final class PairReader {

    private static final char NO_QUOTE = '\0';

    private PairReader() {}

    /** The words between blanks that are neither quoted nor escaped. */
    static List<MappedText> words(MappedText text, char escape) {
        List<MappedText> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Blanks.isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(text, at, escape);
            // an escape character that ends the text is dropped
            int kept = end > text.length() ? text.length() - 1 : end;
            if (kept > at) {
                words.add(text.slice(at, kept));
            }
            at = end;
        }
        return words;
    }

    /** The index after a word; one more than the text has when its last character escapes nothing. */
    private static int wordEnd(MappedText text, int from, char escape) {
        char quote = NO_QUOTE;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote == NO_QUOTE && Blanks.isSpace(c)) {
                return at;
            }
            if (c == escape && quote != '\'') {
                at++;
            } else if (c == quote) {
                quote = NO_QUOTE;
            } else if (quote == NO_QUOTE && (c == '\'' || c == '"')) {
                quote = c;
            }
            at++;
        }
        return at;
    }

    /** Index of the first {@code =}; -1 when there is none. */
    static int equalsSign(MappedText word) {
        return word.toString().indexOf('=');
    }

    /** What stands before and after an index. */
    static KeyValue split(MappedText word, int equals) {
        return new KeyValue(new Argument(word.slice(0, equals)), Argument.after(word, equals));
    }
}
