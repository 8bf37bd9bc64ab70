package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The image that a build gives.
 *
 * @param stage the index of the stage that makes it
 * @param user the name or number that its processes run as
 * @param directory the working directory
 * @param environment its variables by name, as far as they are known
 * @param environmentComplete whether there certainly are no others
 */
public record ImageDescription(
        int stage,
        BaseDescription base,
        PartialString user,
        PartialString directory,
        List<Variable> environment,
        boolean environmentComplete,
        PackagesDescription packages,
        RepositoriesDescription repositories,
        ClockDescription clock,
        TrustDescription trust,
        ResolverDescription resolver,
        StartDescription start) {

    public ImageDescription {
        environment = List.copyOf(environment);
    }

    /**
     * An environment variable.
     *
     * @param line of the ENV that sets it last; empty when it comes with the base image
     */
    public record Variable(String name, PartialString value, OptionalInt line) {}

    static ImageDescription of(Build build, StageModel stage) {
        Lines lines = new Lines(build.dockerfile());
        ImageState image = stage.result();
        return new ImageDescription(
                stage.index(),
                BaseDescription.of(build, stage, lines),
                image.user(),
                image.workdir(),
                environment(build, stage, lines),
                image.base().filter(BaseImage::isMinirootfs).isPresent(),
                PackagesDescription.of(image, lines),
                RepositoriesDescription.of(image, lines),
                ClockDescription.of(build, stage, lines),
                TrustDescription.of(stage, lines),
                ResolverDescription.of(image, lines),
                StartDescription.of(stage, lines));
    }

    private static List<Variable> environment(Build build, StageModel stage, Lines lines) {
        EnvironmentVariables places = new EnvironmentVariables(build, stage);
        List<Variable> variables = new ArrayList<>();
        for (Map.Entry<String, PartialString> each :
                new TreeMap<>(stage.result().environment()).entrySet()) {
            variables.add(new Variable(each.getKey(), each.getValue(), lines.first(places.set(each.getKey()))));
        }
        return variables;
    }
}
