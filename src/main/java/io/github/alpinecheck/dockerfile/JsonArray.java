package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON form of an instruction's arguments.
 *
 * @param strings the decoded strings; each character stands for the place where it or its escape begins
 * @param onlyStrings whether the array held nothing else; BuildKit refuses other arrays
 * @param span from {@code [} to {@code ]}
 */
record JsonArray(List<MappedText> strings, boolean onlyStrings, Span span) {

    /** The array, or empty when the text is not exactly one valid JSON array: then it is the shell form. */
    static Optional<JsonArray> parse(MappedText text) {
        return text.length() > 0 && text.charAt(0) == '[' ? new Reader(text).read() : Optional.empty();
    }

    /** Reads with a stack of its own, so that no depth of brackets is too deep. */
    private static final class Reader {

        /** As in Go's {@code encoding/json}; what is deeper is no JSON to it. */
        private static final int MAX_DEPTH = 10_000;

        private static final char END = '\0';

        private final MappedText text;
        private final List<MappedText> strings = new ArrayList<>();
        /** The brackets that are to come, innermost last. */
        private final StringBuilder open = new StringBuilder();

        private boolean onlyStrings = true;
        private int at;

        Reader(MappedText text) {
            this.text = text;
        }

        Optional<JsonArray> read() {
            if (!array()) {
                return Optional.empty();
            }
            Span span = text.span(0, at);
            blanks();
            return at == text.length() ? Optional.of(new JsonArray(strings, onlyStrings, span)) : Optional.empty();
        }

        /** Reads up to the bracket that closes the first one. */
        private boolean array() {
            open();
            boolean justOpened = true;
            while (true) {
                blanks();
                if (justOpened && peek() == closing()) {
                    close();
                } else {
                    if (closing() == '}' && !key()) {
                        return false;
                    }
                    if (peek() == '[' || peek() == '{') {
                        onlyStrings = false;
                        open();
                        if (open.length() > MAX_DEPTH) {
                            return false;
                        }
                        justOpened = true;
                        continue;
                    }
                    if (!scalar()) {
                        return false;
                    }
                }
                justOpened = false;
                if (!afterValue()) {
                    return false;
                }
                if (open.isEmpty()) {
                    return true;
                }
            }
        }

        /** Reads closing brackets, then the comma before the next value unless all is closed. */
        private boolean afterValue() {
            while (!open.isEmpty()) {
                blanks();
                if (peek() == ',') {
                    at++;
                    return true;
                }
                if (peek() != closing()) {
                    return false;
                }
                close();
            }
            return true;
        }

        private boolean key() {
            if (peek() != '"' || !string(new MappedText.Builder())) {
                return false;
            }
            blanks();
            if (peek() != ':') {
                return false;
            }
            at++;
            blanks();
            return true;
        }

        private boolean scalar() {
            if (peek() == '"') {
                MappedText.Builder value = new MappedText.Builder();
                if (!string(value)) {
                    return false;
                }
                if (open.length() == 1) {
                    strings.add(value.build(text.sourceOffset(at - 1)));
                }
                return true;
            }
            onlyStrings = false;
            return literal("true") || literal("false") || literal("null") || number();
        }

        private boolean string(MappedText.Builder value) {
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return true;
                }
                if (c < ' ') {
                    return false;
                }
                if (c != '\\') {
                    value.append(c, text.sourceOffset(at));
                } else if (!escape(value)) {
                    return false;
                }
            }
            return false;
        }

        /** Reads an escape; ends at its last character. */
        private boolean escape(MappedText.Builder value) {
            int from = text.sourceOffset(at);
            at++;
            int known = "\"\\/bfnrt".indexOf(peek());
            if (known >= 0) {
                value.append("\"\\/\b\f\n\r\t".charAt(known), from);
                return true;
            }
            int first = unicode(at);
            if (first < 0) {
                return false;
            }
            at += 4;
            int second = at + 1 < text.length() && text.charAt(at + 1) == '\\' ? unicode(at + 2) : -1;
            if (second >= 0 && Character.isSurrogatePair((char) first, (char) second)) {
                value.append((char) first, from);
                value.append((char) second, text.sourceOffset(at + 1));
                at += 6;
            } else {
                // half a pair is no character, neither is the one that stands for "unknown"
                boolean character = !Character.isSurrogate((char) first) && first != 0xFFFF;
                value.append(character ? (char) first : '\uFFFD', from);
            }
            return true;
        }

        /** The value of {@code uXXXX} at the index; -1 when something else is there. */
        private int unicode(int index) {
            if (index + 5 > text.length() || text.charAt(index) != 'u') {
                return -1;
            }
            int value = 0;
            for (int i = index + 1; i < index + 5; i++) {
                char c = text.charAt(i);
                int digit = c < 0x80 ? Character.digit(c, 16) : -1;
                if (digit < 0) {
                    return -1;
                }
                value = value * 16 + digit;
            }
            return value;
        }

        private boolean literal(String word) {
            if (at + word.length() > text.length()) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (text.charAt(at + i) != word.charAt(i)) {
                    return false;
                }
            }
            at += word.length();
            return true;
        }

        private boolean number() {
            if (peek() == '-') {
                at++;
            }
            if (peek() == '0') {
                at++;
            } else if (!digits()) {
                return false;
            }
            if (peek() == '.') {
                at++;
                if (!digits()) {
                    return false;
                }
            }
            if (peek() == 'e' || peek() == 'E') {
                at++;
                if (peek() == '+' || peek() == '-') {
                    at++;
                }
                return digits();
            }
            return true;
        }

        private boolean digits() {
            int from = at;
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            return at > from;
        }

        private void blanks() {
            while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
                at++;
            }
        }

        private void open() {
            open.append(peek() == '[' ? ']' : '}');
            at++;
        }

        private void close() {
            open.setLength(open.length() - 1);
            at++;
        }

        private char closing() {
            return open.charAt(open.length() - 1);
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : END;
        }
    }
}
