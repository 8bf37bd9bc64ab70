package io.github.alpinecheck.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that are no command's name where a command is expected (POSIX 2.4, with what ash and bash add). */
enum ReservedWord {
    IF("if", Role.STARTS_COMMAND),
    THEN("then", Role.ENDS_LIST),
    ELIF("elif", Role.ENDS_LIST),
    ELSE("else", Role.ENDS_LIST),
    FI("fi", Role.ENDS_LIST),
    FOR("for", Role.STARTS_COMMAND),
    WHILE("while", Role.STARTS_COMMAND),
    UNTIL("until", Role.STARTS_COMMAND),
    DO("do", Role.ENDS_LIST),
    DONE("done", Role.ENDS_LIST),
    CASE("case", Role.STARTS_COMMAND),
    ESAC("esac", Role.ENDS_LIST),
    FUNCTION("function", Role.STARTS_COMMAND),
    OPEN_BRACE("{", Role.STARTS_COMMAND),
    CLOSE_BRACE("}", Role.ENDS_LIST),
    NOT("!", Role.STARTS_COMMAND),
    CONDITIONAL("[[", Role.STARTS_COMMAND),
    IN("in", Role.ELSEWHERE),
    END_CONDITIONAL("]]", Role.ELSEWHERE);

    /** Where the word is reserved. */
    enum Role {
        /** It is the first word of a command. */
        STARTS_COMMAND,
        /** It stands where a command is expected, after the last one. */
        ENDS_LIST,
        /** It is an ordinary word where a command is expected. */
        ELSEWHERE
    }

    private static final Map<String, ReservedWord> BY_SPELLING =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ReservedWord::spelling, Function.identity()));

    private static final int LONGEST = "function".length();

    private final String spelling;
    private final Role role;

    ReservedWord(String spelling, Role role) {
        this.spelling = spelling;
        this.role = role;
    }

    String spelling() {
        return spelling;
    }

    /** Where it is reserved. */
    Role role() {
        return role;
    }

    /** The one at the cursor, which stays where it is. */
    static Optional<ReservedWord> at(Cursor cursor) {
        StringBuilder word = new StringBuilder();
        int at = cursor.index();
        for (int c = cursor.charAt(at); !Cursor.endsWord(c) && word.length() <= LONGEST; c = cursor.charAt(at)) {
            word.append((char) c);
            at = cursor.after(at);
        }
        return Optional.ofNullable(BY_SPELLING.get(word.toString()));
    }

    /** Takes this word when it is at the cursor. */
    boolean take(Cursor cursor) {
        if (at(cursor).filter(this::equals).isEmpty()) {
            return false;
        }
        for (int i = 0; i < spelling.length(); i++) {
            cursor.take();
        }
        return true;
    }

    /** Takes this word, which has to be at the cursor. */
    void expect(Cursor cursor) {
        if (!take(cursor)) {
            throw new LostStructure("'" + spelling + "' expected");
        }
    }
}
