package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Dockerfile;
import java.util.List;
import java.util.Optional;

/**
 * A Dockerfile, run.
 *
 * @param stages one for each FROM
 * @param target the index of the stage that is the result; -1 when there is none
 */
public record Build(Dockerfile dockerfile, List<StageModel> stages, int target) {

    public Build {
        stages = List.copyOf(stages);
    }

    /** The stage that is the result of the build; empty for a Dockerfile without FROM. */
    public Optional<StageModel> result() {
        return target < 0 ? Optional.empty() : Optional.of(stages.get(target));
    }
}
