package io.github.alpinecheck.image.command;

import java.util.List;
import java.util.Optional;

/**
 * An expression of which every part stands for one character: itself, or any one. Nearly all that rewrite addresses are
 * like this, and {@link java.util.regex} would cost more than the rest of a Dockerfile.
 */
final class PlainRegex implements PosixRegex {

    /** Stands for any character; what people write has no line ends, since an expression looks at one line. */
    private static final char ANY = '\n';

    private static final String OPERATORS = "(){}+?|";

    private final String characters;

    private PlainRegex(String characters) {
        this.characters = characters;
    }

    /** The expression; empty if some part of it is more than one character. */
    static Optional<PosixRegex> compile(String regex, boolean extended) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                i++;
                c = regex.charAt(i);
                boolean plain = RegexTranslation.PLAIN_WHEN_ESCAPED.indexOf(c) >= 0;
                if (!plain || !extended && OPERATORS.indexOf(c) >= 0) {
                    return Optional.empty();
                }
                characters.append(c);
            } else if ("\\[*^$\n".indexOf(c) >= 0 || extended && OPERATORS.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                characters.append(c == '.' ? ANY : c);
            }
        }
        return Optional.of(new PlainRegex(characters.toString()));
    }

    @Override
    public int groups() {
        return 0;
    }

    @Override
    public Optional<Match> find(String line, int from) {
        for (int start = from; start <= line.length(); start++) {
            int end = end(line, start);
            if (end >= 0) {
                return Optional.of(new Match(start, end, List.of()));
            }
        }
        return Optional.empty();
    }

    /** Where a match that begins there ends; -1 if there is none. */
    private int end(String line, int start) {
        int at = start;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (at >= line.length() || c != ANY && c != line.charAt(at)) {
                return -1;
            }
            at += c == ANY ? Character.charCount(line.codePointAt(at)) : 1;
        }
        return at;
    }
}
