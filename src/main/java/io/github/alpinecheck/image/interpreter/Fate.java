package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.Invocation.Consequence;

/** What becomes of the status of a command. */
enum Fate {
    /** It is the status of the whole script. */
    LAST,
    /** {@code set -e} ends the script if it is not 0. */
    ERREXIT,
    /** {@code set -e} ends an inner script if it is not 0, and the outer one goes on. */
    ENDS_INNER,
    /** Nobody looks at it. */
    IGNORED,
    /** The script decides by it what to do next. */
    HANDLED;

    boolean isFatal() {
        return this == LAST || this == ERREXIT;
    }

    /** The fate of what stands before {@code &&}: errexit does not apply there (POSIX.1-2017, {@code set}). */
    Fate beforeAnd() {
        return this == LAST ? LAST : HANDLED;
    }

    /** The fate of a command that another one follows. */
    Fate followed(boolean errexit) {
        if (!errexit || this == HANDLED) {
            return IGNORED;
        }
        return isFatal() ? ERREXIT : ENDS_INNER;
    }

    /** The fate of a script that a program of its own runs: whoever asks for its status, errexit is the script's own. */
    Fate ofProgram() {
        return this == HANDLED ? IGNORED : this;
    }

    Consequence consequence() {
        return switch (this) {
            case LAST, ERREXIT -> Consequence.FAILS_BUILD;
            case IGNORED -> Consequence.IGNORED;
            case ENDS_INNER, HANDLED -> Consequence.HANDLED;
        };
    }
}
