package io.github.alpinecheck.kubernetes;

import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A pod, or the template of one.
 *
 * @param images what its containers run, as written
 * @param resolverOptions {@code dnsConfig.options}: what Kubernetes adds to {@code /etc/resolv.conf}
 */
public record Pod(List<String> images, List<ResolverOption> resolverOptions) {

    public Pod {
        images = List.copyOf(images);
        resolverOptions = List.copyOf(resolverOptions);
    }

    /**
     * An option.
     *
     * @param span where its name stands
     */
    public record ResolverOption(String name, Optional<String> value, Span span) {}
}
