package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.Script;
import io.github.alpinecheck.image.command.Call;
import io.github.alpinecheck.image.command.TestModel;
import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.shell.Redirection;
import io.github.alpinecheck.shell.ShellParser;
import io.github.alpinecheck.shell.Word;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs one script abstractly. A command has up to three ends ({@link Flow}); where both success and failure are
 * possible both are followed and joined, so that what depends on the outcome is unknown.
 */
final class ShellInterpreter {

    /** Commands that one RUN may take before the rest is given up: nested loops over long lists end here. */
    private static final int BUDGET = 4_000;

    private static final int MAX_DEPTH = 300;
    private static final int MAX_ROUNDS = 64;

    private static final String CONDITIONAL = "[[";

    private final List<Invocation> invocations = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final SimpleCommands simple = new SimpleCommands(this);
    private int budget = BUDGET;
    private int depth;
    private int muted;

    /** The programs that were started, in order. */
    List<Invocation> invocations() {
        return invocations;
    }

    /** The scripts that were read, in order. */
    List<Script> scripts() {
        return scripts;
    }

    void record(Invocation invocation) {
        if (muted == 0) {
            invocations.add(invocation);
        }
    }

    /**
     * Runs a script, as {@code sh -c} does.
     *
     * @param name the shell, as written
     */
    Flow script(String name, MappedText text, ShellState start, Fate fate, Output output, PartialString input) {
        Command syntax = ShellParser.parse(text);
        if (muted == 0) {
            scripts.add(new Script(name, syntax, start.image(), start.certain()));
        }
        ShellState shell = start.withBraces(FileSystem.name(name).equals("bash"));
        Flow flow = run(syntax, shell, fate, output, input);
        return flow.ofSubshell().map(ShellState::ended);
    }

    /** Runs the body of a command substitution: the shell after it. */
    ShellState substitution(Command body, ShellState start, Fate fate, Output output) {
        Flow flow = run(body, start, fate, output, PartialString.UNKNOWN);
        return flow.over().map(start::afterSubshell).orElse(start);
    }

    Flow run(Command command, ShellState state, Fate fate, Output output, PartialString input) {
        if (--budget < 0 || depth >= MAX_DEPTH) {
            return anything(state, output);
        }
        depth++;
        try {
            Flow flow = dispatch(command, state, fate, output, input);
            if (fate == Fate.LAST || fate == Fate.ERREXIT && errexitLooksAt(command)) {
                // a fatal failure ends the build, so the rest of the script never sees it
                return flow.withFailure(Optional.empty());
            }
            return fate == Fate.ENDS_INNER && errexitLooksAt(command) ? flow.abortedByFailure() : flow;
        } finally {
            depth--;
        }
    }

    /**
     * Whether {@code set -e} ends the script when this command fails; in all others it is one of their commands that
     * does (POSIX.1-2017, {@code set}).
     */
    private static boolean errexitLooksAt(Command command) {
        return command instanceof Command.Simple
                || command instanceof Command.Subshell
                || command instanceof Command.Conditional
                || command instanceof Command.Opaque
                || command instanceof Command.Pipeline pipeline && !pipeline.negated();
    }

    private Flow dispatch(Command command, ShellState state, Fate fate, Output output, PartialString input) {
        if (command instanceof Command.Simple c) {
            return simple.run(c, state, fate, output, input);
        } else if (command instanceof Command.Sequence c) {
            return sequence(c, state, fate, output, input);
        } else if (command instanceof Command.AndOr c) {
            return andOr(c, state, fate, output, input);
        } else if (command instanceof Command.Pipeline c) {
            return pipeline(c, state, fate, output, input);
        } else if (command instanceof Command.Group c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> run(c.body(), s, fate, o, i));
        } else if (command instanceof Command.Subshell c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> subshell(c.body(), s, fate, o, i));
        } else if (command instanceof Command.If c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> branches(c, 0, s, fate, o, i));
        } else if (command instanceof Command.For c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> forLoop(c, s, fate, o, i));
        } else if (command instanceof Command.While c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> whileLoop(c, s, fate, o));
        } else if (command instanceof Command.Case c) {
            return redirected(c.redirections(), state, output, input, (s, o, i) -> cases(c, s, fate, o, i));
        } else if (command instanceof Command.Function c) {
            return Flow.succeeds(state.withFunction(c.name(), c.body()));
        } else if (command instanceof Command.Conditional c) {
            return conditional(c, state, fate);
        }
        return anything(state, output);
    }

    /** A command that takes a shell, a place to print to and standard input. */
    private interface Body {
        Flow run(ShellState state, Output output, PartialString input);
    }

    /** Runs a compound command with its redirections around it. */
    private Flow redirected(
            List<Redirection> redirections, ShellState state, Output output, PartialString input, Body body) {
        if (redirections.isEmpty()) {
            return body.run(state, output, input);
        }
        Redirections around = new Redirections(redirections, new WordExpansion(this, state), true);
        // shells disagree on whether errexit ends the script here
        Flow refused = Flow.NONE
                .withFailure(around.refused())
                .or(Flow.NONE.withFailure(around.refused()).abortedByFailure());
        if (around.opened().isEmpty()) {
            return refused;
        }
        Output inner = new Output();
        Flow flow = body.run(around.opened().get(), inner, around.input().orElse(input));
        if (!around.redirectsOutput()) {
            output.add(inner.text(), around.refused().isEmpty() && !around.mixesErrors());
        }
        return flow.map(s -> around.closed(s, inner.text(), false)).or(refused);
    }

    Flow anything(ShellState state, Output output) {
        output.add(PartialString.UNKNOWN, true);
        ShellState after = state.afterAnything();
        return Flow.either(after, after);
    }

    private Flow sequence(Command.Sequence sequence, ShellState state, Fate fate, Output output, PartialString input) {
        Flow flow = Flow.succeeds(state);
        Flow ends = Flow.NONE;
        PartialString in = input;
        int last = sequence.elements().size() - 1;
        ShellState current = state;
        for (int i = 0; i <= last; i++) {
            Command.Sequence.Element element = sequence.elements().get(i);
            if (element.background()) {
                current = current.join(background(element.command(), current));
                flow = Flow.succeeds(current);
                continue;
            }
            Output printed = new Output();
            Fate own = i == last ? ownFate(fate, current) : fate.followed(current.errexit());
            flow = run(element.command(), current, own, printed, in);
            // behind a point where the script may have ended nobody knows what is printed
            output.add(printed.text(), !ends.mayEndScript());
            ends = ends.or(flow.endsOfScript());
            in = Input.leftBy(element.command(), in);
            if (i < last) {
                // whether this point is reached for certain does not depend on a status that nobody looks at
                boolean certain = current.certain() && !flow.mayEndScript();
                Optional<ShellState> next = flow.whatever().map(s -> s.reached(certain));
                if (next.isEmpty()) {
                    return ends;
                }
                current = next.get();
            }
        }
        return flow.or(ends);
    }

    /** The fate of the last command of a list: errexit may have been set in the list. */
    private static Fate ownFate(Fate fate, ShellState state) {
        return fate == Fate.IGNORED ? fate.followed(state.errexit()) : fate;
    }

    private ShellState background(Command command, ShellState state) {
        Flow flow = run(command, state.reached(false), Fate.IGNORED, new Output(), PartialString.EMPTY);
        return flow.over().map(state::afterSubshell).orElse(state).reached(state.certain());
    }

    private Flow andOr(Command.AndOr command, ShellState state, Fate fate, Output output, PartialString input) {
        boolean and = command.operator() == Command.AndOr.Operator.AND;
        Fate leftFate = and ? fate.beforeAnd() : Fate.HANDLED;
        Flow left = run(command.left(), state, leftFate, output, input);
        Optional<ShellState> goesOn = and ? left.success() : left.failure();
        Optional<ShellState> skips = and ? left.failure() : left.success();
        boolean certain = state.certain() && skips.isEmpty() && !left.mayEndScript();
        Flow rest = and
                ? left.endsOfScript().withFailure(skips)
                : left.endsOfScript().withSuccess(skips);
        if (goesOn.isEmpty()) {
            return rest;
        }
        Output printed = new Output();
        PartialString in = Input.leftBy(command.left(), input);
        Flow right = run(command.right(), goesOn.get().reached(certain), fate, printed, in);
        output.add(printed.text(), skips.isEmpty() && !left.mayEndScript());
        return rest.or(right.map(s -> s.reached(state.certain())));
    }

    private Flow pipeline(Command.Pipeline pipeline, ShellState state, Fate fate, Output output, PartialString input) {
        Fate status = pipeline.negated() ? Fate.HANDLED : fate;
        if (pipeline.commands().size() == 1) {
            Flow flow = run(pipeline.commands().get(0), state, status, output, input);
            return pipeline.negated() ? flow.negated() : flow;
        }
        ShellState current = state;
        PartialString piped = input;
        int last = pipeline.commands().size() - 1;
        for (int i = 0; i < last; i++) {
            Output inner = new Output();
            Fate memberFate = state.pipefail() ? status : Fate.IGNORED;
            Flow flow = run(pipeline.commands().get(i), current, memberFate, inner, piped);
            current = flow.over().map(state::afterSubshell).orElse(current);
            piped = inner.text();
        }
        Flow flow = run(pipeline.commands().get(last), current, status, output, piped)
                .map(state::afterSubshell);
        Flow ended = flow.ofSubshell();
        Flow withMembers =
                state.pipefail() && !status.isFatal() ? ended.or(Flow.NONE.withFailure(ended.success())) : ended;
        return pipeline.negated() ? withMembers.negated() : withMembers;
    }

    private Flow subshell(Command body, ShellState state, Fate fate, Output output, PartialString input) {
        Flow flow = run(body, state, fate, output, input).map(state::afterSubshell);
        return flow.ofSubshell();
    }

    private Flow branches(
            Command.If command, int index, ShellState state, Fate fate, Output output, PartialString input) {
        if (index == command.branches().size()) {
            return command.otherwise().isPresent()
                    ? run(command.otherwise().get(), state, fate, output, input)
                    : Flow.succeeds(state);
        }
        Command.If.Branch branch = command.branches().get(index);
        Flow condition = run(branch.condition(), state, Fate.HANDLED, output, input);
        boolean decided = (condition.success().isEmpty() || condition.failure().isEmpty()) && !condition.mayEndScript();
        boolean certain = state.certain() && decided;
        Flow result = condition.endsOfScript();
        PartialString in = Input.leftBy(branch.condition(), input);
        Output printed = new Output();
        if (condition.success().isPresent()) {
            result = result.or(run(branch.body(), condition.success().get().reached(certain), fate, printed, in));
        }
        if (condition.failure().isPresent()) {
            result = result.or(
                    branches(command, index + 1, condition.failure().get().reached(certain), fate, printed, in));
        }
        output.add(printed.text(), decided);
        return result.map(s -> s.reached(state.certain()));
    }

    private Flow cases(Command.Case command, ShellState state, Fate fate, Output output, PartialString input) {
        WordExpansion expansion = new WordExpansion(this, state);
        Optional<String> subject = expansion.value(command.subject()).value().known();
        ShellState start = expansion.state();
        Flow result = Flow.NONE;
        Output printed = new Output();
        boolean earlierMayMatch = false;
        for (Command.Case.Clause clause : command.clauses()) {
            Outcome match = subject.map(s -> matches(clause, s)).orElse(Outcome.UNKNOWN);
            if (match != Outcome.FAILS) {
                boolean certain = start.certain() && match == Outcome.SUCCEEDS && !earlierMayMatch;
                result = result.or(run(clause.body(), start.reached(certain), fate, printed, input));
                earlierMayMatch = true;
            }
            if (match == Outcome.SUCCEEDS) {
                output.add(printed.text(), true);
                return result.map(s -> s.reached(state.certain()));
            }
        }
        output.add(printed.text(), !earlierMayMatch);
        return result.or(Flow.succeeds(start)).map(s -> s.reached(state.certain()));
    }

    private static Outcome matches(Command.Case.Clause clause, String subject) {
        Outcome outcome = Outcome.FAILS;
        for (Word pattern : clause.patterns()) {
            Optional<String> literal = Patterns.literal(pattern);
            if (literal.isEmpty()) {
                outcome = Outcome.UNKNOWN;
            } else if (Glob.matches(literal.get(), subject)) {
                return Outcome.SUCCEEDS;
            }
        }
        return outcome;
    }

    private Flow forLoop(Command.For loop, ShellState state, Fate fate, Output output, PartialString input) {
        WordExpansion expansion = new WordExpansion(this, state);
        List<Operand> words = new ArrayList<>();
        loop.words().ifPresent(all -> all.forEach(w -> words.addAll(expansion.fields(w))));
        boolean literal = loop.words().isPresent()
                && words.size() <= MAX_ROUNDS
                && words.stream().allMatch(w -> w.known().isPresent())
                && !LoopControl.leavesEarly(loop.body());
        if (!literal) {
            ShellState start = expansion.state().withVariable(loop.variable(), PartialString.UNKNOWN);
            return repeated(
                    start,
                    output,
                    s -> run(loop.body(), s, fate.followed(s.errexit()), new Output(), PartialString.UNKNOWN),
                    loop.body());
        }
        Flow flow = Flow.succeeds(expansion.state());
        Flow ends = Flow.NONE;
        PartialString in = input;
        for (int i = 0; i < words.size() && flow.whatever().isPresent(); i++) {
            ShellState current = flow.whatever()
                    .get()
                    .reached(state.certain() && !ends.mayEndScript())
                    .withVariable(loop.variable(), words.get(i).value());
            Fate round = i == words.size() - 1 ? fate : fate.followed(current.errexit());
            Output printed = new Output();
            flow = run(loop.body(), current, round, printed, in);
            output.add(printed.text(), !ends.mayEndScript());
            ends = ends.or(flow.endsOfScript());
            in = Input.leftBy(loop.body(), in);
        }
        return flow.or(ends).map(s -> s.reached(state.certain()));
    }

    private Flow whileLoop(Command.While loop, ShellState state, Fate fate, Output output) {
        return repeated(
                state,
                output,
                s -> {
                    Flow condition = run(loop.condition(), s, Fate.HANDLED, new Output(), PartialString.UNKNOWN);
                    ShellState inside = condition.whatever().orElse(s);
                    Flow body =
                            run(loop.body(), inside, fate.followed(s.errexit()), new Output(), PartialString.UNKNOWN);
                    return body.or(condition.endsOfScript());
                },
                loop.body());
    }

    private interface Round {
        Flow run(ShellState state);
    }

    /** Runs a body any number of times, none included: until nothing new is learnt, or anything may have happened. */
    private Flow repeated(ShellState start, Output output, Round round, Command body) {
        output.add(PartialString.UNKNOWN, true);
        ShellState state = start.reached(false);
        if (LoopControl.leavesEarly(body)) {
            state = state.afterAnything();
        }
        boolean stable = false;
        for (int i = 0; i < 4 && !stable; i++) {
            muted++;
            Flow flow = round.run(state);
            muted--;
            ShellState joined = flow.whatever().map(state::join).orElse(state);
            stable = joined.equals(state);
            state = joined;
        }
        if (!stable) {
            state = state.afterAnything();
        }
        Flow flow = round.run(state);
        ShellState end = flow.whatever().map(state::join).orElse(state).reached(start.certain());
        return Flow.either(end, end).or(flow.endsOfScript());
    }

    private Flow conditional(Command.Conditional command, ShellState state, Fate fate) {
        WordExpansion expansion = new WordExpansion(this, state);
        List<Operand> words = new ArrayList<>();
        for (Word word : command.words()) {
            words.add(expansion.value(word));
        }
        boolean pattern = command.words().size() == 3
                && command.words().get(2).literal().filter(Glob::isPattern).isPresent();
        ShellState after = expansion.state();
        ImageState image = after.image();
        Call call = new Call(image, state.directory(), CONDITIONAL, words, PartialString.EMPTY, command.span());
        Outcome outcome = pattern ? Outcome.UNKNOWN : new TestModel().run(call).outcome();
        Span opening = new Span(command.span().start(), command.span().start() + CONDITIONAL.length());
        words.add(0, new Operand(PartialString.of(CONDITIONAL), opening, false));
        record(new Invocation(
                words,
                command.span(),
                after.variables(),
                after.directory(),
                PartialString.EMPTY,
                image,
                image,
                after.certain(),
                fate.consequence(),
                outcome,
                true));
        return switch (outcome) {
            case SUCCEEDS -> Flow.succeeds(after);
            // a build that stops here is read on as if it had not, so that the rest is checked too
            case FAILS -> fate.isFatal() ? Flow.succeeds(after) : Flow.fails(after);
            case UNKNOWN -> Flow.either(after, after);
        };
    }
}
