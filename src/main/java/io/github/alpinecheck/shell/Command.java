package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/** A command of the shell language. */
public sealed interface Command {

    /** Where it stands in the file, its redirections included. */
    Span span();

    /**
     * Assignments, words and redirections; at least one of the three.
     *
     * @param assignments those before the first word
     */
    record Simple(Span span, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
            implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * {@code a | b}, {@code ! a}.
     *
     * @param negated whether it starts with {@code !}
     * @param commands two or more, or one if negated
     */
    record Pipeline(Span span, boolean negated, List<Command> commands) implements Command {
        public Pipeline {
            commands = List.copyOf(commands);
        }
    }

    /** {@code a && b}, {@code a || b}; chains lean to the left. */
    record AndOr(Span span, Command left, Operator operator, Span operatorSpan, Command right) implements Command {

        /** What decides whether the right side runs. */
        public enum Operator {
            AND,
            OR
        }
    }

    /** Commands one after another, separated by {@code ;}, {@code &} or a line end; none for an empty script. */
    record Sequence(Span span, List<Element> elements) implements Command {
        public Sequence {
            elements = List.copyOf(elements);
        }

        /**
         * One of the commands.
         *
         * @param background whether {@code &} follows it
         */
        public record Element(Command command, boolean background) {}
    }

    /** {@code { a; b; }}. */
    record Group(Span span, Command body, List<Redirection> redirections) implements Command {
        public Group {
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code ( a; b )}. */
    record Subshell(Span span, Command body, List<Redirection> redirections) implements Command {
        public Subshell {
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code if a; then b; elif c; then d; else e; fi}. */
    record If(Span span, List<Branch> branches, Optional<Command> otherwise, List<Redirection> redirections)
            implements Command {
        public If {
            branches = List.copyOf(branches);
            redirections = List.copyOf(redirections);
        }

        /** A condition and what runs when it holds. */
        public record Branch(Command condition, Command body) {}
    }

    /**
     * {@code for x in a b; do c; done}.
     *
     * @param words empty without {@code in}: the positional parameters
     */
    record For(Span span, String variable, Optional<List<Word>> words, Command body, List<Redirection> redirections)
            implements Command {
        public For {
            words = words.map(List::copyOf);
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code while a; do b; done}, {@code until a; do b; done}. */
    record While(Span span, boolean until, Command condition, Command body, List<Redirection> redirections)
            implements Command {
        public While {
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code case word in pattern|pattern) body;; esac}. */
    record Case(Span span, Word subject, List<Clause> clauses, List<Redirection> redirections) implements Command {
        public Case {
            clauses = List.copyOf(clauses);
            redirections = List.copyOf(redirections);
        }

        /** Patterns and what runs when one matches. */
        public record Clause(List<Word> patterns, Command body) {
            public Clause {
                patterns = List.copyOf(patterns);
            }
        }
    }

    /** {@code name() body}, {@code function name body}. */
    record Function(Span span, String name, Command body) implements Command {}

    /**
     * {@code [[ … ]]}, which ash and bash read with a grammar of its own.
     *
     * @param words what stands between the brackets
     */
    record Conditional(Span span, List<Word> words, List<Redirection> redirections) implements Command {
        public Conditional {
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * What the parser does not understand: it may do anything.
     *
     * @param reason for people who debug the parser
     */
    record Opaque(Span span, String reason) implements Command {}
}
