package io.github.alpinecheck.image.command;

import java.util.Optional;

/** A POSIX expression as one of {@link java.util.regex.Pattern} that matches the same. */
final class RegexTranslation {
    /** What loses its meaning, if it has one, behind a backslash; of letters most get one. */
    static final String PLAIN_WHEN_ESCAPED = ".[]*^$/\\{}()+?|-&,;:!#@%=\"~_ ";

    private final String regex;
    private final boolean extended;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private int depth;
    /** Behind the last repetition. */
    private int repeatedAt = -1;

    RegexTranslation(String regex, boolean extended) {
        this.regex = regex;
        this.extended = extended;
    }

    /** The expression for Java; empty for what is wrong or not followed. */
    Optional<String> translate() {
        boolean atomBefore = false;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            Optional<Boolean> atom;
            if (c == '\\') {
                atom = escape(atomBefore);
            } else if (c == '[') {
                atom = bracket() ? Optional.of(true) : Optional.empty();
            } else {
                atom = plain(c, atomBefore);
            }
            if (atom.isEmpty()) {
                return Optional.empty();
            }
            atomBefore = atom.get();
        }
        return depth == 0 ? Optional.of(java.toString()) : Optional.empty();
    }

    /** Whether an atom stands there now, so that a repetition may follow; empty when it is not followed. */
    private Optional<Boolean> plain(char c, boolean atomBefore) {
        at++;
        if (c == '.') {
            java.append('.');
            return Optional.of(true);
        }
        if (c == '*') {
            if (atomBefore) {
                return repetition("*");
            }
            java.append("\\*");
            return extended ? Optional.empty() : Optional.of(true);
        }
        if (c == '^') {
            boolean anchor = extended || at == 1 || regex.startsWith("\\(", at - 3);
            java.append(anchor ? "^" : "\\^");
            return Optional.of(!anchor);
        }
        if (c == '$') {
            boolean anchor = extended || at == regex.length() || regex.startsWith("\\)", at);
            java.append(anchor ? "\\z" : "\\$");
            return Optional.of(!anchor);
        }
        return extended && "(){}+?|".indexOf(c) >= 0 ? operator(c, atomBefore) : literal(c);
    }

    private Optional<Boolean> literal(char c) {
        if (!Character.isLetterOrDigit(c) && c < 128) {
            java.append('\\');
        }
        java.append(c);
        return Optional.of(true);
    }

    private Optional<Boolean> operator(char c, boolean atomBefore) {
        switch (c) {
            case '(' -> {
                depth++;
                java.append('(');
                return Optional.of(false);
            }
            case ')' -> {
                depth--;
                java.append(')');
                return depth < 0 ? Optional.empty() : Optional.of(true);
            }
            case '|' -> {
                java.append('|');
                return Optional.of(false);
            }
            case '+', '?' -> {
                return atomBefore ? repetition(String.valueOf(c)) : Optional.empty();
            }
            case '{' -> {
                return atomBefore ? interval() : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Two repetitions in a row mean something else in Java. */
    private Optional<Boolean> repetition(String operator) {
        boolean twice = repeatedAt == java.length();
        java.append(operator);
        repeatedAt = java.length();
        return twice ? Optional.empty() : Optional.of(true);
    }

    private Optional<Boolean> interval() {
        String close = extended ? "}" : "\\}";
        int end = regex.indexOf(close, at);
        String bounds = end < 0 ? "" : regex.substring(at, end);
        boolean wellFormed = !bounds.isEmpty()
                && bounds.length() <= 7
                && Character.isDigit(bounds.charAt(0))
                && bounds.chars().allMatch(d -> d >= '0' && d <= '9' || d == ',');
        if (!wellFormed) {
            return Optional.empty();
        }
        at = end + close.length();
        return repetition("{" + bounds + "}");
    }

    private Optional<Boolean> escape(boolean atomBefore) {
        if (at + 1 >= regex.length()) {
            return Optional.empty();
        }
        char c = regex.charAt(at + 1);
        at += 2;
        if (!extended && "(){}+?|".indexOf(c) >= 0) {
            return operator(c, atomBefore);
        }
        if (c >= '1' && c <= '9' && extended) {
            // musl does not have them there, GNU does
            return Optional.empty();
        }
        if (c >= '1' && c <= '9') {
            java.append("(?:\\").append(c).append(')');
            return Optional.of(true);
        }
        if (c == 'w' || c == 's' || c == 'n' || c == 't') {
            java.append('\\').append(c);
            return Optional.of(true);
        }
        // \\< and its like are operators, of letters most are
        return PLAIN_WHEN_ESCAPED.indexOf(c) >= 0 ? literal(c) : Optional.empty();
    }

    private boolean bracket() {
        int i = at + 1;
        java.append('[');
        if (i < regex.length() && regex.charAt(i) == '^') {
            java.append('^');
            i++;
        }
        boolean first = true;
        for (; i < regex.length() && (first || regex.charAt(i) != ']'); first = false) {
            if (regex.startsWith("[:", i)) {
                int end = regex.indexOf(":]", i + 2);
                Optional<String> name = end < 0 ? Optional.empty() : characterClass(regex.substring(i + 2, end));
                if (name.isEmpty()) {
                    return false;
                }
                java.append(name.get());
                i = end + 2;
            } else if (regex.startsWith("[.", i) || regex.startsWith("[=", i)) {
                return false;
            } else {
                i = member(i);
            }
        }
        java.append(']');
        at = i + 1;
        return i < regex.length();
    }

    private int member(int i) {
        char c = regex.charAt(i);
        boolean range = c == '-' && i > at + 1 && i + 1 < regex.length() && regex.charAt(i + 1) != ']';
        if (!range && !Character.isLetterOrDigit(c) && c < 128) {
            java.append('\\');
        }
        java.append(c);
        return i + 1;
    }

    private static Optional<String> characterClass(String name) {
        return switch (name) {
            case "digit" -> Optional.of("0-9");
            case "alpha" -> Optional.of("a-zA-Z");
            case "alnum" -> Optional.of("a-zA-Z0-9");
            case "upper" -> Optional.of("A-Z");
            case "lower" -> Optional.of("a-z");
            case "space" -> Optional.of("\\s");
            case "blank" -> Optional.of(" \\t");
            case "xdigit" -> Optional.of("0-9a-fA-F");
            case "punct" -> Optional.of("\\p{Punct}");
            default -> Optional.empty();
        };
    }
}
