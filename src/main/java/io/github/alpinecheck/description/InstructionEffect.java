package io.github.alpinecheck.description;

import io.github.alpinecheck.image.Step;
import java.util.List;

/**
 * An instruction, and what is other in the image after it.
 *
 * @param line where it begins
 * @param keyword in upper case
 * @param text what stands after the keyword, in one line
 */
public record InstructionEffect(int line, String keyword, String text, List<Change> changes) {

    public InstructionEffect {
        changes = List.copyOf(changes);
    }

    static InstructionEffect of(Step step, Lines lines) {
        return new InstructionEffect(
                lines.first(step.instruction().span()),
                step.instruction().header().keyword(),
                lines.joined(step.instruction()),
                new Comparison(step.before(), step.after()).changes());
    }
}
