package io.github.alpinecheck.image;

import java.util.List;

/**
 * The start of a container.
 *
 * @param invocations the programs, in order
 * @param scripts the scripts that shells read, the outer one first
 * @param fails whether it certainly ends with another status than 0
 */
public record Start(List<Invocation> invocations, List<Script> scripts, boolean fails) {
    public Start {
        invocations = List.copyOf(invocations);
        scripts = List.copyOf(scripts);
    }
}
