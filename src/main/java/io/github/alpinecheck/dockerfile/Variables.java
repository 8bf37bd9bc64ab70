package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** What the variables are worth at a point of the Dockerfile. */
@FunctionalInterface
public interface Variables {

    /** The value, possibly with holes; empty when the variable is certainly not set. */
    Optional<PartialString> get(String name);
}
