package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.OptionalInt;

/** Reads what is replaced by the output of commands, and arithmetic. */
final class SubstitutionParser {

    private final Cursor cursor;
    private final Nesting nesting;
    private final CommandParser commands;

    SubstitutionParser(Cursor cursor, Nesting nesting, CommandParser commands) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.commands = commands;
    }

    /** A part whose value nobody knows. */
    static Word.Part unknown(Span span, String reason) {
        return new Word.CommandSubstitution(span, new Command.Opaque(span, reason));
    }

    /** {@code $(…)} or {@code $((…))}. */
    Word.Part dollar() {
        int start = cursor.index();
        cursor.take();
        OptionalInt close = Arithmetic.closing(cursor);
        if (close.isEmpty()) {
            Command body = commands.substitution();
            return new Word.CommandSubstitution(cursor.spanFrom(start), body);
        }
        int open = Arithmetic.opening(cursor);
        Arithmetic.take(cursor, close.getAsInt());
        String expression = cursor.text().slice(open + 1, close.getAsInt()).toString();
        return new Word.Arithmetic(cursor.spanFrom(start), expression);
    }

    /** {@code <(…)} or {@code >(…)}. */
    Word.Part process() {
        int start = cursor.index();
        boolean input = cursor.peek() == '<';
        cursor.take();
        Command body = commands.substitution();
        return new Word.ProcessSubstitution(cursor.spanFrom(start), body, input);
    }

    /** A command between backquotes, a script of its own: POSIX 2.6.3 says which backslashes go before it is read. */
    Word.Part backquoted(Surroundings surroundings) {
        MappedText script = cursor.text();
        MappedText.Builder body = new MappedText.Builder();
        int start = cursor.index();
        int at = start + 1;
        while (at < script.length() && script.charAt(at) != '`') {
            if (script.charAt(at) == '\\' && at + 1 < script.length()) {
                char next = script.charAt(at + 1);
                boolean dropped = next == '`' || next == '\\' || next == '$' || next == '"' && surroundings.inQuotes();
                if (!dropped) {
                    body.append('\\', script.sourceOffset(at));
                }
                at++;
            }
            body.append(script.charAt(at), script.sourceOffset(at));
            at++;
        }
        if (at >= script.length()) {
            throw new LostStructure("backquote not closed");
        }
        cursor.jump(at + 1);
        nesting.enter();
        Command command = ShellParser.parse(body.build(script.sourceOffset(at)), nesting);
        nesting.leave();
        return new Word.CommandSubstitution(cursor.spanFrom(start), command);
    }
}
