package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.interpreter.SimpleCommands.Run;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that the shell carries out itself (ash's and bash's; POSIX.1-2017, volume 3, 2.14). */
public final class Builtins {

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "bg",
            "break",
            "continue",
            "fg",
            "getopts",
            "hash",
            "jobs",
            "let",
            "shift",
            "shopt",
            "times",
            "ulimit",
            "umask",
            "unalias",
            "wait");

    private static final Set<String> OTHERS = Set.of(
            ".",
            "source",
            "eval",
            "return",
            "exit",
            "cd",
            "set",
            "export",
            "readonly",
            "local",
            "declare",
            "typeset",
            "unset",
            "read",
            "command",
            "type",
            "exec",
            "builtin",
            "time",
            "echo",
            "printf",
            "true",
            "false",
            ":",
            "[",
            "test",
            "pwd",
            "trap",
            "alias",
            "kill");

    private static final Set<String> SPECIAL = Set.of(
            ".",
            ":",
            "break",
            "continue",
            "eval",
            "exec",
            "exit",
            "export",
            "readonly",
            "return",
            "set",
            "shift",
            "source",
            "times",
            "trap",
            "unset");

    /** Whether an error of the command ends a script (POSIX 2.14). */
    static boolean isSpecial(String name) {
        return SPECIAL.contains(name);
    }

    private final ShellInterpreter shell;

    Builtins(ShellInterpreter shell) {
        this.shell = shell;
    }

    /** Whether a shell needs no program for a command of that name. */
    public static boolean isBuiltin(String name) {
        return WITHOUT_EFFECT.contains(name) || OTHERS.contains(name);
    }

    /** Runs the command if it is the shell's own and acts on the shell; the others are like programs. */
    Optional<Flow> run(Run run, ShellState state) {
        String name = run.words().get(0).known().orElse("");
        List<Operand> arguments = run.words().subList(1, run.words().size());
        if (WITHOUT_EFFECT.contains(name)) {
            return Optional.of(Flow.either(state, state));
        }
        return switch (name) {
            case ".", "source", "eval", "return" -> {
                Flow goesOn = shell.anything(state, run.output());
                yield Optional.of(new Flow(goesOn.success(), goesOn.failure(), goesOn.success(), goesOn.failure()));
            }
            case "exit" -> Optional.of(exit(arguments, state));
            case "cd" -> Optional.of(cd(arguments, state));
            case "set" -> Optional.of(Flow.succeeds(set(arguments, state)));
            case "export", "readonly", "local", "declare", "typeset" ->
                Optional.of(Flow.succeeds(export(arguments, state)));
            case "trap" -> Optional.of(Flow.succeeds(trap(arguments, state)));
            // which commands are others from now on depends on where the shell's next line begins
            case "alias" -> Optional.of(Flow.succeeds(state.withVariable("PATH", PartialString.UNKNOWN)));
            case "unset" -> Optional.of(Flow.succeeds(unset(arguments, state)));
            case "read" -> {
                ShellState after = forget(arguments, state);
                yield Optional.of(Flow.either(after, after));
            }
            case "command", "type", "which" -> lookUp(name, arguments, run, state);
            default -> Optional.empty();
        };
    }

    private static Flow exit(List<Operand> arguments, ShellState state) {
        boolean ok = !arguments.isEmpty() && arguments.get(0).is("0");
        boolean notOk = !arguments.isEmpty() && !ok && arguments.get(0).known().isPresent();
        Optional<ShellState> here = Optional.of(state);
        return new Flow(
                Optional.empty(), Optional.empty(), notOk ? Optional.empty() : here, ok ? Optional.empty() : here);
    }

    private static Flow cd(List<Operand> arguments, ShellState state) {
        boolean plain = arguments.size() == 1
                && !arguments.get(0).is("-")
                && !arguments.get(0).is("")
                && !arguments.get(0).glob();
        Optional<String> path =
                plain ? FileSystem.resolve(state.directory(), arguments.get(0).value()) : Optional.empty();
        if (path.isEmpty()) {
            ShellState somewhere = state.withDirectory(PartialString.UNKNOWN);
            return Flow.either(somewhere, state);
        }
        // the shell takes .. for the directory above in the path as written, the kernel for the one above in the tree
        FileNode node = state.image().followed(path.get());
        ShellState there = state.withDirectory(PartialString.of(path.get()));
        if (node.equals(FileNode.ABSENT) || node instanceof FileNode.Regular) {
            return Flow.fails(state);
        }
        return node instanceof FileNode.Directory ? Flow.succeeds(there) : Flow.either(there, state);
    }

    private static ShellState set(List<Operand> arguments, ShellState state) {
        boolean errexit = state.errexit();
        boolean pipefail = state.pipefail();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).value().pattern();
            boolean on = word.startsWith("-");
            if (!on && !word.startsWith("+") || word.equals("--")) {
                break;
            }
            if (word.indexOf('e') > 0) {
                errexit = on;
            }
            if (word.indexOf('o') > 0 && i + 1 < arguments.size()) {
                String option = arguments.get(++i).value().pattern();
                pipefail = option.equals("pipefail") ? on : pipefail;
                errexit = option.equals("errexit") ? on : errexit;
            }
        }
        return state.withOptions(errexit, pipefail);
    }

    /** An action for the end of the script may do anything there; to the rest of the script it does nothing. */
    private static ShellState trap(List<Operand> arguments, ShellState state) {
        boolean resets = arguments.isEmpty()
                || arguments.get(0).is("-")
                || arguments.get(0).is("")
                || arguments.get(0).value().pattern().startsWith("-");
        boolean atEnd = arguments.stream()
                .skip(1)
                .anyMatch(a -> a.known()
                        .filter(s -> !s.equals("EXIT") && !s.equals("0"))
                        .isEmpty());
        return resets || !atEnd ? state : state.withExitTrap();
    }

    private static ShellState export(List<Operand> arguments, ShellState state) {
        ShellState next = state;
        for (Operand argument : arguments) {
            String word = argument.value().pattern();
            int equals = word.indexOf('=');
            if (equals > 0) {
                next = next.withVariable(word.substring(0, equals), new PartialString(word.substring(equals + 1)));
            }
        }
        return next;
    }

    private static ShellState unset(List<Operand> arguments, ShellState state) {
        ShellState next = state;
        for (Operand argument : arguments) {
            next = next.without(argument.value().pattern());
        }
        return next;
    }

    private static ShellState forget(List<Operand> arguments, ShellState state) {
        ShellState next = state;
        for (Operand argument : arguments) {
            String word = argument.value().pattern();
            if (!word.startsWith("-")) {
                next = next.withVariable(word, PartialString.UNKNOWN);
            }
        }
        return next;
    }

    /** {@code command -v name}, {@code which name}, {@code type name}: whether a program is there. */
    private static Optional<Flow> lookUp(String builtin, List<Operand> arguments, Run run, ShellState state) {
        boolean asks = !builtin.equals("command")
                || !arguments.isEmpty()
                        && (arguments.get(0).is("-v") || arguments.get(0).is("-V"));
        if (!asks) {
            return Optional.empty();
        }
        run.output().add(PartialString.UNKNOWN, true);
        Optional<String> name = arguments.isEmpty()
                ? Optional.empty()
                : arguments.get(arguments.size() - 1).known();
        Presence presence = name.map(n -> SimpleCommands.presence(n, state)).orElse(Presence.UNKNOWN);
        return Optional.of(
                switch (presence) {
                    case PRESENT -> Flow.succeeds(state);
                    case ABSENT -> Flow.fails(state);
                    case UNKNOWN -> Flow.either(state, state);
                });
    }
}
