package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Instruction;
import java.util.List;

/**
 * An instruction of a stage with the image before and after it.
 *
 * @param invocations the programs that it runs, in order; each once, also in a loop
 * @param scripts the scripts that shells read for it, the outer one first
 */
public record Step(
        Instruction instruction,
        ImageState before,
        ImageState after,
        List<Invocation> invocations,
        List<Script> scripts) {
    public Step {
        invocations = List.copyOf(invocations);
        scripts = List.copyOf(scripts);
    }
}
