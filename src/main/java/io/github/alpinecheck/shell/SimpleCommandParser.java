package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads commands that start with no reserved word: simple commands, and functions of the form {@code name() body}. */
final class SimpleCommandParser {

    private final Cursor cursor;
    private final WordParser words;
    private final RedirectionParser redirections;
    private final CommandParser commands;

    SimpleCommandParser(Cursor cursor, WordParser words, RedirectionParser redirections, CommandParser commands) {
        this.cursor = cursor;
        this.words = words;
        this.redirections = redirections;
        this.commands = commands;
    }

    /** The command at the cursor. */
    Command command() {
        return new Reading().command();
    }

    /** One command as far as it was read. */
    private final class Reading {
        private final int start = cursor.index();
        private final List<Assignment> assignments = new ArrayList<>(0);
        private final List<Word> read = new ArrayList<>();
        private final List<Redirection> redirected = new ArrayList<>(0);
        private boolean hasBrackets;

        Command command() {
            while (true) {
                if (cursor.peek() == '(') {
                    if (isFunctionName()) {
                        return function(read.get(0));
                    }
                    bashBrackets();
                } else if (redirections.startsHere()) {
                    redirected.add(redirections.redirection());
                } else if (read.isEmpty() && startsAssignment()) {
                    assignments.add(assignment());
                } else if (words.startsHere()) {
                    read.add(words.word());
                } else {
                    return finish();
                }
                if (cursor.peek() != '(') {
                    cursor.skipBlanks();
                }
            }
        }

        private Command finish() {
            if (assignments.isEmpty() && read.isEmpty() && redirected.isEmpty()) {
                throw commands.unexpected();
            }
            Span span = cursor.spanFrom(start);
            if (hasBrackets || !read.isEmpty() && isArrayElement(read.get(0))) {
                return new Command.Opaque(span, "array or extended glob");
            }
            return new Command.Simple(span, assignments, read, redirected);
        }

        private boolean isFunctionName() {
            return read.size() == 1
                    && assignments.isEmpty()
                    && redirected.isEmpty()
                    && isUnquoted(read.get(0))
                    && followedByClosing();
        }

        private boolean followedByClosing() {
            int at = cursor.after(cursor.index());
            while (cursor.charAt(at) == ' ' || cursor.charAt(at) == '\t') {
                at = cursor.after(at);
            }
            return cursor.charAt(at) == ')';
        }

        private Command function(Word name) {
            cursor.take();
            cursor.skipBlanks();
            cursor.expect(')');
            commands.skipLines();
            Command body = commands.command();
            return new Command.Function(cursor.spanFrom(start), name.literal().orElseThrow(), body);
        }

        /** Brackets right after a word, as in {@code a=(1 2)} and {@code !(*.txt)}: bash has them, ash has not. */
        private void bashBrackets() {
            int last = cursor.end() > start ? cursor.text().charAt(cursor.end() - 1) : Cursor.END;
            boolean adjacent = cursor.after(cursor.end() - 1) == cursor.index();
            if (!adjacent || "=?*+@!".indexOf(last) < 0) {
                throw commands.unexpected();
            }
            int depth = 0;
            do {
                int c = cursor.peek();
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == Cursor.END) {
                    throw commands.unexpected();
                } else if (Cursor.endsWord(c)) {
                    cursor.take();
                    skipComment();
                } else {
                    words.word();
                }
            } while (depth > 0);
            hasBrackets = true;
        }

        private void skipComment() {
            if (cursor.peek() == '#') {
                cursor.skip(cursor.find('\n', cursor.index()));
            }
        }
    }

    private boolean startsAssignment() {
        int at = Names.end(cursor);
        return at > cursor.index()
                && (cursor.charAt(at) == '=' || cursor.charAt(at) == '+' && cursor.charAt(cursor.after(at)) == '=');
    }

    private Assignment assignment() {
        int start = cursor.index();
        String name = Names.take(cursor);
        boolean append = cursor.take('+');
        cursor.expect('=');
        Word value = words.read(Surroundings.PLAIN);
        return new Assignment(cursor.spanFrom(start), name, append, value);
    }

    private static boolean isUnquoted(Word word) {
        return word.parts().size() == 1 && word.parts().get(0) instanceof Word.Literal literal && !literal.quoted();
    }

    /** Whether this is {@code name[…}: no program is called so, but bash assigns to an element of an array so. */
    private static boolean isArrayElement(Word word) {
        if (!(word.parts().get(0) instanceof Word.Literal literal) || literal.quoted()) {
            return false;
        }
        CharSequence text = literal.value();
        int at = 0;
        while (at < text.length() && Names.isPart(text.charAt(at))) {
            at++;
        }
        return at > 0 && at < text.length() && text.charAt(at) == '[';
    }
}
