package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads redirections (POSIX 2.7, with bash's {@code &>} and {@code <<<}). */
final class RedirectionParser {

    /** More digits than any limit on open files; what is longer is a word. */
    private static final int MOST_DIGITS = 6;

    private final Cursor cursor;
    private final Nesting nesting;
    private final Heredocs heredocs;
    private final WordParser words;

    RedirectionParser(Cursor cursor, Nesting nesting, Heredocs heredocs, WordParser words) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.heredocs = heredocs;
        this.words = words;
    }

    /** Those that follow a compound command. */
    List<Redirection> all() {
        List<Redirection> redirections = new ArrayList<>(0);
        cursor.skipBlanks();
        while (startsHere()) {
            redirections.add(redirection());
            cursor.skipBlanks();
        }
        return redirections;
    }

    /** Whether the next word or operator is a redirection; the cursor has to be at the start of one. */
    boolean startsHere() {
        int at = operatorIndex();
        int c = cursor.charAt(at);
        int next = cursor.charAt(cursor.after(at));
        return c == '&' ? next == '>' && at == cursor.index() : (c == '<' || c == '>') && next != '(';
    }

    /** The one that starts here. */
    Redirection redirection() {
        int start = cursor.index();
        OptionalInt descriptor = fileDescriptor();
        int operatorIndex = cursor.index();
        String spelling = operator();
        cursor.skipBlanks();
        Word target = words.word();
        Redirection.Operator operator = meaning(spelling, descriptor, target);
        Optional<Word> heredoc = operator == Redirection.Operator.HEREDOC
                ? heredoc(operatorIndex, spelling.equals("<<-"), target)
                : Optional.empty();
        return new Redirection(cursor.spanFrom(start), descriptor, operator, target, heredoc);
    }

    private int operatorIndex() {
        int at = cursor.index();
        for (int digits = 0; digits < MOST_DIGITS && isDigit(cursor.charAt(at)); digits++) {
            at = cursor.after(at);
        }
        return at;
    }

    private OptionalInt fileDescriptor() {
        int number = -1;
        for (int c = cursor.peek(); isDigit(c); c = cursor.peek()) {
            number = Math.max(number, 0) * 10 + c - '0';
            cursor.take();
        }
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Takes the longest operator that is here. */
    private String operator() {
        StringBuilder spelling = new StringBuilder();
        do {
            spelling.append((char) cursor.peek());
            cursor.take();
        } while (continuesOperator(spelling.toString(), cursor.peek()));
        return spelling.toString();
    }

    private static boolean continuesOperator(String spelling, int next) {
        return switch (spelling) {
            case "<" -> next == '<' || next == '>' || next == '&';
            case ">" -> next == '>' || next == '|' || next == '&';
            case "<<" -> next == '-' || next == '<';
            case "&" -> next == '>';
            case "&>" -> next == '>';
            default -> false;
        };
    }

    private static Redirection.Operator meaning(String spelling, OptionalInt descriptor, Word target) {
        return switch (spelling) {
            case "<" -> Redirection.Operator.INPUT;
            case ">" -> Redirection.Operator.OUTPUT;
            case ">>" -> Redirection.Operator.APPEND;
            case ">|" -> Redirection.Operator.CLOBBER;
            case "<>" -> Redirection.Operator.READ_WRITE;
            case "<<", "<<-" -> Redirection.Operator.HEREDOC;
            case "<<<" -> Redirection.Operator.HERE_STRING;
            case "<&" -> Redirection.Operator.DUPLICATE_INPUT;
            case ">&" ->
                descriptor.isPresent() || mayBeFileDescriptor(target)
                        ? Redirection.Operator.DUPLICATE_OUTPUT
                        : Redirection.Operator.OUTPUT_AND_ERROR;
            case "&>" -> Redirection.Operator.OUTPUT_AND_ERROR;
            default -> Redirection.Operator.APPEND_OUTPUT_AND_ERROR;
        };
    }

    /** Digits, a dash, digits and a dash, or what is known only when the script runs. */
    private static boolean mayBeFileDescriptor(Word target) {
        return target.literal()
                .map(text -> text.chars().allMatch(c -> isDigit(c) || c == '-'))
                .orElse(true);
    }

    private Optional<Word> heredoc(int operatorIndex, boolean stripTabs, Word target) {
        String delimiter = target.literal().orElseThrow(() -> new LostStructure("expansion in a delimiter"));
        boolean quoted =
                !target.parts().stream().allMatch(part -> part instanceof Word.Literal literal && !literal.quoted());
        return heredocs.announce(operatorIndex, delimiter, stripTabs, !quoted)
                .map(body -> quoted ? literal(body) : WordParser.heredoc(body, nesting));
    }

    private static Word literal(MappedText body) {
        return new Word(body.span(), List.of(new Word.Literal(body.span(), body, true)));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
