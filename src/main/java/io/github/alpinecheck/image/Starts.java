package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Instruction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What containers of a finished image do when they start. Each start is worked out when the first rule asks for it, and
 * once.
 */
public final class Starts {

    private final Processes processes;
    private final Function<CommandForm, Start> model;
    private final Map<CommandForm, Start> known = new ConcurrentHashMap<>();

    /**
     * The starts of an image.
     *
     * @param model what a command does in it
     */
    public Starts(Processes processes, Function<CommandForm, Start> model) {
        this.processes = processes;
        this.model = model;
    }

    /** What {@link Processes#main} does; empty when the Dockerfile says nothing. */
    public Optional<Start> main() {
        return processes.main().map(this::of);
    }

    /** Whether a program of that name, without its directory, is among what {@link #main} starts. */
    public boolean mainRuns(String program) {
        return main().filter(start -> start.invocations().stream().anyMatch(i -> i.runs(program)))
                .isPresent();
    }

    /** What {@link Processes#whole} does; empty when the Dockerfile says nothing. */
    public Optional<Start> whole() {
        return processes.whole().map(this::of);
    }

    /** What HEALTHCHECK does; empty when there is none. */
    public Optional<Start> healthcheck() {
        return processes.healthcheck().flatMap(Instruction.Healthcheck::command).map(this::of);
    }

    private Start of(CommandForm command) {
        return known.computeIfAbsent(command, model);
    }
}
