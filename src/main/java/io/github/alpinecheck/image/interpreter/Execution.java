package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Heredoc;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Starts what RUN, CMD, ENTRYPOINT and HEALTHCHECK say: a script by the image's shell, or a program. */
final class Execution {

    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");

    private Execution() {}

    /**
     * Runs a command.
     *
     * @param heredocs those of the instruction
     * @param span the instruction
     * @param fate what becomes of its status
     */
    static Flow run(
            CommandForm command,
            List<Heredoc> heredocs,
            Span span,
            Fate fate,
            ShellInterpreter shell,
            ImageState image) {
        if (command instanceof CommandForm.ExecForm exec) {
            return exec(exec, fate, shell, image);
        }
        MappedText script = ((CommandForm.ShellForm) command).script();
        if (image.shell().isEmpty()) {
            return shell.anything(ShellState.in(image), new Output());
        }
        List<Operand> words = image.shell().stream()
                .map(w -> new Operand(PartialString.of(w), span, false))
                .toList();
        ShellOptions options = ShellOptions.of(
                Stream.concat(words.stream(), Stream.of(words.get(0))).toList());
        String program = FileSystem.name(image.shell().get(0));
        Optional<MappedText> text = withHeredocs(script, heredocs);
        if (!SHELLS.contains(program) || options.script().isEmpty() || text.isEmpty()) {
            return shell.anything(ShellState.in(image), new Output());
        }
        ShellState start = ShellState.in(image).started(options);
        return shell.script(image.shell().get(0), text.get(), start, fate, new Output(), PartialString.EMPTY);
    }

    /** The script that the shell gets; empty when a here-document is a script for another program. */
    private static Optional<MappedText> withHeredocs(MappedText script, List<Heredoc> heredocs) {
        if (heredocs.isEmpty()) {
            return Optional.of(script);
        }
        if (script.isEmpty()) {
            MappedText body = heredocs.get(0).body();
            boolean foreign = body.toString().startsWith("#!")
                    && !body.toString().lines().findFirst().orElse("").endsWith("sh");
            return foreign ? Optional.empty() : Optional.of(body);
        }
        MappedText.Builder whole = new MappedText.Builder()
                .append(script)
                .append('\n', script.span().end());
        for (Heredoc heredoc : heredocs) {
            int end = heredoc.span().end();
            whole.append(heredoc.body()).append(heredoc.delimiter(), end).append('\n', end);
        }
        return Optional.of(whole.build(heredocs.get(heredocs.size() - 1).span().end()));
    }

    private static Flow exec(CommandForm.ExecForm form, Fate fate, ShellInterpreter shell, ImageState image) {
        ShellState start = ShellState.in(image);
        if (form.words().isEmpty()) {
            return Flow.succeeds(start);
        }
        List<Operand> words = form.words().stream()
                .map(w -> new Operand(PartialString.of(w.toString()), w.span(), false))
                .toList();
        SimpleCommands.Run run = new SimpleCommands.Run(
                form.span(),
                index -> Optional.of(form.words().get(index)),
                words,
                Map.of(),
                fate,
                new Output(),
                PartialString.EMPTY);
        return new SimpleCommands(shell).run(run, start);
    }
}
