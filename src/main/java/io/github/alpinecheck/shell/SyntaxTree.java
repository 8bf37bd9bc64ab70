package io.github.alpinecheck.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds commands and words in a script, wherever they stand. */
public final class SyntaxTree {

    private SyntaxTree() {}

    /** The command and all commands in it, outer ones first; those of substitutions are not among them. */
    public static List<Command> commands(Command command) {
        List<Command> all = new ArrayList<>();
        collect(command, true, all);
        return all;
    }

    /**
     * Those of {@link #commands} that are run when each command before them does what it should: no branches, no bodies
     * of loops and functions, no right side of {@code ||}.
     */
    public static List<Command> straight(Command command) {
        List<Command> all = new ArrayList<>();
        collect(command, false, all);
        return all;
    }

    private static void collect(Command command, boolean branches, List<Command> all) {
        all.add(command);
        children(command, branches).forEach(child -> collect(child, branches, all));
    }

    private static Stream<Command> children(Command command, boolean branches) {
        if (command instanceof Command.Sequence c) {
            return c.elements().stream().map(Command.Sequence.Element::command);
        } else if (command instanceof Command.AndOr c) {
            boolean both = branches || c.operator() == Command.AndOr.Operator.AND;
            return both ? Stream.of(c.left(), c.right()) : Stream.of(c.left());
        } else if (command instanceof Command.Pipeline c) {
            return c.commands().stream();
        } else if (command instanceof Command.Group c) {
            return Stream.of(c.body());
        } else if (command instanceof Command.Subshell c) {
            return Stream.of(c.body());
        }
        return branches ? branches(command) : Stream.empty();
    }

    private static Stream<Command> branches(Command command) {
        if (command instanceof Command.If c) {
            return Stream.concat(
                    c.branches().stream().flatMap(b -> Stream.of(b.condition(), b.body())), c.otherwise().stream());
        } else if (command instanceof Command.For c) {
            return Stream.of(c.body());
        } else if (command instanceof Command.While c) {
            return Stream.of(c.condition(), c.body());
        } else if (command instanceof Command.Case c) {
            return c.clauses().stream().map(Command.Case.Clause::body);
        } else if (command instanceof Command.Function c) {
            return Stream.of(c.body());
        }
        return Stream.empty();
    }

    /** The redirections of the command itself. */
    public static List<Redirection> redirections(Command command) {
        if (command instanceof Command.Simple c) {
            return c.redirections();
        } else if (command instanceof Command.Group c) {
            return c.redirections();
        } else if (command instanceof Command.Subshell c) {
            return c.redirections();
        } else if (command instanceof Command.If c) {
            return c.redirections();
        } else if (command instanceof Command.For c) {
            return c.redirections();
        } else if (command instanceof Command.While c) {
            return c.redirections();
        } else if (command instanceof Command.Case c) {
            return c.redirections();
        } else if (command instanceof Command.Conditional c) {
            return c.redirections();
        }
        return List.of();
    }

    /** The words of the command itself, the values of its assignments and the files of its redirections included. */
    public static List<Word> words(Command command) {
        List<Word> words = new ArrayList<>();
        if (command instanceof Command.Simple c) {
            c.assignments().forEach(a -> words.add(a.value()));
            words.addAll(c.words());
        } else if (command instanceof Command.For c) {
            c.words().ifPresent(words::addAll);
        } else if (command instanceof Command.Case c) {
            words.add(c.subject());
        } else if (command instanceof Command.Conditional c) {
            words.addAll(c.words());
        }
        redirections(command).forEach(r -> words.add(r.target()));
        return words;
    }

    /** The parts of a word, those within double quotes included. */
    public static List<Word.Part> parts(Word word) {
        List<Word.Part> all = new ArrayList<>();
        for (Word.Part part : word.parts()) {
            all.add(part);
            if (part instanceof Word.DoubleQuoted quoted) {
                all.addAll(quoted.parts());
            }
        }
        return all;
    }
}
