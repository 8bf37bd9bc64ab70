package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the commands of one script: lists, AND-OR lists and pipelines; leaves the rest to the others. */
final class CommandParser {

    private final Cursor cursor;
    private final Heredocs heredocs;
    private final Nesting nesting;
    private final WordParser words;
    private final SimpleCommandParser simple;
    private final CompoundParser compound;

    CommandParser(Cursor cursor, Heredocs heredocs, Nesting nesting) {
        this.cursor = cursor;
        this.heredocs = heredocs;
        this.nesting = nesting;
        this.words = new WordParser(cursor, nesting, this);
        RedirectionParser redirections = new RedirectionParser(cursor, nesting, heredocs, words);
        this.simple = new SimpleCommandParser(cursor, words, redirections, this);
        this.compound = new CompoundParser(cursor, words, redirections, this);
    }

    WordParser words() {
        return words;
    }

    /** All commands up to the end of the script. */
    Command script() {
        Command script = list();
        if (cursor.peek() != Cursor.END) {
            throw unexpected();
        }
        return script;
    }

    /** What stands between the brackets of a substitution, and the brackets. */
    Command substitution() {
        return heredocs.inSubstitution(() -> {
            cursor.expect('(');
            Command body = list();
            cursor.expect(')');
            return body;
        });
    }

    /** Commands up to a closing bracket, the end of a clause, a reserved word that ends them or the script's end. */
    Command list() {
        List<Command.Sequence.Element> elements = new ArrayList<>(1);
        skipLines();
        int start = cursor.index();
        Span span = cursor.text().span(start, start);
        boolean separated = true;
        while (!endsList()) {
            if (!separated) {
                throw unexpected();
            }
            int from = cursor.index();
            Command command = andOr();
            cursor.skipBlanks();
            boolean background = cursor.take('&');
            elements.add(new Command.Sequence.Element(command, background));
            Span whole = background ? cursor.spanFrom(from) : command.span();
            span = elements.size() == 1 ? whole : span.to(whole);
            separated = background || takeSemicolon() || cursor.peek() == '\n';
            skipLines();
        }
        boolean alone = elements.size() == 1 && !elements.get(0).background();
        return alone ? elements.get(0).command() : new Command.Sequence(span, elements);
    }

    /** The same; the shells refuse a list without commands here. */
    Command nonEmptyList() {
        Command list = list();
        if (list instanceof Command.Sequence sequence && sequence.elements().isEmpty()) {
            throw unexpected();
        }
        return list;
    }

    /** Skips blanks, comments and line ends, and the here-documents after them. */
    void skipLines() {
        cursor.skipBlanks();
        while (cursor.peek() == '\n') {
            cursor.skip(heredocs.readDue(cursor.index() + 1));
            cursor.skipBlanks();
        }
    }

    /** The command at the cursor, with what belongs to it. */
    Command command() {
        nesting.enter();
        Optional<ReservedWord> reserved = reservedHere();
        Command command;
        if (cursor.peek() == '(') {
            command = compound.brackets();
        } else if (reserved.isPresent()) {
            command = compound.reserved(reserved.get());
        } else {
            command = simple.command();
        }
        nesting.leave();
        return command;
    }

    LostStructure unexpected() {
        return new LostStructure(
                cursor.peek() == Cursor.END ? "unexpected end" : "unexpected '" + (char) cursor.peek() + "'");
    }

    private Optional<ReservedWord> reservedHere() {
        return ReservedWord.at(cursor).filter(word -> word.role() != ReservedWord.Role.ELSEWHERE);
    }

    private boolean endsList() {
        int c = cursor.peek();
        if (c == ';') {
            return cursor.peekSecond() == ';' || cursor.peekSecond() == '&';
        }
        return c == Cursor.END
                || c == ')'
                || reservedHere()
                        .filter(word -> word.role() == ReservedWord.Role.ENDS_LIST)
                        .isPresent();
    }

    private boolean takeSemicolon() {
        return cursor.peek() == ';' && !endsList() && cursor.take(';');
    }

    private Command andOr() {
        int outer = nesting.chain();
        nesting.chain(0);
        Command left = pipeline();
        while (isDoubled('&') || isDoubled('|')) {
            Command.AndOr.Operator operator =
                    cursor.peek() == '&' ? Command.AndOr.Operator.AND : Command.AndOr.Operator.OR;
            int start = cursor.index();
            cursor.take();
            cursor.take();
            Span operatorSpan = cursor.spanFrom(start);
            skipLines();
            int before = nesting.chain();
            nesting.chain(0);
            Command right = pipeline();
            left = join(left, operator, operatorSpan, right, before);
        }
        nesting.chain(Math.max(outer, nesting.chain()));
        return left;
    }

    private Command join(
            Command left, Command.AndOr.Operator operator, Span operatorSpan, Command right, int chainOfLeft) {
        Span span = left.span().to(right.span());
        int chain = Math.max(chainOfLeft, nesting.chain()) + 1;
        if (chain > Nesting.MAX_CHAIN) {
            nesting.chain(0);
            return new Command.Opaque(span, "too many commands in an AND-OR list");
        }
        nesting.chain(chain);
        return new Command.AndOr(span, left, operator, operatorSpan, right);
    }

    private boolean isDoubled(char c) {
        return cursor.peek() == c && cursor.peekSecond() == c;
    }

    private Command pipeline() {
        int start = cursor.index();
        boolean negated = ReservedWord.NOT.take(cursor);
        cursor.skipBlanks();
        List<Command> commands = new ArrayList<>(1);
        commands.add(command());
        cursor.skipBlanks();
        while (cursor.peek() == '|' && !isDoubled('|')) {
            cursor.take();
            // standard error comes along in bash; ash does not know |&
            cursor.take('&');
            skipLines();
            commands.add(command());
            cursor.skipBlanks();
        }
        return commands.size() == 1 && !negated
                ? commands.get(0)
                : new Command.Pipeline(cursor.spanFrom(start), negated, commands);
    }
}
