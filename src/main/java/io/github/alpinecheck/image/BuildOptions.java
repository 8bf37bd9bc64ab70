package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.ImageReference;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a build is given besides its Dockerfile.
 *
 * @param arguments the values of {@code --build-arg}
 * @param target the name or number of the stage to build; empty for the last
 * @param asOf the day of the build
 * @param ownImages what the user says of images; asked before the tables
 */
public record BuildOptions(
        Map<String, String> arguments,
        Optional<String> target,
        LocalDate asOf,
        Function<ImageReference, Optional<BaseImage>> ownImages) {

    public BuildOptions {
        arguments = Map.copyOf(arguments);
    }

    /** No arguments, the last stage, on a day. */
    public static BuildOptions on(LocalDate asOf) {
        return new BuildOptions(Map.of(), Optional.empty(), asOf, reference -> Optional.empty());
    }
}
