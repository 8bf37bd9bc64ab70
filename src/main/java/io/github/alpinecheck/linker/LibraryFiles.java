package io.github.alpinecheck.linker;

/** The files of an image as far as the linker looks at them. */
@FunctionalInterface
public interface LibraryFiles {

    /**
     * What is at an absolute path once links are followed. The same path always gives an equal answer.
     *
     * @param path may be anything that a hostile file names
     */
    Library at(String path);
}
