package io.github.alpinecheck.image.interpreter;

/** The directory that COPY and ADD read from. */
@FunctionalInterface
public interface BuildContext {

    /** A context of which nothing is known. */
    BuildContext UNKNOWN = path -> Kind.UNKNOWN;

    /**
     * What is at a path of the context.
     *
     * @param path relative, with {@code /}; may have any characters
     */
    Kind kind(String path);

    /** What a path can be. */
    enum Kind {
        FILE,
        DIRECTORY,
        /** Nothing now; a build may still make it before the image is built. */
        ABSENT,
        UNKNOWN
    }
}
