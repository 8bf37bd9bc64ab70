package io.github.alpinecheck.shell;

import java.util.Optional;

/** Reads parameter expansions (POSIX 2.6.2, and bash's and ash's additions). */
final class ParameterParser {

    private static final String SPECIAL = "@*#?-$!";
    private static final String PATTERN_OPERATORS = "#%/^,";

    private final Cursor cursor;
    private final Nesting nesting;
    private final WordParser words;

    ParameterParser(Cursor cursor, Nesting nesting, WordParser words) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.words = words;
    }

    /** Whether a dollar sign before this character makes a parameter of it. */
    static boolean startsParameter(int c) {
        return Names.isStart(c) || isDigit(c) || isSpecial(c);
    }

    /** {@code $name}; of digits only the first belongs to it. */
    Word.Part plain() {
        int start = cursor.index();
        cursor.take();
        String name = isDigit(cursor.peek()) ? takeOne() : name();
        return new Word.Parameter(cursor.spanFrom(start), name, "", Optional.empty());
    }

    /** <code>${name…}</code>. */
    Word.Part braced(Surroundings surroundings) {
        int start = cursor.index();
        nesting.enter();
        cursor.take();
        cursor.take();
        String prefix = prefix();
        String name = name();
        String operator = cursor.peek() == '}' ? "" : operator();
        Optional<Word> argument = Optional.empty();
        boolean bad = name.isEmpty() || operator.isEmpty() && cursor.peek() != '}';
        if (bad || !operator.isEmpty()) {
            boolean pattern = !operator.isEmpty() && PATTERN_OPERATORS.indexOf(operator.charAt(0)) >= 0;
            argument = Optional.of(words.read(surroundings.ofArgument(pattern)));
        }
        cursor.expect('}');
        nesting.leave();
        return bad
                ? SubstitutionParser.unknown(cursor.spanFrom(start), "bad substitution")
                : new Word.Parameter(cursor.spanFrom(start), name, prefix + operator, argument);
    }

    /** The number sign of a length or the exclamation mark of an indirection; both may also be a parameter's name. */
    private String prefix() {
        int first = cursor.peek();
        int next = cursor.peekSecond();
        boolean length = first == '#' && (Names.isStart(next) || isDigit(next) || isSpecial(next) && endsAfterSecond());
        boolean indirection = first == '!' && (Names.isStart(next) || isDigit(next));
        return length || indirection ? takeOne() : "";
    }

    private boolean endsAfterSecond() {
        return cursor.charAt(cursor.after(cursor.after(cursor.index()))) == '}';
    }

    /** A name, digits or a special parameter; empty for none. */
    private String name() {
        int c = cursor.peek();
        if (isSpecial(c)) {
            return takeOne();
        }
        if (!isDigit(c)) {
            return Names.take(cursor);
        }
        StringBuilder digits = new StringBuilder();
        while (isDigit(cursor.peek())) {
            digits.append(takeOne());
        }
        return digits.toString();
    }

    /** The operator that is here; empty for none. */
    private String operator() {
        int c = cursor.peek();
        int next = cursor.peekSecond();
        return switch (c) {
            case ':' -> "-=?+".indexOf(next) >= 0 ? takeOne() + takeOne() : takeOne();
            case '#', '%', '/', '^', ',' -> next == c ? takeOne() + takeOne() : takeOne();
            case '-', '=', '?', '+', '@', '[' -> takeOne();
            default -> "";
        };
    }

    private String takeOne() {
        char c = (char) cursor.peek();
        cursor.take();
        return String.valueOf(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpecial(int c) {
        return SPECIAL.indexOf(c) >= 0;
    }
}
