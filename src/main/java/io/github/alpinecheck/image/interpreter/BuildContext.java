package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ContextFile;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/**
 * The directory that COPY and ADD read from, as it will be when the image is built. Paths are relative, with {@code /};
 * they may have any characters, a leading slash and {@code ..} included.
 */
@FunctionalInterface
public interface BuildContext {

    /** A context of which nothing is known. */
    BuildContext UNKNOWN = path -> Kind.UNKNOWN;

    /** What is at a path. */
    Kind kind(String path);

    /**
     * The names in a directory, sorted, without what {@code .dockerignore} keeps out, and with the directories that a
     * build tool is known to make there; the kind of these is unknown.
     *
     * @return empty for what is no directory, for one that a build writes, and for one that has too many names
     */
    default Optional<List<String>> names(String directory) {
        return Optional.empty();
    }

    /** The text of a file; behind its first kilobytes, and of what is no text, nothing is known. */
    default PartialString text(String file) {
        return PartialString.UNKNOWN;
    }

    /** Whether a file's mode lets anybody execute it. */
    default Presence executable(String file) {
        return Presence.UNKNOWN;
    }

    /** A file, for those who want to know more than its text: also one that the project's own build has written. */
    default Optional<ContextFile> file(String path) {
        return Optional.empty();
    }

    /**
     * The only name that a pattern matches now in a directory that the project's own build writes: there is no telling
     * what else will be there.
     *
     * @return empty for other directories, and for several names or none
     */
    default Optional<String> onlyMatch(String directory, String pattern) {
        return Optional.empty();
    }

    /** What a path can be. */
    enum Kind {
        FILE,
        DIRECTORY,
        /** Nothing, whatever is built until then: {@code .dockerignore} keeps it out. */
        ABSENT,
        /** Perhaps something: a build may still make it, a symbolic link may lead anywhere. */
        UNKNOWN
    }
}
