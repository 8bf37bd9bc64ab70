package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;

/**
 * {@code $'…'}, in which backslashes start the escapes of the C language. Those that ash and bash read differently, or
 * that are no character, make the value unknown.
 */
final class DollarQuote {

    private static final String ESCAPES = "abfnrtv";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b";
    /** ash 1.35 leaves these as they are. */
    private static final String BASH_ONLY = "eE?uUc";

    private static final int FIRST_NON_ASCII = 0x80;

    private final MappedText script;
    private final MappedText.Builder value = new MappedText.Builder();
    private int at;
    private boolean known = true;

    private DollarQuote(MappedText script, int at) {
        this.script = script;
        this.at = at;
    }

    /** The part that starts at the cursor. */
    static Word.Part read(Cursor cursor) {
        int start = cursor.index();
        DollarQuote quote = new DollarQuote(cursor.text(), cursor.after(start) + 1);
        quote.readToEnd();
        cursor.jump(quote.at);
        if (!quote.known) {
            return SubstitutionParser.unknown(cursor.spanFrom(start), "escape that shells read differently");
        }
        MappedText text = quote.value.build(cursor.text().sourceOffset(quote.at - 1));
        return new Word.Literal(cursor.spanFrom(start), text, true);
    }

    private void readToEnd() {
        while (at < script.length() && script.charAt(at) != '\'') {
            if (script.charAt(at) == '\\' && at + 1 < script.length()) {
                escape();
            } else {
                value.append(script.charAt(at), script.sourceOffset(at));
                at++;
            }
        }
        if (at >= script.length()) {
            throw new LostStructure("single quote not closed");
        }
        at++;
    }

    private void escape() {
        int backslash = at;
        char c = script.charAt(at + 1);
        at += 2;
        int meaning = ESCAPES.indexOf(c);
        if (meaning >= 0) {
            value.append(MEANINGS.charAt(meaning), script.sourceOffset(backslash));
        } else if (c == '\\' || c == '\'' || c == '"') {
            value.append(c, script.sourceOffset(backslash));
        } else if (c == 'x') {
            number(backslash, 16, 2);
        } else if (Character.digit(c, 8) >= 0) {
            at--;
            number(backslash, 8, 3);
        } else if (BASH_ONLY.indexOf(c) >= 0) {
            known = false;
        } else {
            value.append('\\', script.sourceOffset(backslash)).append(c, script.sourceOffset(backslash + 1));
        }
    }

    private void number(int backslash, int radix, int most) {
        int code = 0;
        int first = at;
        while (at < script.length() && at - first < most && Character.digit(script.charAt(at), radix) >= 0) {
            code = code * radix + Character.digit(script.charAt(at), radix);
            at++;
        }
        known &= at > first && code > 0 && code < FIRST_NON_ASCII;
        value.append((char) code, script.sourceOffset(backslash));
    }
}
