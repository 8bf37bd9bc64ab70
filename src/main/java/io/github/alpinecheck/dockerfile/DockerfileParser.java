package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.SourceText;
import java.util.List;

/** Reads Dockerfiles as BuildKit does. */
final class DockerfileParser {

    private DockerfileParser() {}

    static Dockerfile parse(SourceText source) {
        return new Dockerfile(source, '\\', List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
