package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StartedScript;
import io.github.alpinecheck.image.command.Call;
import io.github.alpinecheck.image.command.CommandModels;
import io.github.alpinecheck.image.command.Refusal;
import io.github.alpinecheck.image.command.Result;
import io.github.alpinecheck.shell.Assignment;
import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.shell.SyntaxTree;
import io.github.alpinecheck.shell.Word;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs simple commands: assignments, the shell's own commands, functions, programs. */
final class SimpleCommands {

    private static final Set<String> PROGRAM_DIRECTORIES =
            Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");
    /** Scripts of the build context that only call build tools. */
    private static final Set<String> WRAPPERS = Set.of("mvnw", "gradlew");

    private static final Set<String> ASKS_FOR_VERSION = Set.of("--version", "-version", "-V", "--help", "-h");

    private final ShellInterpreter shell;
    private final Builtins builtins;

    SimpleCommands(ShellInterpreter shell) {
        this.shell = shell;
        this.builtins = new Builtins(shell);
    }

    Flow run(Command.Simple command, ShellState state, Fate fate, Output output, PartialString input) {
        WordExpansion expansion = decidedBySubstitution(command)
                ? new WordExpansion(shell, state, fate)
                : new WordExpansion(shell, state);
        List<Operand> words = new ArrayList<>();
        command.words().forEach(word -> words.addAll(expansion.fields(word)));
        Map<String, PartialString> assigned = new HashMap<>();
        for (Assignment assignment : command.assignments()) {
            PartialString value = expansion.value(assignment.value()).value();
            PartialString before = expansion.state().variable(assignment.name()).orElse(PartialString.EMPTY);
            assigned.put(assignment.name(), assignment.append() ? before.plus(value) : value);
        }
        Redirections redirections = new Redirections(command.redirections(), expansion, false);
        Flow refused = refused(redirections, words);
        if (redirections.opened().isEmpty()) {
            // a build that stops here is read on as if it had not, so that the rest is checked too
            return fate.isFatal() ? Flow.succeeds(expansion.state()) : refused;
        }
        ShellState start = redirections.opened().get();
        if (words.isEmpty()) {
            return assign(command, start, assigned, redirections, expansion.substituted())
                    .or(refused);
        }
        PartialString in = redirections.input().orElse(input);
        Output own = new Output();
        // where words were split or dropped, nobody knows which one came from where
        Written written = words.size() == command.words().size()
                ? index -> command.words().get(index).literalText()
                : index -> Optional.empty();
        Run run = new Run(command.span(), written, words, assigned, fate, own, in);
        Flow ran = run(run, start);
        boolean quiet = run.is("echo") || run.is("printf") && ran.failure().isEmpty();
        boolean readsItself =
                !run.is("echo") && !run.is("printf") && !own.text().is("") && redirections.mayReadItself(words, start);
        PartialString printed = readsItself ? PartialString.UNKNOWN : own.text();
        if (readsItself || redirections.readsDirectory(start)) {
            ran = ran.or(Flow.NONE.withFailure(ran.whatever()));
        }
        Flow flow = ran.map(s -> redirections.closed(s, printed, quiet));
        if (!redirections.redirectsOutput()) {
            boolean pure = !redirections.mixesErrors() || quiet;
            output.add(own.text(), pure && redirections.refused().isEmpty());
        }
        return flow.or(refused);
    }

    /** Whether the command is an assignment that has the status of the one command that is substituted in it. */
    private static boolean decidedBySubstitution(Command.Simple command) {
        if (!command.words().isEmpty()
                || command.assignments().size() != 1
                || !command.redirections().isEmpty()) {
            return false;
        }
        List<Word.Part> parts = SyntaxTree.parts(command.assignments().get(0).value());
        return parts.stream().filter(p -> p instanceof Word.CommandSubstitution).count() == 1
                && parts.stream()
                        .noneMatch(p -> p instanceof Word.Parameter parameter
                                && parameter.argument().isPresent());
    }

    /** When a file of the redirections cannot be opened: after a special built-in the script ends (POSIX 2.8.1). */
    private static Flow refused(Redirections redirections, List<Operand> words) {
        Flow goesOn = Flow.NONE.withFailure(redirections.refused());
        boolean program = !words.isEmpty()
                && words.get(0)
                        .known()
                        .filter(name -> !Builtins.isSpecial(name))
                        .isPresent();
        return program ? goesOn : goesOn.or(goesOn.abortedByFailure());
    }

    /** The words of a command as they are written. */
    interface Written {
        /** The word without its quotes, if it needs no expansion. */
        Optional<MappedText> text(int index);
    }

    /** A command about to run. */
    record Run(
            Span span,
            Written written,
            List<Operand> words,
            Map<String, PartialString> assigned,
            Fate fate,
            Output output,
            PartialString input) {

        boolean is(String name) {
            return words.get(0).is(name);
        }

        Run with(Map<String, PartialString> assignments) {
            return new Run(span, written, words, assignments, fate, output, input);
        }

        /** The same without its first words: what {@code env}, {@code exec} and their like run. */
        Run from(int index) {
            return new Run(
                    span,
                    i -> written.text(i + index),
                    words.subList(index, words.size()),
                    assigned,
                    fate,
                    output,
                    input);
        }
    }

    private static Flow assign(
            Command.Simple command,
            ShellState start,
            Map<String, PartialString> assigned,
            Redirections redirections,
            boolean substituted) {
        ShellState state = start;
        for (Map.Entry<String, PartialString> each : assigned.entrySet()) {
            state = state.withVariable(each.getKey(), each.getValue());
        }
        state = redirections.closed(state, PartialString.EMPTY, true);
        return substituted && !command.assignments().isEmpty() ? Flow.either(state, state) : Flow.succeeds(state);
    }

    Flow run(Run run, ShellState state) {
        Optional<String> name = run.words().get(0).known();
        if (name.isEmpty()) {
            return program(run, state, "");
        }
        Command function = state.functions().get(name.get());
        if (function != null) {
            return call(function, run, state);
        }
        Optional<Flow> builtin = builtins.run(run, state);
        if (builtin.isPresent()) {
            // whether the assignments stay depends on the command and on the shell
            return builtin.get().map(s -> s.withUnknown(run.assigned().keySet()));
        }
        String base = FileSystem.name(name.get());
        if (Builtins.isSpecial(name.get()) && !run.assigned().isEmpty()) {
            return run(run.with(Map.of()), state.withUnknown(run.assigned().keySet()));
        }
        return switch (base) {
            case "exec", "command", "nohup", "time", "builtin" -> behind(run, state, 1, base.equals("exec"));
            case "env" -> env(run, state);
            case "su-exec", "gosu", "doas", "sudo" ->
                wrapped(run, state, base, base.equals("su-exec") || base.equals("gosu") ? 2 : 1);
            case "tini", "dumb-init", "catatonit" ->
                wrapped(
                        run,
                        state,
                        base,
                        run.words().size() > 1 && run.words().get(1).is("--") ? 2 : 1);
            case "sh", "ash", "bash", "dash" -> nestedShell(run, state, base);
            case "su" -> otherUser(run, state);
            default -> program(run, state, base);
        };
    }

    private Flow call(Command function, Run run, ShellState state) {
        ShellState start = state.withUnknown(run.assigned().keySet());
        Flow flow = shell.run(function, start, run.fate(), run.output(), run.input());
        return LoopControl.leavesEarly(function)
                ? shell.anything(state, run.output()).or(flow.endsOfScript())
                : flow;
    }

    /** The command behind a word that only runs another one. */
    private Flow behind(Run run, ShellState state, int index, boolean ends) {
        if (index >= run.words().size()) {
            return shell.anything(state, run.output());
        }
        if (run.words().get(index).value().pattern().startsWith("-")) {
            return program(
                    run, state, FileSystem.name(run.words().get(0).known().orElse("")));
        }
        Flow flow = run(run.from(index), state);
        Flow ended = flow.ofSubshell();
        return ends ? new Flow(Optional.empty(), Optional.empty(), ended.success(), ended.failure()) : flow;
    }

    private Flow env(Run run, ShellState state) {
        Map<String, PartialString> assigned = new HashMap<>(run.assigned());
        int index = 1;
        for (; index < run.words().size(); index++) {
            String word = run.words().get(index).value().pattern();
            int equals = word.indexOf('=');
            if (equals <= 0 || word.startsWith("-")) {
                break;
            }
            assigned.put(word.substring(0, equals), new PartialString(word.substring(equals + 1)));
        }
        boolean program = index < run.words().size()
                && run.words()
                        .get(index)
                        .known()
                        .filter(n -> !isShells(n, state))
                        .isPresent();
        return program || index >= run.words().size()
                ? behind(run.with(assigned), state, index, false)
                : program(run, state, "env");
    }

    /** Whether only the shell itself has the command, so that {@code env} does not find it. */
    private static boolean isShells(String name, ShellState state) {
        return state.functions().containsKey(name) || Builtins.isSpecial(name) || name.equals("cd");
    }

    /** {@code su-exec user command}, {@code tini -- command}: when the wrapper is not there, that is what fails. */
    private Flow wrapped(Run run, ShellState state, String base, int index) {
        boolean plain = index < run.words().size()
                && !run.words().get(index).value().pattern().startsWith("-");
        if (!plain || state.image().command(base) == Presence.ABSENT) {
            return program(run, state, base);
        }
        Flow own = program(run.from(0), state.reached(state.certain()), "true");
        return own.success().isEmpty() ? own : run(run.from(index), state);
    }

    /** {@code sh -c script}: the script is read and run; a script file may do anything. */
    private Flow nestedShell(Run run, ShellState state, String base) {
        ShellOptions options = ShellOptions.of(run.words());
        String name = run.words().get(0).known().orElse("");
        if (options.script().isEmpty() || presence(name, state) == Presence.ABSENT) {
            return program(run, state, base);
        }
        Optional<MappedText> script = script(run, options.script().getAsInt());
        if (script.isEmpty()) {
            return program(run, state, base);
        }
        ShellState inner = state.forProgram(run.assigned()).started(options);
        Flow flow = shell.script(name, script.get(), inner, run.fate().ofProgram(), run.output(), run.input());
        record(run, state, flow.success().map(ShellState::image).orElse(state.image()), Outcome.UNKNOWN, true);
        return flow.map(state::afterSubshell);
    }

    /** {@code su - user -c script}: the shell of the user reads the script. */
    private Flow otherUser(Run run, ShellState state) {
        Optional<SuCommand> su = presence(run.words().get(0).toString(), state) == Presence.PRESENT
                ? SuCommand.of(run.words(), state.image())
                : Optional.empty();
        Optional<MappedText> script = su.flatMap(s -> script(run, s.script()));
        if (script.isEmpty()) {
            return program(run, state, "su");
        }
        ShellState inner = su.get().start(state.forProgram(run.assigned()));
        Flow flow =
                shell.script(su.get().shell(), script.get(), inner, run.fate().ofProgram(), run.output(), run.input());
        record(run, state, flow.success().map(ShellState::image).orElse(state.image()), Outcome.UNKNOWN, true);
        // nobody knows whether the user exists and may log in
        Flow denied = run.fate().isFatal() ? Flow.NONE : Flow.fails(state);
        return flow.map(state::afterSubshell).or(denied);
    }

    private static Optional<MappedText> script(Run run, int index) {
        Operand word = run.words().get(index);
        return run.written().text(index).or(() -> word.known().map(t -> placed(t, word.span())));
    }

    private static MappedText placed(String text, Span span) {
        return new MappedText.Builder().append(text, span.start()).build(span.end());
    }

    /** Whether a command can be started: a function, a command of the shell, a program. */
    static Presence presence(String name, ShellState state) {
        if (name.isEmpty()) {
            return Presence.UNKNOWN;
        }
        if (state.functions().containsKey(name) || Builtins.isBuiltin(name)) {
            return Presence.PRESENT;
        }
        if (name.indexOf('/') >= 0) {
            return FileSystem.resolve(state.directory(), PartialString.of(name))
                    .map(state.image()::programAt)
                    .orElse(Presence.UNKNOWN);
        }
        return state.searched().map(image -> image.command(name)).orElse(Presence.UNKNOWN);
    }

    /** Whether the program certainly does not do what it was asked for, as a script that cannot be started. */
    private static boolean isRefused(Run run, PartialString directory, ImageState image) {
        Operand program = run.words().get(0);
        List<Operand> arguments = run.words().subList(1, run.words().size());
        return StartedScript.of(image, directory, program)
                        .flatMap(script -> script.obstacle(image))
                        .isPresent()
                || Refusal.of(image, program.known().orElse(""), arguments, run.input())
                        .isPresent();
    }

    private Flow program(Run run, ShellState state, String base) {
        String name = run.words().get(0).known().orElse("");
        if (presence(name, state) == Presence.ABSENT && !run.assigned().containsKey("PATH")) {
            record(run, state, state.image(), Outcome.FAILS, true);
            return run.fate().isFatal() ? Flow.succeeds(state) : Flow.fails(state);
        }
        List<Operand> arguments = run.words().subList(1, run.words().size());
        boolean refused = !run.assigned().containsKey("PATH")
                && state.searched()
                        .filter(image -> isRefused(run, state.directory(), image))
                        .isPresent();
        if (refused) {
            record(run, state, state.image(), Outcome.FAILS, true);
            return run.fate().isFatal() ? Flow.succeeds(state) : Flow.fails(state);
        }
        Call call = new Call(state.image(), state.directory(), base, arguments, run.input(), run.span());
        Result result = modelled(name, base, arguments, state)
                ? CommandModels.of(base).run(call)
                : asksOnly(arguments) ? Result.maySucceed(state.image()) : Result.anything(state.image());
        run.output().add(result.output(), true);
        record(run, state, result.image(), result.outcome(), result.understood());
        return ends(run, state, result);
    }

    private static Flow ends(Run run, ShellState state, Result result) {
        ShellState after = state.with(result.image());
        return switch (result.outcome()) {
            case SUCCEEDS -> Flow.succeeds(after);
            // a build that stops here is read on as if it had not, so that the rest is checked too
            case FAILS -> run.fate().isFatal() ? Flow.succeeds(after) : Flow.fails(after);
            case UNKNOWN -> Flow.either(after, state.join(after));
        };
    }

    /** A program by its name, or by a path where only programs of that name stand. */
    private static boolean modelled(String name, String base, List<Operand> arguments, ShellState state) {
        boolean standard = name.indexOf('/') < 0
                || PROGRAM_DIRECTORIES.contains(FileSystem.parent(name))
                || state.variable("JAVA_HOME")
                        .filter(home -> home.is(FileSystem.parent(FileSystem.parent(name))))
                        .isPresent();
        return !base.isEmpty() && (standard || WRAPPERS.contains(base)) && !asksOnly(arguments);
    }

    private static boolean asksOnly(List<Operand> arguments) {
        return arguments.size() == 1
                && arguments.get(0).known().filter(ASKS_FOR_VERSION::contains).isPresent();
    }

    private void record(Run run, ShellState state, ImageState after, Outcome outcome, boolean understood) {
        Map<String, PartialString> environment = state.variables();
        if (!run.assigned().isEmpty()) {
            environment = new HashMap<>(environment);
            environment.putAll(run.assigned());
        }
        shell.record(new Invocation(
                run.words(),
                run.span(),
                environment,
                state.directory(),
                run.input(),
                state.image(),
                after,
                state.certain(),
                run.fate().consequence(),
                outcome,
                understood));
    }
}
