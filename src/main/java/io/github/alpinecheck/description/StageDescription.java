package io.github.alpinecheck.description;

import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stage, and what its instructions do.
 *
 * @param index 0-based
 * @param name the name after AS
 * @param base what stands after FROM, expanded
 * @param parent the index of the stage that it is built on; empty for an image
 * @param line of its FROM
 * @param shipped whether it is the build's result, or the result is built on it
 * @param needed whether the result needs it at all
 * @param instructions in order, FROM excluded
 */
public record StageDescription(
        int index,
        Optional<String> name,
        PartialString base,
        OptionalInt parent,
        int line,
        boolean shipped,
        boolean needed,
        List<InstructionEffect> instructions) {

    public StageDescription {
        instructions = List.copyOf(instructions);
    }

    static StageDescription of(Build build, StageModel stage) {
        Lines lines = new Lines(build.dockerfile());
        List<InstructionEffect> effects = new ArrayList<>();
        for (Step step : stage.steps()) {
            effects.add(InstructionEffect.of(step, lines));
        }
        return new StageDescription(
                stage.index(),
                stage.name(),
                stage.base(),
                stage.parent(),
                lines.first(stage.syntax().from().span()),
                stage.shipped(),
                stage.needed(),
                effects);
    }
}
