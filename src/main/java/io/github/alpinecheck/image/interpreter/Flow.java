package io.github.alpinecheck.image.interpreter;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The ways a command can end.
 *
 * @param success the shell when it ends with status 0; empty when it cannot
 * @param failure the shell when it ends with another status and the script goes on; empty when it cannot
 * @param exited the shell when the whole script has ended with status 0 here
 * @param aborted the shell when the whole script has ended with another status here and something around it goes on
 */
record Flow(
        Optional<ShellState> success,
        Optional<ShellState> failure,
        Optional<ShellState> exited,
        Optional<ShellState> aborted) {

    /** No end at all: to be joined with others. */
    static final Flow NONE = new Flow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Flow succeeds(ShellState state) {
        return NONE.withSuccess(Optional.of(state));
    }

    static Flow fails(ShellState state) {
        return NONE.withFailure(Optional.of(state));
    }

    static Flow either(ShellState success, ShellState failure) {
        return new Flow(Optional.of(success), Optional.of(failure), Optional.empty(), Optional.empty());
    }

    /** Success and failure as one: the script goes on whatever the status; empty when it does not go on. */
    Optional<ShellState> whatever() {
        return join(success, failure);
    }

    /** All ends as one: what comes after a shell of its own; empty when nothing does. */
    Optional<ShellState> over() {
        return join(whatever(), join(exited, aborted));
    }

    /** Whether the script may end here. */
    boolean mayEndScript() {
        return exited.isPresent() || aborted.isPresent();
    }

    /** The same ends, each with another shell. */
    Flow map(UnaryOperator<ShellState> change) {
        return new Flow(success.map(change), failure.map(change), exited.map(change), aborted.map(change));
    }

    Flow negated() {
        return new Flow(/* success= */ failure, /* failure= */ success, exited, aborted);
    }

    Flow withSuccess(Optional<ShellState> next) {
        return new Flow(next, failure, exited, aborted);
    }

    Flow withFailure(Optional<ShellState> next) {
        return new Flow(success, next, exited, aborted);
    }

    /** Only the ends of the whole script. */
    Flow endsOfScript() {
        return new Flow(Optional.empty(), Optional.empty(), exited, aborted);
    }

    /** The ends of a shell of its own, as its parent sees them. */
    Flow ofSubshell() {
        return new Flow(join(success, exited), join(failure, aborted), Optional.empty(), Optional.empty());
    }

    /** A failure ends the whole script, and something around it goes on. */
    Flow abortedByFailure() {
        return new Flow(success, Optional.empty(), exited, join(failure, aborted));
    }

    /** One or the other. */
    Flow or(Flow other) {
        return new Flow(
                join(success, other.success),
                join(failure, other.failure),
                join(exited, other.exited),
                join(aborted, other.aborted));
    }

    static Optional<ShellState> join(Optional<ShellState> a, Optional<ShellState> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return Optional.of(a.get().join(b.get()));
    }
}
