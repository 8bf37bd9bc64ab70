package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction's line, cut into its three parts.
 *
 * @param line all of it, trimmed
 * @param keyword as written
 * @param flags the words with {@code --} after the keyword; quotes and escapes are taken away from them
 * @param arguments the rest, trimmed
 */
record Statement(MappedText line, MappedText keyword, List<Flag> flags, MappedText arguments) {

    static Statement of(MappedText line, char escape) {
        int keywordEnd = Blanks.separator(line, 0);
        FlagReader reader = new FlagReader(line, Blanks.afterSeparators(line, keywordEnd), escape);
        List<Flag> flags = reader.read();
        MappedText rest = Blanks.trim(line.slice(reader.end(), line.length()));
        MappedText arguments =
                rest.length() > 0 ? rest : MappedText.empty(line.span().end());
        return new Statement(line, line.slice(0, keywordEnd), flags, arguments);
    }

    /** The keyword in upper case. */
    String name() {
        return keyword.toString().toUpperCase(Locale.ROOT);
    }

    /** The here-documents that the line announces. */
    List<HeredocOperator> heredocs(char escape) {
        Statement holder = name().equals(Keyword.ONBUILD.name()) ? of(arguments, escape) : this;
        boolean canHold = Keyword.of(holder.name()).map(Keyword::takesHeredocs).orElse(false);
        if (!canHold || JsonArray.parse(holder.arguments).isPresent()) {
            return List.of();
        }
        return HeredocOperator.in(line);
    }

    /** Reads words as long as they begin with two dashes. */
    private static final class FlagReader {
        private static final char NO_QUOTE = '\0';

        private final MappedText line;
        private final char escape;
        private int at;

        FlagReader(MappedText line, int from, char escape) {
            this.line = line;
            this.at = from;
            this.escape = escape;
        }

        /** Index of the first character that belongs to no flag. */
        int end() {
            return at;
        }

        List<Flag> read() {
            List<Flag> flags = new ArrayList<>();
            while (true) {
                while (at < line.length() && Blanks.isSpace(line.charAt(at))) {
                    at++;
                }
                if (at + 1 >= line.length() || line.charAt(at) != '-' || line.charAt(at + 1) != '-') {
                    return flags;
                }
                int from = at;
                MappedText word = word();
                if (word.length() == 2) {
                    // two dashes alone end the flags
                    return flags;
                }
                flags.add(flag(word, from));
            }
        }

        private Flag flag(MappedText word, int from) {
            String text = word.toString();
            int equals = text.indexOf('=');
            Optional<Argument> value = equals < 0 ? Optional.empty() : Optional.of(Argument.after(word, equals));
            return new Flag(text.substring(2, equals < 0 ? text.length() : equals), value, line.span(from, at));
        }

        /** The word without its quotes and escapes; ends after it. */
        private MappedText word() {
            MappedText.Builder word = new MappedText.Builder();
            char quote = NO_QUOTE;
            for (; at < line.length(); at++) {
                char c = line.charAt(at);
                if (quote == NO_QUOTE && Blanks.isSpace(c)) {
                    break;
                }
                if (c == quote) {
                    quote = NO_QUOTE;
                } else if (quote == NO_QUOTE && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c != escape) {
                    word.append(c, line.sourceOffset(at));
                } else if (at + 1 < line.length()) {
                    at++;
                    word.append(line.charAt(at), line.sourceOffset(at));
                }
            }
            return word.build(line.sourceOffset(at));
        }
    }
}
