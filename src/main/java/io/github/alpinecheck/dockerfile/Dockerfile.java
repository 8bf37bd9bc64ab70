package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Dockerfile, parsed.
 *
 * @param source the file
 * @param escape the escape character: {@code \} or, by directive, a backquote
 * @param directives the parser directives at its top
 * @param comments all comments, also those inside continued lines; not those of here-documents
 * @param globals the instructions before the first FROM, ARG if nothing is wrong
 * @param stages from each FROM to the next
 * @param problems what BuildKit would refuse, in the order of the text
 */
public record Dockerfile(
        SourceText source,
        char escape,
        List<Directive> directives,
        List<Comment> comments,
        List<Instruction> globals,
        List<Stage> stages,
        List<SyntaxProblem> problems) {

    public Dockerfile {
        directives = List.copyOf(directives);
        comments = List.copyOf(comments);
        globals = List.copyOf(globals);
        stages = List.copyOf(stages);
        problems = List.copyOf(problems);
    }

    /** Reads a text. Any text gives a Dockerfile; what is wrong with it stands in its problems. */
    public static Dockerfile parse(SourceText source) {
        return DockerfileParser.parse(source);
    }

    /**
     * A build stage.
     *
     * @param index 0-based
     * @param from its FROM
     * @param instructions those after its FROM
     */
    public record Stage(int index, Instruction.From from, List<Instruction> instructions) {
        public Stage {
            instructions = List.copyOf(instructions);
        }

        /** The name after AS, in lower case. */
        public Optional<String> name() {
            return from.alias().map(a -> a.toString().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A parser directive such as {@code # syntax=docker/dockerfile:1}.
     *
     * @param name in lower case
     */
    public record Directive(String name, String value, Span span) {}

    /**
     * A comment line.
     *
     * @param text what stands after {@code #}
     * @param span from {@code #} to the end of the line
     */
    public record Comment(String text, Span span) {}
}
