package io.github.alpinecheck.description;

import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.StageModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Dockerfile's build.
 *
 * @param asOf the day of the build, which support ends are judged by
 * @param stages in order
 * @param image the result; empty for a Dockerfile without FROM
 */
public record BuildDescription(LocalDate asOf, List<StageDescription> stages, Optional<ImageDescription> image) {

    public BuildDescription {
        stages = List.copyOf(stages);
    }

    /** The description of a build on a day. */
    public static BuildDescription of(Build build, LocalDate asOf) {
        List<StageDescription> stages = new ArrayList<>();
        for (StageModel stage : build.stages()) {
            stages.add(StageDescription.of(build, stage));
        }
        Optional<ImageDescription> image = build.result().map(stage -> ImageDescription.of(build, stage));
        return new BuildDescription(asOf, stages, image);
    }
}
