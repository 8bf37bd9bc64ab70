package io.github.alpinecheck.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile that another plugin of the pom builds from.
 *
 * @param file absolute
 * @param contextDirectory absolute
 * @param buildArguments that the plugin passes
 * @param target the stage that it builds
 * @param images what it calls the image: with or without registry and tag
 */
record NamedDockerfile(
        Path file,
        Path contextDirectory,
        Map<String, String> buildArguments,
        Optional<String> target,
        Set<String> images) {
    NamedDockerfile {
        buildArguments = Map.copyOf(buildArguments);
        images = Set.copyOf(images);
    }
}
