package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.StageModel;
import java.util.Optional;

/** Which machine an image is for. */
final class Platform {

    private Platform() {}

    /** The machine: x86_64 where the Dockerfile does not say it; empty where it depends, or is another one. */
    static Optional<Machine> of(Build build, StageModel stage) {
        StageModel first = stage;
        while (first.parent().isPresent()) {
            first = build.stages().get(first.parent().getAsInt());
        }
        Optional<Argument> platform = first.syntax().from().flag("platform");
        return platform.isEmpty()
                ? Optional.of(Machine.X86_64)
                : Machine.ofPlatform(platform.get().raw().toString());
    }
}
