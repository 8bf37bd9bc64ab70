package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A build stage, run.
 *
 * @param syntax the stage as written
 * @param base what stands after FROM, expanded
 * @param parent the index of the stage that it is built on; empty for an image
 * @param initial the image at its beginning
 * @param steps its instructions in order
 * @param starts what containers of its finished image do
 * @param shipped whether it is the build's result, or the result is built on it
 * @param needed whether the result needs it at all
 */
public record StageModel(
        Dockerfile.Stage syntax,
        PartialString base,
        OptionalInt parent,
        ImageState initial,
        List<Step> steps,
        Starts starts,
        boolean shipped,
        boolean needed) {

    public StageModel {
        steps = List.copyOf(steps);
    }

    /** 0-based. */
    public int index() {
        return syntax.index();
    }

    /** The name after AS, in lower case. */
    public Optional<String> name() {
        return syntax.name();
    }

    /** The image at its end. */
    public ImageState result() {
        return steps.isEmpty() ? initial : steps.get(steps.size() - 1).after();
    }

    /** All programs that its RUN instructions start, in order. */
    public List<Invocation> invocations() {
        List<Invocation> all = new ArrayList<>();
        for (Step step : steps) {
            all.addAll(step.invocations());
        }
        return all;
    }
}
