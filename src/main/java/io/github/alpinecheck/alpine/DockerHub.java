package io.github.alpinecheck.alpine;

import java.util.List;

/** The names under which Docker Hub's images can be had elsewhere. */
final class DockerHub {

    /** Hosts that pass every image of Docker Hub through, names of official images with {@code library/}. */
    private static final List<String> COPIES = List.of(
            "docker.io/", "index.docker.io/", "registry-1.docker.io/", "registry.hub.docker.com/", "mirror.gcr.io/");

    /** Where Docker itself publishes the official images on Amazon's registry. */
    private static final String AMAZON = "public.ecr.aws/docker/library/";

    /** The accounts that hold the official images of one architecture each. */
    private static final List<String> ARCHITECTURES = List.of(
            "amd64/", "arm32v5/", "arm32v6/", "arm32v7/", "arm64v8/", "i386/", "ppc64le/", "riscv64/", "s390x/");

    private static final String OFFICIAL = "library/";

    private DockerHub() {}

    /** The repository's name on Docker Hub, official images without {@code library/}; any other one as it is. */
    static String repository(String repository) {
        if (repository.startsWith(AMAZON)) {
            return repository.substring(AMAZON.length());
        }
        String name = without(COPIES, repository);
        return name.startsWith(OFFICIAL) ? name.substring(OFFICIAL.length()) : without(ARCHITECTURES, name);
    }

    private static String without(List<String> prefixes, String name) {
        return prefixes.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }
}
