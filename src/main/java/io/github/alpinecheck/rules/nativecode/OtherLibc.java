package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.image.ImageState;

/** A glibc that a build has put beside musl. */
final class OtherLibc {

    private OtherLibc() {}

    /** Whether a package may have brought it: none of Alpine's does. */
    static boolean mayBeAdded(ImageState image) {
        return image.packages().isOpen()
                || image.packages().roots().keySet().stream().anyMatch(p -> p.startsWith("glibc"));
    }

    /** Whether a file is glibc's linker by its name, with which programs can be started too. */
    static boolean isLoader(String name) {
        return name.startsWith("ld-linux") || name.startsWith("ld-2.");
    }
}
