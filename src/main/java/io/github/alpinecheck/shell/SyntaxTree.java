package io.github.alpinecheck.shell;

import java.util.ArrayList;
import java.util.List;

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
        if (command instanceof Command.Sequence c) {
            for (Command.Sequence.Element element : c.elements()) {
                collect(element.command(), branches, all);
            }
        } else if (command instanceof Command.AndOr c) {
            collect(c.left(), branches, all);
            if (branches || c.operator() == Command.AndOr.Operator.AND) {
                collect(c.right(), branches, all);
            }
        } else if (command instanceof Command.Pipeline c) {
            for (Command part : c.commands()) {
                collect(part, branches, all);
            }
        } else if (command instanceof Command.Group c) {
            collect(c.body(), branches, all);
        } else if (command instanceof Command.Subshell c) {
            collect(c.body(), branches, all);
        } else if (branches) {
            collectBranches(command, all);
        }
    }

    private static void collectBranches(Command command, List<Command> all) {
        if (command instanceof Command.If c) {
            for (Command.If.Branch branch : c.branches()) {
                collect(branch.condition(), true, all);
                collect(branch.body(), true, all);
            }
            c.otherwise().ifPresent(body -> collect(body, true, all));
        } else if (command instanceof Command.For c) {
            collect(c.body(), true, all);
        } else if (command instanceof Command.While c) {
            collect(c.condition(), true, all);
            collect(c.body(), true, all);
        } else if (command instanceof Command.Case c) {
            for (Command.Case.Clause clause : c.clauses()) {
                collect(clause.body(), true, all);
            }
        } else if (command instanceof Command.Function c) {
            collect(c.body(), true, all);
        }
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
