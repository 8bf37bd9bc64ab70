package io.github.alpinecheck.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile that another plugin of the pom builds from.
 *
 * @param file absolute
 * @param contextDirectory absolute
 * @param buildArguments that the plugin passes
 * @param target the stage that it builds
 */
record NamedDockerfile(Path file, Path contextDirectory, Map<String, String> buildArguments, Optional<String> target) {
    NamedDockerfile {
        buildArguments = Map.copyOf(buildArguments);
    }
}
