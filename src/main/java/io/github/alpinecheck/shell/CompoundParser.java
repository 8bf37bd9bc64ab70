package io.github.alpinecheck.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads compound commands (POSIX 2.9.4), and functions of the form {@code function name body}. */
final class CompoundParser {

    private final Cursor cursor;
    private final WordParser words;
    private final RedirectionParser redirections;
    private final CommandParser commands;

    CompoundParser(Cursor cursor, WordParser words, RedirectionParser redirections, CommandParser commands) {
        this.cursor = cursor;
        this.words = words;
        this.redirections = redirections;
        this.commands = commands;
    }

    /** The command that starts with this word, which is at the cursor. */
    Command reserved(ReservedWord first) {
        int start = cursor.index();
        return switch (first) {
            case IF -> ifCommand(start);
            case FOR -> forCommand(start);
            case WHILE, UNTIL -> whileCommand(start, first);
            case CASE -> new CaseParser(cursor, words, redirections, commands).command();
            case FUNCTION -> function(start);
            case OPEN_BRACE -> group(start);
            case CONDITIONAL -> conditional(start);
            case THEN, ELIF, ELSE, FI, DO, DONE, ESAC, CLOSE_BRACE, NOT, IN, END_CONDITIONAL ->
                throw commands.unexpected();
        };
    }

    /** {@code (…)}, or bash's {@code ((…))}. */
    Command brackets() {
        int start = cursor.index();
        OptionalInt close = Arithmetic.closing(cursor);
        if (close.isPresent()) {
            Arithmetic.take(cursor, close.getAsInt());
            redirections.all();
            // two subshells in ash
            return new Command.Opaque(cursor.spanFrom(start), "arithmetic command");
        }
        cursor.take();
        Command body = commands.nonEmptyList();
        cursor.expect(')');
        List<Redirection> after = redirections.all();
        return new Command.Subshell(cursor.spanFrom(start), body, after);
    }

    private Command group(int start) {
        ReservedWord.OPEN_BRACE.expect(cursor);
        Command body = commands.nonEmptyList();
        ReservedWord.CLOSE_BRACE.expect(cursor);
        List<Redirection> after = redirections.all();
        return new Command.Group(cursor.spanFrom(start), body, after);
    }

    private Command ifCommand(int start) {
        List<Command.If.Branch> branches = new ArrayList<>();
        ReservedWord.IF.expect(cursor);
        do {
            Command condition = commands.nonEmptyList();
            ReservedWord.THEN.expect(cursor);
            branches.add(new Command.If.Branch(condition, commands.nonEmptyList()));
        } while (ReservedWord.ELIF.take(cursor));
        Optional<Command> otherwise =
                ReservedWord.ELSE.take(cursor) ? Optional.of(commands.nonEmptyList()) : Optional.empty();
        ReservedWord.FI.expect(cursor);
        List<Redirection> after = redirections.all();
        return new Command.If(cursor.spanFrom(start), branches, otherwise, after);
    }

    private Command whileCommand(int start, ReservedWord first) {
        first.expect(cursor);
        Command condition = commands.nonEmptyList();
        Command body = loopBody();
        List<Redirection> after = redirections.all();
        return new Command.While(cursor.spanFrom(start), first == ReservedWord.UNTIL, condition, body, after);
    }

    private Command forCommand(int start) {
        ReservedWord.FOR.expect(cursor);
        cursor.skipBlanks();
        OptionalInt arithmetic = Arithmetic.closing(cursor);
        if (arithmetic.isPresent()) {
            Arithmetic.take(cursor, arithmetic.getAsInt());
            return arithmeticFor(start);
        }
        String variable = Names.take(cursor);
        if (variable.isEmpty() || !Cursor.endsWord(cursor.peek())) {
            throw commands.unexpected();
        }
        Optional<List<Word>> values = forWords();
        Command body = loopBody();
        List<Redirection> after = redirections.all();
        return new Command.For(cursor.spanFrom(start), variable, values, body, after);
    }

    private Command arithmeticFor(int start) {
        cursor.skipBlanks();
        cursor.take(';');
        commands.skipLines();
        loopBody();
        redirections.all();
        return new Command.Opaque(cursor.spanFrom(start), "arithmetic loop");
    }

    private Optional<List<Word>> forWords() {
        commands.skipLines();
        if (!ReservedWord.IN.take(cursor)) {
            cursor.take(';');
            commands.skipLines();
            return Optional.empty();
        }
        List<Word> values = new ArrayList<>();
        cursor.skipBlanks();
        while (words.startsHere()) {
            values.add(words.word());
            cursor.skipBlanks();
        }
        if (!cursor.take(';') && cursor.peek() != '\n') {
            throw commands.unexpected();
        }
        commands.skipLines();
        return Optional.of(values);
    }

    private Command loopBody() {
        ReservedWord.DO.expect(cursor);
        Command body = commands.nonEmptyList();
        ReservedWord.DONE.expect(cursor);
        return body;
    }

    private Command function(int start) {
        ReservedWord.FUNCTION.expect(cursor);
        cursor.skipBlanks();
        String name = words.word().literal().orElseThrow(commands::unexpected);
        cursor.skipBlanks();
        if (cursor.take('(')) {
            cursor.skipBlanks();
            cursor.expect(')');
        }
        commands.skipLines();
        Command body = commands.command();
        return new Command.Function(cursor.spanFrom(start), name, body);
    }

    /** Ends at {@code ]]}; ash takes {@code &&} and {@code ||} for words here, bash the other operators too. */
    private Command conditional(int start) {
        ReservedWord.CONDITIONAL.expect(cursor);
        List<Word> read = new ArrayList<>();
        boolean expression = false;
        while (true) {
            commands.skipLines();
            if (ReservedWord.END_CONDITIONAL.take(cursor)) {
                List<Redirection> after = redirections.all();
                return new Command.Conditional(cursor.spanFrom(start), read, after);
            }
            Word word = expression ? words.read(Surroundings.EXPRESSION) : conditionalWord();
            if (word.parts().isEmpty()) {
                throw commands.unexpected();
            }
            read.add(word);
            expression = word.literal().filter("=~"::equals).isPresent();
        }
    }

    private Word conditionalWord() {
        return words.startsHere() ? words.word() : words.conditionalOperator();
    }
}
