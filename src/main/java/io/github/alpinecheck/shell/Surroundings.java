package io.github.alpinecheck.shell;

/** Where a word or a part of one stands: that decides which characters are special there (POSIX 2.2 and 2.6.2). */
enum Surroundings {
    /** A word of a command. */
    PLAIN,
    /** What stands to the right of {@code =~}: brackets and bars belong to the expression. */
    EXPRESSION,
    /** Within double quotes. */
    DOUBLE_QUOTES,
    /** The body of a here-document whose delimiter is not quoted. */
    HEREDOC,
    /** The word in <code>${name:-word}</code>. */
    BRACES,
    /** The same within double quotes or a here-document: an apostrophe is an ordinary character. */
    QUOTED_BRACES,
    /** The pattern in <code>${name#pattern}</code> within double quotes: apostrophes quote again. */
    QUOTED_BRACES_PATTERN;

    /** Whether the part ends before this character. */
    boolean endsBefore(int c) {
        return switch (this) {
            case PLAIN -> Cursor.endsWord(c);
            case EXPRESSION -> c == Cursor.END || c == ' ' || c == '\t' || c == '\n';
            case DOUBLE_QUOTES -> c == Cursor.END || c == '"';
            case HEREDOC -> c == Cursor.END;
            case BRACES, QUOTED_BRACES, QUOTED_BRACES_PATTERN -> c == Cursor.END || c == '}';
        };
    }

    /** Whether ordinary characters count as quoted. */
    boolean quotes() {
        return this == DOUBLE_QUOTES || this == HEREDOC || this == QUOTED_BRACES;
    }

    /** Whether a backquoted script in here stands between double quotes. */
    boolean inQuotes() {
        return this == DOUBLE_QUOTES || this == QUOTED_BRACES || this == QUOTED_BRACES_PATTERN;
    }

    boolean hasSingleQuotes() {
        return !quotes();
    }

    boolean hasDoubleQuotes() {
        return this != DOUBLE_QUOTES && this != HEREDOC;
    }

    /** Whether a backslash before this character takes away its meaning, and goes. */
    boolean escapes(char c) {
        return switch (this) {
            case PLAIN, EXPRESSION, BRACES, QUOTED_BRACES_PATTERN -> true;
            case HEREDOC -> c == '$' || c == '`' || c == '\\';
            case DOUBLE_QUOTES -> c == '$' || c == '`' || c == '\\' || c == '"';
            case QUOTED_BRACES -> c == '$' || c == '`' || c == '\\' || c == '"' || c == '}';
        };
    }

    /** What the argument of a parameter expansion in here is surrounded by. */
    Surroundings ofArgument(boolean pattern) {
        return switch (this) {
            case PLAIN, EXPRESSION, BRACES -> BRACES;
            case DOUBLE_QUOTES, HEREDOC, QUOTED_BRACES, QUOTED_BRACES_PATTERN ->
                pattern ? QUOTED_BRACES_PATTERN : QUOTED_BRACES;
        };
    }
}
