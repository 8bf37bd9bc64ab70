package io.github.alpinecheck.kubernetes;

import io.github.alpinecheck.text.SourceText;
import java.util.List;

/**
 * A file of Kubernetes manifests.
 *
 * @param pods the pods that its resources describe, in the order of the file
 */
public record Manifest(SourceText source, List<Pod> pods) {
    public Manifest {
        pods = List.copyOf(pods);
    }
}
