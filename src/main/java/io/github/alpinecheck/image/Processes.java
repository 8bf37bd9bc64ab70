package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.text.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a finished image starts: the last ENTRYPOINT, CMD and HEALTHCHECK of the stage and of the stages it is built
 * on.
 */
public record Processes(
        Optional<Instruction.Entrypoint> entrypoint,
        Optional<Instruction.Cmd> cmd,
        Optional<Instruction.Healthcheck> healthcheck) {

    /** No instruction says anything; the base image may. */
    public static final Processes NONE = new Processes(Optional.empty(), Optional.empty(), Optional.empty());

    /** With another ENTRYPOINT, which takes back the CMD of the base image ({@code docker build}'s own rule). */
    public Processes with(Instruction.Entrypoint next) {
        return new Processes(Optional.of(next), cmd, healthcheck);
    }

    /** With another CMD. */
    public Processes with(Instruction.Cmd next) {
        return new Processes(entrypoint, Optional.of(next), healthcheck);
    }

    /** With another HEALTHCHECK. */
    public Processes with(Instruction.Healthcheck next) {
        return new Processes(entrypoint, cmd, Optional.of(next));
    }

    /** ENTRYPOINT with CMD behind it where both are lists of words, else {@link #main}. */
    public Optional<CommandForm> whole() {
        if (entrypoint.isPresent()
                && cmd.isPresent()
                && entrypoint.get().command() instanceof CommandForm.ExecForm program
                && cmd.get().command() instanceof CommandForm.ExecForm arguments) {
            List<MappedText> words = Stream.concat(program.words().stream(), arguments.words().stream())
                    .toList();
            return Optional.of(new CommandForm.ExecForm(words, program.span()));
        }
        return main();
    }

    /** What the container runs first, as far as the Dockerfile says it. */
    public Optional<CommandForm> main() {
        return entrypoint.map(Instruction.Entrypoint::command).or(() -> cmd.map(Instruction.Cmd::command));
    }
}
