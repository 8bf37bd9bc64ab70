package io.github.alpinecheck.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a tree on one line. A simple command is a list of its parts; every other command starts with its name in
 * capitals. Of words, {@code 'a'} is a quoted literal, {@code "a"} is double-quoted, {@code $[…]} and {@code <[…]} are
 * substitutions; the body of a here-document stands in braces after its delimiter.
 */
final class TreePrinter {

    private TreePrinter() {}

    static String print(Command command) {
        if (command instanceof Command.Simple simple) {
            return list(Stream.of(
                    simple.assignments().stream().map(TreePrinter::assignment),
                    words(simple.words()),
                    redirections(simple.redirections())));
        } else if (command instanceof Command.Pipeline pipeline) {
            return list(Stream.of(
                    Stream.of(pipeline.negated() ? "NOT" : "PIPE"),
                    pipeline.commands().stream().map(TreePrinter::print)));
        } else if (command instanceof Command.AndOr andOr) {
            return list(Stream.of(Stream.of(andOr.operator().name(), print(andOr.left()), print(andOr.right()))));
        } else if (command instanceof Command.Sequence sequence) {
            return list(Stream.of(
                    Stream.of("SEQ"),
                    sequence.elements().stream()
                            .map(element -> print(element.command()) + (element.background() ? "&" : ""))));
        } else if (command instanceof Command.Function function) {
            return list(Stream.of(Stream.of("FUNCTION", function.name(), print(function.body()))));
        } else if (command instanceof Command.Conditional conditional) {
            return list(
                    Stream.of(Stream.of("TEST"), words(conditional.words()), redirections(conditional.redirections())));
        } else if (command instanceof Command.Opaque opaque) {
            return "(OPAQUE " + opaque.reason() + ")";
        }
        return compound(command);
    }

    private static String compound(Command command) {
        if (command instanceof Command.Group group) {
            return list(Stream.of(Stream.of("GROUP", print(group.body())), redirections(group.redirections())));
        } else if (command instanceof Command.Subshell subshell) {
            return list(
                    Stream.of(Stream.of("SUBSHELL", print(subshell.body())), redirections(subshell.redirections())));
        } else if (command instanceof Command.If branches) {
            return list(Stream.of(
                    Stream.of("IF"),
                    branches.branches().stream()
                            .flatMap(branch -> Stream.of(print(branch.condition()), print(branch.body()))),
                    branches.otherwise().stream().flatMap(body -> Stream.of("ELSE", print(body))),
                    redirections(branches.redirections())));
        } else if (command instanceof Command.For loop) {
            return list(Stream.of(
                    Stream.of("FOR", loop.variable()),
                    loop.words().stream().flatMap(words -> Stream.concat(Stream.of("IN"), words(words))),
                    Stream.of("DO", print(loop.body())),
                    redirections(loop.redirections())));
        } else if (command instanceof Command.While loop) {
            return list(Stream.of(
                    Stream.of(loop.until() ? "UNTIL" : "WHILE", print(loop.condition()), print(loop.body())),
                    redirections(loop.redirections())));
        } else if (command instanceof Command.Case choice) {
            return list(Stream.of(
                    Stream.of("CASE", word(choice.subject())),
                    choice.clauses().stream()
                            .flatMap(clause -> Stream.of(
                                    words(clause.patterns()).collect(Collectors.joining("|")), print(clause.body()))),
                    redirections(choice.redirections())));
        }
        throw new AssertionError(command);
    }

    static String word(Word word) {
        return parts(word.parts(), false);
    }

    private static String parts(List<Word.Part> parts, boolean quoted) {
        return parts.stream().map(part -> part(part, quoted)).collect(Collectors.joining());
    }

    private static String part(Word.Part part, boolean quoted) {
        if (part instanceof Word.Literal literal) {
            return literal.quoted() && !quoted
                    ? "'" + literal.value() + "'"
                    : literal.value().toString();
        } else if (part instanceof Word.DoubleQuoted inner) {
            return '"' + parts(inner.parts(), true) + '"';
        } else if (part instanceof Word.Parameter parameter) {
            return "${" + parameter.name()
                    + (parameter.operator().isEmpty() ? "" : " " + parameter.operator())
                    + parameter.argument().map(word -> " " + word(word)).orElse("") + "}";
        } else if (part instanceof Word.CommandSubstitution substitution) {
            return "$[" + print(substitution.body()) + "]";
        } else if (part instanceof Word.ProcessSubstitution substitution) {
            return (substitution.input() ? "<[" : ">[") + print(substitution.body()) + "]";
        } else if (part instanceof Word.Arithmetic arithmetic) {
            return "$((" + arithmetic.expression() + "))";
        }
        throw new AssertionError(part);
    }

    private static String assignment(Assignment assignment) {
        return assignment.name() + (assignment.append() ? "+=" : "=") + word(assignment.value());
    }

    private static Stream<String> words(List<Word> words) {
        return words.stream().map(TreePrinter::word);
    }

    private static Stream<String> redirections(List<Redirection> redirections) {
        return redirections.stream().map(TreePrinter::redirection);
    }

    private static String redirection(Redirection redirection) {
        String descriptor = redirection.fileDescriptor().isPresent()
                ? String.valueOf(redirection.fileDescriptor().getAsInt())
                : "";
        return descriptor
                + redirection.operator().name().toLowerCase(Locale.ROOT)
                + ":"
                + word(redirection.target())
                + redirection.heredoc().map(body -> "{" + word(body) + "}").orElse("");
    }

    private static String list(Stream<Stream<String>> elements) {
        return elements.flatMap(strings -> strings).collect(Collectors.joining(" ", "(", ")"));
    }
}
