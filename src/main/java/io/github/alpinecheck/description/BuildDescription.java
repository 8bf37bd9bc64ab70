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
 * @param base what the result is built on; empty for a Dockerfile without FROM
 * @param stages in order; none in an outline
 * @param image the result; empty for a Dockerfile without FROM, and in an outline
 */
public record BuildDescription(
        LocalDate asOf,
        Optional<BaseDescription> base,
        List<StageDescription> stages,
        Optional<ImageDescription> image) {

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
        return new BuildDescription(asOf, image.map(ImageDescription::base), stages, image);
    }

    /** The base alone, for a report of very many builds. */
    public static BuildDescription outline(Build build, LocalDate asOf) {
        Optional<BaseDescription> base =
                build.result().map(stage -> BaseDescription.of(build, stage, new Lines(build.dockerfile())));
        return new BuildDescription(asOf, base, List.of(), Optional.empty());
    }
}
