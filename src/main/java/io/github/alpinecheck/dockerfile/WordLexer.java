package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.dockerfile.ExpansionException.Reason;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/**
 * One pass over a text by the rules of BuildKit's {@code shell.Lex}: takes quotes and escapes away and puts values in
 * for variables. Strings in here are {@linkplain PartialString#pattern() patterns}: an unknown part is a hole.
 */
final class WordLexer {

    /** What a pass leaves as it is. */
    enum Mode {
        /** Nothing: the usual way. */
        EXPAND,
        /** Quotes have no meaning: the body of a here-document. */
        BODY,
        /** Variables: the delimiter of a here-document. */
        UNQUOTE,
        /** Variables and quotes. */
        KEEP_QUOTES,
        /** Variables, quotes and escapes: only finds out where words end. */
        KEEP_ALL
    }

    /** Takes what the pass gives. */
    interface Output {
        /** Text that stood in no quotes, or is the value of a variable that stood in none. */
        void unquoted(CharSequence text, int from, int to);

        /** Text that was quoted or escaped: blanks in it separate nothing. */
        void quoted(CharSequence text, int from, int to);
    }

    private static final int END = -1;
    /** {@code ${a:-${b:-…}}} nests so deep; only garbage nests deeper, and a stack is finite. */
    private static final int MAX_DEPTH = 100;
    /** Characters that values may add to a text; what would be longer is unknown. */
    private static final int MAX_GROWTH = PartialString.MAX_LENGTH;

    private final String text;
    private final char escape;
    private final Mode mode;
    private final Variables variables;
    private int at;
    private int depth;
    private int growth;
    private boolean keepEscapes;

    WordLexer(String text, char escape, Mode mode, Variables variables) {
        this.text = text;
        this.escape = escape;
        this.mode = mode;
        this.variables = variables;
        this.keepEscapes = mode == Mode.KEEP_ALL;
    }

    /** Reads the whole text. */
    void run(Output output) throws ExpansionException {
        readUntil(END, output);
    }

    /** Whether {@code stop} was found; the end of the text is always found. */
    private boolean readUntil(int stop, Output output) throws ExpansionException {
        while (at < text.length()) {
            int from = at;
            char c = text.charAt(at);
            if (c == stop) {
                at++;
                return true;
            } else if (c == '$') {
                String value = dollar();
                output.unquoted(value, from, at);
            } else if (c == '<') {
                String operator = hereDocument();
                output.quoted(operator, from, at);
            } else if (c == '\'' && mode != Mode.BODY) {
                String quoted = singleQuoted();
                output.quoted(quoted, from, at);
            } else if (c == '"' && mode != Mode.BODY) {
                String quoted = doubleQuoted();
                output.quoted(quoted, from, at);
            } else if (c == escape) {
                int end = Math.min(from + 2, text.length());
                output.quoted(text.substring(keepEscapes ? from : from + 1, end), from, end);
                at = end;
            } else {
                at++;
                output.unquoted(text.substring(from, at), from, at);
            }
        }
        return stop == END;
    }

    /** {@code <<} keeps the blanks after it in its word: they may stand before the delimiter of a here-document. */
    private String hereDocument() {
        int from = at;
        at++;
        if (peek() == '<') {
            at++;
            while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
                at++;
            }
        }
        return text.substring(from, at);
    }

    private String singleQuoted() throws ExpansionException {
        int from = at;
        int end = text.indexOf('\'', from + 1);
        if (end < 0) {
            throw new ExpansionException(Reason.UNTERMINATED_QUOTE, from, 1, "a single quote is not closed");
        }
        at = end + 1;
        return keepsQuotes() ? text.substring(from, at) : text.substring(from + 1, end);
    }

    private String doubleQuoted() throws ExpansionException {
        int from = at;
        StringBuilder result = new StringBuilder();
        if (keepsQuotes()) {
            result.append('"');
        }
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '$') {
                result.append(dollar());
                continue;
            }
            at++;
            if (c == '"') {
                if (keepsQuotes()) {
                    result.append('"');
                }
                return result.toString();
            }
            if (c == escape) {
                if (keepEscapes) {
                    result.append(c);
                }
                int next = peek();
                if (next == END) {
                    break;
                }
                if (next == '"' || next == '$' || next == escape) {
                    c = (char) next;
                    at++;
                }
            }
            result.append(c);
        }
        throw new ExpansionException(Reason.UNTERMINATED_QUOTE, from, 1, "a double quote is not closed");
    }

    private String dollar() throws ExpansionException {
        int from = at;
        at++;
        if (peek() != '{') {
            String name = name();
            if (name.isEmpty()) {
                return "$";
            }
            return keepsVariables()
                    ? "$" + name
                    : value(name).map(PartialString::pattern).orElse("");
        }
        if (++depth > MAX_DEPTH) {
            throw new ExpansionException(Reason.BAD_SUBSTITUTION, from, at - from, "substitutions nested too deeply");
        }
        at++;
        if (peek() == '{' || peek() == '}' || peek() == ':') {
            throw bad(from);
        }
        String result = braced(from);
        depth--;
        return keepsVariables() ? text.substring(from, at) : result;
    }

    /** What stands after <code>${</code>. */
    private String braced(int from) throws ExpansionException {
        String name = name();
        if (peek() == '.' && placeholder(from)) {
            return PartialString.UNKNOWN.pattern();
        }
        int operator = next();
        boolean emptyIsUnset = operator == ':';
        if (emptyIsUnset) {
            operator = next();
        }
        if (emptyIsUnset ? "+-?".indexOf(operator) < 0 : "}+-?#%/".indexOf(operator) < 0) {
            throw bad(from);
        }
        if (operator == '}') {
            return value(name).map(PartialString::pattern).orElse("");
        }
        if (operator == '/') {
            return replaced(from, name);
        }
        String word = nested(from, '}', operator == '#' || operator == '%');
        Optional<PartialString> value = value(name);
        if (operator == '#' || operator == '%') {
            return trimmed(from, value, word, operator == '%');
        }
        return alternative(from, name, value, (char) operator, emptyIsUnset, word);
    }

    /**
     * Reads the rest of <code>${project.version}</code>. BuildKit refuses it, but never sees it: Maven fills in such
     * placeholders before, and what it fills in is unknown here.
     */
    private boolean placeholder(int from) {
        int end = at;
        while (end < text.length() && isPlaceholderPart(text.charAt(end))) {
            end++;
        }
        boolean found = Character.isLetter(text.charAt(from + 2)) && end > at + 1 && text.startsWith("}", end);
        if (found) {
            at = end + 1;
        }
        return found;
    }

    private static boolean isPlaceholderPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    /** <code>${x-word}</code>, <code>${x+word}</code>, <code>${x?word}</code>, and with a colon. */
    private String alternative(
            int from, String name, Optional<PartialString> value, char operator, boolean emptyIsUnset, String word)
            throws ExpansionException {
        String hole = PartialString.UNKNOWN.pattern();
        String pattern = value.map(PartialString::pattern).orElse("");
        boolean missing = value.isEmpty() || (emptyIsUnset && pattern.isEmpty());
        // a hole may be empty, and behind one that is all of the value may be no value
        boolean unsure = !pattern.isEmpty() && pattern.chars().allMatch(c -> c == PartialString.HOLE);
        if (operator == '-') {
            return missing ? word : unsure ? hole : pattern;
        }
        if (operator == '+') {
            return missing ? "" : unsure && !word.isEmpty() ? hole : word;
        }
        if (missing && !keepsVariables()) {
            String why = value.isEmpty() ? "is not allowed to be unset" : "is not allowed to be empty";
            String message = name + ": " + (word.isEmpty() ? why : new PartialString(word).toString());
            throw new ExpansionException(Reason.MISSING_VALUE, from, at - from, message);
        }
        return pattern;
    }

    /** <code>${x#pattern}</code> and <code>${x%pattern}</code>; doubled it takes away as much as it can. */
    private String trimmed(int from, Optional<PartialString> value, String word, boolean suffix)
            throws ExpansionException {
        boolean longest = word.startsWith(suffix ? "%" : "#");
        Optional<SubstitutionPattern> glob = glob(from, longest ? word.substring(1) : word);
        String known = value.orElse(PartialString.EMPTY).pattern();
        if (glob.isEmpty() || known.indexOf(PartialString.HOLE) >= 0) {
            return PartialString.UNKNOWN.pattern();
        }
        return (suffix ? glob.get().removeSuffix(known, longest) : glob.get().removePrefix(known, longest)).pattern();
    }

    /** <code>${x/pattern/replacement}</code> and <code>${x//pattern/replacement}</code>. */
    private String replaced(int from, String name) throws ExpansionException {
        boolean all = peek() == '/';
        if (all) {
            at++;
        }
        Optional<SubstitutionPattern> glob = glob(from, nested(from, '/', true));
        String replacement = nested(from, '}', true);
        String known = value(name).orElse(PartialString.EMPTY).pattern();
        if (glob.isEmpty() || (known + replacement).indexOf(PartialString.HOLE) >= 0) {
            return PartialString.UNKNOWN.pattern();
        }
        return glob.get().replace(known, replacement, all).pattern();
    }

    /** The pattern, or empty when a part of it is unknown. */
    private Optional<SubstitutionPattern> glob(int from, String pattern) throws ExpansionException {
        if (keepsVariables() || pattern.indexOf(PartialString.HOLE) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(SubstitutionPattern.of(pattern));
        } catch (IllegalArgumentException e) {
            throw new ExpansionException(Reason.BAD_PATTERN, from, at - from, "bad pattern '" + pattern + "'");
        }
    }

    private String nested(int from, char stop, boolean escapesStay) throws ExpansionException {
        boolean before = keepEscapes;
        keepEscapes = escapesStay;
        Joined word = new Joined();
        if (!readUntil(stop, word)) {
            throw new ExpansionException(Reason.BAD_SUBSTITUTION, from, at - from, "missing '" + stop + "'");
        }
        keepEscapes = before;
        return word.text();
    }

    /** A name, digits, or one of the shell's special parameters; empty when there is none of these. */
    private String name() {
        int from = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (at == from && Character.isDigit(c)) {
                while (at < text.length() && Character.isDigit(text.codePointAt(at))) {
                    at += Character.charCount(text.codePointAt(at));
                }
                break;
            }
            if (at == from && "@*#?-$!".indexOf(c) >= 0) {
                at++;
                break;
            }
            if (!Character.isLetter(c) && !Character.isDigit(c) && c != '_') {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(from, at);
    }

    private Optional<PartialString> value(String name) {
        if (keepsVariables() || name.isEmpty()) {
            return Optional.empty();
        }
        Optional<PartialString> value = variables.get(name);
        int length = value.map(v -> v.pattern().length()).orElse(0);
        if (length > MAX_GROWTH - growth) {
            return Optional.of(PartialString.UNKNOWN);
        }
        growth += length;
        return value;
    }

    private boolean keepsVariables() {
        return mode != Mode.EXPAND && mode != Mode.BODY;
    }

    private boolean keepsQuotes() {
        return mode == Mode.KEEP_QUOTES || mode == Mode.KEEP_ALL;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private int next() {
        return at < text.length() ? text.charAt(at++) : END;
    }

    private ExpansionException bad(int from) {
        String shown = text.substring(from, Math.min(at, text.length()));
        return new ExpansionException(Reason.BAD_SUBSTITUTION, from, at - from, "bad substitution '" + shown + "'");
    }

    /** Puts everything together. */
    static final class Joined implements Output {
        private final StringBuilder result = new StringBuilder();

        @Override
        public void unquoted(CharSequence text, int from, int to) {
            result.append(text);
        }

        @Override
        public void quoted(CharSequence text, int from, int to) {
            result.append(text);
        }

        String text() {
            return result.toString();
        }
    }
}
