package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Instruction;
import java.util.List;

/**
 * An instruction of a stage with the image before and after it.
 *
 * @param invocations the programs that it runs, in order; each once, also in a loop
 */
public record Step(Instruction instruction, ImageState before, ImageState after, List<Invocation> invocations) {
    public Step {
        invocations = List.copyOf(invocations);
    }
}
