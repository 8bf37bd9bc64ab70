package io.github.alpinecheck.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code case}. */
final class CaseParser {

    private final Cursor cursor;
    private final WordParser words;
    private final RedirectionParser redirections;
    private final CommandParser commands;
    private boolean fallsThrough;

    CaseParser(Cursor cursor, WordParser words, RedirectionParser redirections, CommandParser commands) {
        this.cursor = cursor;
        this.words = words;
        this.redirections = redirections;
        this.commands = commands;
    }

    /** The command at the cursor. */
    Command command() {
        int start = cursor.index();
        ReservedWord.CASE.expect(cursor);
        cursor.skipBlanks();
        Word subject = words.word();
        commands.skipLines();
        ReservedWord.IN.expect(cursor);
        commands.skipLines();
        List<Command.Case.Clause> clauses = new ArrayList<>();
        boolean ended = true;
        while (!ReservedWord.ESAC.take(cursor)) {
            if (!ended) {
                throw commands.unexpected();
            }
            clauses.add(clause());
            ended = takeEnd();
            commands.skipLines();
        }
        List<Redirection> after = redirections.all();
        return fallsThrough
                ? new Command.Opaque(cursor.spanFrom(start), "case that goes on after a clause")
                : new Command.Case(cursor.spanFrom(start), subject, clauses, after);
    }

    private Command.Case.Clause clause() {
        cursor.take('(');
        List<Word> patterns = new ArrayList<>(1);
        do {
            cursor.skipBlanks();
            patterns.add(words.word());
            cursor.skipBlanks();
        } while (cursor.take('|'));
        cursor.expect(')');
        return new Command.Case.Clause(patterns, commands.list());
    }

    /** Takes {@code ;;}, or bash's {@code ;&} and {@code ;;&}, for which the tree has no place. */
    private boolean takeEnd() {
        if (!cursor.take(';')) {
            return false;
        }
        if (cursor.take(';')) {
            fallsThrough |= cursor.take('&');
        } else {
            cursor.expect('&');
            fallsThrough = true;
        }
        return true;
    }
}
