package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How files come into an image, and whether they are there for its own processes. */
final class Placement {

    /** What containers run that only bring files to others. */
    private static final Set<String> CARRIERS = Set.of("cp", "mv", "tar", "rsync", "install");

    private Placement() {}

    /** A volume is for other containers too: whatever lies there may be meant for them. */
    static boolean isInVolume(StageModel stage, String path) {
        return stage.syntax().instructions().stream()
                .filter(Instruction.Volume.class::isInstance)
                .flatMap(i -> ((Instruction.Volume) i).paths().stream())
                .map(v -> FileSystem.normalize(v.toString()))
                .anyMatch(v -> path.equals(v) || path.startsWith(v + "/"));
    }

    /** Whether its containers copy files to somewhere else, or start programs by a linker that is named. */
    static boolean isForOthers(StageModel stage) {
        Optional<Start> start = stage.starts().whole();
        boolean copies = start.stream()
                .flatMap(s -> s.invocations().stream())
                .anyMatch(i -> CARRIERS.stream().anyMatch(i::runs));
        return copies
                || stage.result().processes().whole().stream()
                        .map(Placement::text)
                        .anyMatch(words -> words.contains("ld-musl") || words.contains("ld-linux"));
    }

    private static String text(CommandForm command) {
        return command instanceof CommandForm.ExecForm exec
                ? exec.words().toString()
                : ((CommandForm.ShellForm) command).script().toString();
    }

    /** The sources of an instruction that copies; the whole of any other. */
    static Span sources(Instruction instruction) {
        List<Argument> sources = instruction instanceof Instruction.Copy copy
                ? copy.sources()
                : instruction instanceof Instruction.Add add ? add.sources() : List.of();
        return sources.isEmpty()
                ? instruction.span()
                : sources.get(0).span().to(sources.get(sources.size() - 1).span());
    }

    /** The sources of the instruction that has put a file there; the place itself where a script did. */
    static Span sources(Build build, Span writtenAt) {
        return build.stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .map(step -> step.instruction())
                .filter(instruction -> instruction.span().equals(writtenAt))
                .findFirst()
                .map(Placement::sources)
                .orElse(writtenAt);
    }
}
