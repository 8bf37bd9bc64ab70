package io.github.alpinecheck.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile to check, and how it is built.
 *
 * @param file where it is
 * @param name what findings call it: relative to the project's directory where possible, with {@code /}
 * @param contextDirectory the build context
 * @param buildArguments those that the build passes
 * @param target the stage that is built; empty for the last one
 */
public record DockerfileInput(
        Path file, String name, Path contextDirectory, Map<String, String> buildArguments, Optional<String> target) {

    public DockerfileInput {
        buildArguments = Map.copyOf(buildArguments);
    }
}
