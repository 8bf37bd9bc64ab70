package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.dockerfile.SyntaxProblem.Kind;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Dockerfiles as BuildKit does. */
final class DockerfileParser {

    private final SourceText source;
    private final Problems problems = new Problems();
    private final LogicalLines lines;
    private final HeredocReader heredocs;

    private DockerfileParser(SourceText source) {
        this.source = source;
        this.lines = new LogicalLines(source, problems);
        this.heredocs = new HeredocReader(source, lines.lines(), problems);
    }

    static Dockerfile parse(SourceText source) {
        return new DockerfileParser(source).parse();
    }

    private Dockerfile parse() {
        List<Instruction> instructions = instructions();
        if (lines.lines().tooLong()) {
            problems.add(Kind.LINE_TOO_LONG, lines.lines().span());
        }
        int first = 0;
        while (first < instructions.size() && !(instructions.get(first) instanceof Instruction.From)) {
            first++;
        }
        List<Instruction> globals = instructions.subList(0, first);
        checkGlobals(globals, first < instructions.size());
        return new Dockerfile(
                source,
                lines.escape(),
                lines.directives(),
                lines.comments(),
                globals,
                stages(instructions.subList(first, instructions.size())),
                problems.inOrder());
    }

    private List<Instruction> instructions() {
        List<Instruction> instructions = new ArrayList<>();
        for (Optional<MappedText> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (problems.tooMany()) {
                problems.add(Kind.TOO_MANY_PROBLEMS, line.get().span());
                break;
            }
            char escape = lines.escape();
            Statement statement = Statement.of(line.get(), escape);
            List<Heredoc> bodies = heredocs.read(statement.heredocs(escape));
            instructions.add(new InstructionParser(escape, problems).parse(statement, bodies));
        }
        return instructions;
    }

    private void checkGlobals(List<Instruction> globals, boolean anyStage) {
        Optional<Instruction> early = globals.stream()
                .filter(i -> !(i instanceof Instruction.Arg))
                .filter(i -> Keyword.of(i.header().keyword()).isPresent())
                .findFirst();
        if (early.isPresent()) {
            Instruction.Header header = early.get().header();
            problems.add(Kind.BEFORE_FROM, header.keywordSpan(), header.keyword());
        } else if (!anyStage && problems.inOrder().isEmpty()) {
            Span end = Span.at(source.content().length());
            problems.add(globals.isEmpty() ? Kind.EMPTY : Kind.NO_STAGE, globals.isEmpty() ? Span.at(0) : end);
        }
    }

    private static List<Dockerfile.Stage> stages(List<Instruction> instructions) {
        List<Dockerfile.Stage> stages = new ArrayList<>();
        int start = 0;
        while (start < instructions.size()) {
            int end = start + 1;
            while (end < instructions.size() && !(instructions.get(end) instanceof Instruction.From)) {
                end++;
            }
            if (instructions.get(start) instanceof Instruction.From from) {
                stages.add(new Dockerfile.Stage(stages.size(), from, instructions.subList(start + 1, end)));
            }
            start = end;
        }
        return stages;
    }
}
