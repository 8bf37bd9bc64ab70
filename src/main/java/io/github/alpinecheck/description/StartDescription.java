package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Processes;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.interpreter.Builtins;
import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a container of the image starts.
 *
 * @param entrypoint empty when the Dockerfile says nothing; the base image may
 * @param cmd empty when the Dockerfile says nothing; the base image may
 * @param healthcheck empty when the Dockerfile says nothing or NONE
 * @param commands the programs that are started by that, in order, as far as they can be followed
 */
public record StartDescription(
        Optional<Line> entrypoint, Optional<Line> cmd, Optional<Line> healthcheck, List<Called> commands) {

    public StartDescription {
        commands = List.copyOf(commands);
    }

    /**
     * A command as it is written.
     *
     * @param shell whether the image's shell reads it
     * @param line of the instruction
     */
    public record Line(String text, boolean shell, int line) {}

    /**
     * A program.
     *
     * @param by the instruction that starts it: {@code entrypoint}, {@code cmd} or {@code healthcheck}
     * @param there whether the finished image has it
     * @param line where it is named
     */
    public record Called(String name, String by, Presence there, int line) {}

    static StartDescription of(StageModel stage, Lines lines) {
        Processes processes = stage.result().processes();
        return new StartDescription(
                processes.entrypoint().map(i -> line(i, i.command(), lines)),
                processes.cmd().map(i -> line(i, i.command(), lines)),
                processes.healthcheck().flatMap(i -> i.command().map(c -> line(i, c, lines))),
                commands(stage, lines));
    }

    private static Line line(Instruction instruction, CommandForm command, Lines lines) {
        int line = lines.first(instruction.span());
        if (command instanceof CommandForm.ShellForm shell) {
            return new Line(shell.script().toString(), true, line);
        }
        List<String> words = new ArrayList<>();
        for (MappedText word : ((CommandForm.ExecForm) command).words()) {
            words.add(quoted(word.toString()));
        }
        return new Line(String.join(" ", words), false, line);
    }

    private static String quoted(String word) {
        boolean plain = !word.isEmpty();
        for (int i = 0; plain && i < word.length(); i++) {
            plain = word.charAt(i) > ' ' && "\"'\\".indexOf(word.charAt(i)) < 0;
        }
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static List<Called> commands(StageModel stage, Lines lines) {
        Set<Called> commands = new LinkedHashSet<>();
        for (ContainerStart start : ContainerStart.of(stage)) {
            for (Invocation invocation : start.start().invocations()) {
                Optional<String> name = invocation.words().isEmpty()
                        ? Optional.empty()
                        : invocation.words().get(0).known();
                if (name.isPresent() && !name.get().isEmpty() && !Builtins.isBuiltin(name.get())) {
                    commands.add(new Called(
                            name.get(),
                            start.key(),
                            there(invocation, name.get()),
                            lines.first(invocation.words().get(0).span())));
                }
            }
        }
        return List.copyOf(commands);
    }

    /** A program that the model saw succeed is there, wherever it is. */
    private static Presence there(Invocation invocation, String name) {
        Presence there = invocation.before().command(name);
        boolean ran = invocation.understood() && invocation.outcome() == Invocation.Outcome.SUCCEEDS;
        return there == Presence.UNKNOWN && ran ? Presence.PRESENT : there;
    }
}
