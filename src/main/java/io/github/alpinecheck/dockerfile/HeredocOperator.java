package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The word that announces a here-document, such as {@code 3<<-'EOT'}. As in BuildKit it must be a word of its own:
 * {@code cat<<EOT} announces none, and {@code <<EOT;} has the delimiter {@code EOT;}.
 *
 * @param span the word
 */
record HeredocOperator(String delimiter, boolean expand, boolean stripTabs, int fileDescriptor, Span span) {

    /** In the delimiter the backslash escapes, whatever the directive says. */
    private static final char ESCAPE = '\\';

    private static final Variables NONE = name -> Optional.empty();

    /** All of an instruction's line, in order. None when a shell could not read the line's quotes and variables. */
    static List<HeredocOperator> in(MappedText line) {
        String text = line.toString();
        if (!text.contains("<<")) {
            return List.of();
        }
        List<HeredocOperator> found = new ArrayList<>();
        for (SplitWords.Word word : words(text, WordLexer.Mode.KEEP_ALL)) {
            of(word.text(), line.span(word.start(), word.end())).ifPresent(found::add);
        }
        return found;
    }

    /** The operator that a text is as a whole. */
    static Optional<HeredocOperator> of(MappedText text) {
        return of(text.toString(), text.span());
    }

    private static Optional<HeredocOperator> of(String word, Span span) {
        int at = 0;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        if (!word.startsWith("<<", at)) {
            return Optional.empty();
        }
        String number = word.substring(0, at);
        boolean stripTabs = word.startsWith("-", at + 2);
        String delimiter = word.substring(at + (stripTabs ? 3 : 2)).stripLeading();
        if (delimiter.isEmpty() || delimiter.indexOf('<') >= 0) {
            return Optional.empty();
        }
        List<SplitWords.Word> unquoted = words(delimiter, WordLexer.Mode.UNQUOTE);
        List<SplitWords.Word> quoted = words(delimiter, WordLexer.Mode.KEEP_QUOTES);
        if (unquoted.size() != 1 || quoted.size() != 1) {
            return Optional.empty();
        }
        String name = unquoted.get(0).text();
        boolean expand = quotes(name) == quotes(quoted.get(0).text());
        return Optional.of(new HeredocOperator(name, expand, stripTabs, fileDescriptor(number), span));
    }

    private static int fileDescriptor(String number) {
        // more digits than a descriptor can have are as good as the largest one
        return number.isEmpty() ? 0 : number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number);
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '"').count();
    }

    private static List<SplitWords.Word> words(String text, WordLexer.Mode mode) {
        try {
            return SplitWords.of(text, ESCAPE, mode, NONE);
        } catch (ExpansionException e) {
            return List.of();
        }
    }
}
