package io.github.alpinecheck.engine;

import io.github.alpinecheck.alpine.Libc;
import java.util.Optional;
import java.util.Set;

/**
 * What the user knows better about an image than the tables do.
 *
 * @param image its repository, with {@code :tag} to mean one tag; {@code *} stands for any characters
 * @param alpine the release of Alpine that it is made of; empty if it is none, or not said
 * @param libc what its programs are linked with; empty if not said
 * @param packages installed in it, beside those of every image of the release
 * @param commands on its PATH, beside those of every image of the release
 * @param complete whether nothing else is installed
 */
public record BaseImageOverride(
        String image,
        Optional<String> alpine,
        Optional<Libc> libc,
        Set<String> packages,
        Set<String> commands,
        boolean complete) {

    public BaseImageOverride {
        packages = Set.copyOf(packages);
        commands = Set.copyOf(commands);
    }
}
