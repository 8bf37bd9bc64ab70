package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words: quotes, escapes and expansions. */
final class WordParser {

    private final Cursor cursor;
    private final Nesting nesting;
    private final SubstitutionParser substitutions;
    private final ParameterParser parameters;

    WordParser(Cursor cursor, Nesting nesting, CommandParser commands) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.substitutions = new SubstitutionParser(cursor, nesting, commands);
        this.parameters = new ParameterParser(cursor, nesting, this);
    }

    /** Whether a word starts here. */
    boolean startsHere() {
        return !Cursor.endsWord(cursor.peek()) || startsProcessSubstitution();
    }

    /** The word that starts here. */
    Word word() {
        if (!startsHere()) {
            throw new LostStructure("word expected");
        }
        return read(Surroundings.PLAIN);
    }

    /** The characters up to the end of the surroundings, which may be none. */
    Word read(Surroundings surroundings) {
        int start = cursor.index();
        List<Word.Part> parts = parts(surroundings);
        return new Word(parts.isEmpty() ? cursor.here() : cursor.spanFrom(start), parts);
    }

    /** An operator of {@code [[ … ]]}, which is a word there. */
    Word conditionalOperator() {
        int start = cursor.index();
        int c = cursor.peek();
        boolean doubled = (c == '&' || c == '|') && cursor.peekSecond() == c;
        if (!doubled && "()<>|".indexOf(c) < 0) {
            throw new LostStructure("']]' expected");
        }
        List<Word.Part> parts = new ArrayList<>(1);
        LiteralBuffer literal = new LiteralBuffer(cursor.text(), parts);
        for (int i = 0; i < (doubled ? 2 : 1); i++) {
            literal.add(cursor.index(), cursor.index(), false);
            cursor.take();
        }
        literal.flush();
        return new Word(cursor.spanFrom(start), parts);
    }

    /** The body of a here-document whose delimiter is not quoted; unknown when its expansions cannot be read. */
    static Word heredoc(MappedText body, Nesting nesting) {
        int depth = nesting.depth();
        int chain = nesting.chain();
        try {
            nesting.enter();
            return Heredocs.parse(
                    body,
                    heredocs -> new CommandParser(new Cursor(body), heredocs, nesting)
                            .words()
                            .read(Surroundings.HEREDOC));
        } catch (LostStructure lost) {
            return new Word(body.span(), List.of(SubstitutionParser.unknown(body.span(), lost.reason())));
        } finally {
            nesting.returnTo(depth, Math.max(chain, nesting.chain()));
        }
    }

    private List<Word.Part> parts(Surroundings surroundings) {
        List<Word.Part> parts = new ArrayList<>(2);
        LiteralBuffer literal = new LiteralBuffer(cursor.text(), parts);
        while (!endsHere(surroundings)) {
            if (cursor.peek() == '\\') {
                backslash(surroundings, literal);
                continue;
            }
            Optional<Word.Part> special = special(surroundings);
            if (special.isPresent()) {
                literal.flush();
                parts.add(special.get());
            } else {
                literal.add(cursor.index(), cursor.index(), surroundings.quotes());
                cursor.take();
            }
        }
        literal.flush();
        return parts;
    }

    private boolean endsHere(Surroundings surroundings) {
        return surroundings.endsBefore(cursor.peek())
                && !(surroundings == Surroundings.PLAIN && startsProcessSubstitution());
    }

    /** The quoted text or expansion that starts here; empty when the next character stands for itself. */
    private Optional<Word.Part> special(Surroundings surroundings) {
        int c = cursor.peek();
        if (c == '\'' && surroundings.hasSingleQuotes()) {
            return Optional.of(singleQuoted());
        }
        if (c == '"' && surroundings.hasDoubleQuotes()) {
            return Optional.of(doubleQuoted());
        }
        if (c == '`') {
            return Optional.of(substitutions.backquoted(surroundings));
        }
        if (c == '$') {
            return dollar(surroundings);
        }
        return surroundings == Surroundings.PLAIN && startsProcessSubstitution()
                ? Optional.of(substitutions.process())
                : Optional.empty();
    }

    private Optional<Word.Part> dollar(Surroundings surroundings) {
        int next = cursor.peekSecond();
        if (next == '(') {
            return Optional.of(substitutions.dollar());
        }
        if (next == '{') {
            return Optional.of(parameters.braced(surroundings));
        }
        if (next == '\'' && surroundings.hasSingleQuotes()) {
            return Optional.of(DollarQuote.read(cursor));
        }
        if (next == '"' && surroundings.hasDoubleQuotes()) {
            return Optional.of(translated());
        }
        return ParameterParser.startsParameter(next) ? Optional.of(parameters.plain()) : Optional.empty();
    }

    /** {@code $"…"}: bash drops the dollar sign and looks for a translation, ash keeps it. */
    private Word.Part translated() {
        int start = cursor.index();
        cursor.take();
        doubleQuoted();
        return SubstitutionParser.unknown(cursor.spanFrom(start), "translated text");
    }

    private void backslash(Surroundings surroundings, LiteralBuffer literal) {
        int at = cursor.index();
        int next = at + 1;
        if (next < cursor.text().length() && surroundings.escapes(cursor.text().charAt(next))) {
            literal.add(at, next, true);
            cursor.jump(next + 1);
        } else {
            literal.add(at, at, surroundings.quotes());
            cursor.take();
        }
    }

    private Word.Part singleQuoted() {
        int open = cursor.index();
        int close = cursor.find('\'', open + 1);
        if (close == cursor.text().length()) {
            throw new LostStructure("single quote not closed");
        }
        cursor.jump(close + 1);
        return new Word.Literal(cursor.spanFrom(open), cursor.text().slice(open + 1, close), true);
    }

    private Word.Part doubleQuoted() {
        int open = cursor.index();
        nesting.enter();
        cursor.take();
        List<Word.Part> parts = parts(Surroundings.DOUBLE_QUOTES);
        cursor.expect('"');
        nesting.leave();
        return new Word.DoubleQuoted(cursor.spanFrom(open), parts);
    }

    private boolean startsProcessSubstitution() {
        return (cursor.peek() == '<' || cursor.peek() == '>') && cursor.peekSecond() == '(';
    }
}
