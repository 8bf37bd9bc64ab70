package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;

/**
 * What a container of a finished image starts: judged on the finished image, wherever the instruction stands.
 *
 * @param key the instruction that says so, as keys of texts name it
 */
public record ContainerStart(String key, Start start) {

    /** The starts that a stage's ENTRYPOINT, CMD and HEALTHCHECK say. */
    public static List<ContainerStart> of(StageModel stage) {
        if (isFinishedByOthers(stage)) {
            return List.of();
        }
        String key = stage.result().processes().entrypoint().isPresent() ? "entrypoint" : "cmd";
        List<ContainerStart> starts = new ArrayList<>();
        stage.starts().main().ifPresent(start -> starts.add(new ContainerStart(key, start)));
        stage.starts().healthcheck().ifPresent(start -> starts.add(new ContainerStart("healthcheck", start)));
        return starts;
    }

    /** With ONBUILD, the containers are those of the images that are built on this one. */
    private static boolean isFinishedByOthers(StageModel stage) {
        for (Step step : stage.steps()) {
            if (step.instruction() instanceof Instruction.Onbuild onbuild
                    && (onbuild.trigger() instanceof Instruction.Run
                            || onbuild.trigger() instanceof Instruction.Copy
                            || onbuild.trigger() instanceof Instruction.Add)) {
                return true;
            }
        }
        return false;
    }
}
