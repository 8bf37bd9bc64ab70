package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.text.PartialString;

/**
 * A mode as {@code chmod} and {@code COPY --chmod} take it: a number, or changes such as {@code u+x,go-w} (POSIX.1-2017
 * {@code chmod}). Of all its bits only those for execution matter.
 */
public final class FileMode {

    private FileMode() {}

    /** Whether a file can be executed by anybody once it has got the mode. */
    public static Presence executable(PartialString mode, Presence before) {
        String text = mode.pattern();
        if (!mode.isKnown() || text.isEmpty()) {
            return Presence.UNKNOWN;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '7')) {
            boolean any = text.substring(Math.max(0, text.length() - 3)).chars().anyMatch(c -> (c - '0') % 2 == 1);
            return any ? Presence.PRESENT : Presence.ABSENT;
        }
        Presence result = before;
        for (String clause : text.split(",", -1)) {
            result = changed(clause, result);
        }
        return result;
    }

    private static Presence changed(String clause, Presence before) {
        int at = 0;
        while (at < clause.length() && "ugoa".indexOf(clause.charAt(at)) >= 0) {
            at++;
        }
        boolean wellFormed = at < clause.length()
                && "+-=".indexOf(clause.charAt(at)) >= 0
                && clause.substring(at + 1).chars().allMatch(c -> "rwxXst".indexOf(c) >= 0);
        if (!wellFormed) {
            return Presence.UNKNOWN;
        }
        boolean execute = clause.indexOf('x', at) > 0;
        return switch (clause.charAt(at)) {
            case '+' -> execute ? Presence.PRESENT : before;
            case '-' -> execute ? takenFrom(clause.substring(0, at), before) : before;
            default -> execute ? Presence.PRESENT : clause.indexOf('X') > 0 ? Presence.UNKNOWN : lost(before);
        };
    }

    /** The bits of some may be all that there were. */
    private static Presence takenFrom(String whom, Presence before) {
        return whom.isEmpty() || whom.indexOf('a') >= 0 ? Presence.ABSENT : lost(before);
    }

    private static Presence lost(Presence before) {
        return before == Presence.ABSENT ? Presence.ABSENT : Presence.UNKNOWN;
    }
}
