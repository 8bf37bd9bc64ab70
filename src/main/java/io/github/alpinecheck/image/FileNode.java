package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** What is at a path of the image. */
public sealed interface FileNode {

    /** Nothing, certainly. */
    FileNode ABSENT = new Absent();

    /** Nobody knows, not even whether there is something. */
    FileNode UNKNOWN = new Unknown();

    /** A file that is there and of which no more is known. */
    FileNode SOME_FILE = new Regular(PartialString.UNKNOWN, Optional.empty());

    /** A directory whose content is what the rest of the model says. */
    FileNode DIRECTORY = new Directory(false, List.of());

    /** A directory that was made in the build and holds only what was put there since. */
    FileNode NEW_DIRECTORY = new Directory(true, List.of());

    /** Nothing is there. */
    record Absent() implements FileNode {}

    /**
     * A file.
     *
     * @param content as far as known
     * @param copyOf the absolute path of the file in the image that it was copied from
     * @param executable whether its mode lets anybody execute it
     * @param source the file of the build context that has the same bytes
     */
    record Regular(PartialString content, Optional<String> copyOf, Presence executable, Optional<ContextFile> source)
            implements FileNode {

        /** A file that does not come from the build context. */
        public Regular(PartialString content, Optional<String> copyOf, Presence executable) {
            this(content, copyOf, executable, Optional.empty());
        }

        /** A file of which nobody knows the mode. */
        public Regular(PartialString content, Optional<String> copyOf) {
            this(content, copyOf, Presence.UNKNOWN);
        }

        /** The same file with another mode. */
        public Regular withExecutable(Presence next) {
            return new Regular(content, copyOf, next, source);
        }
    }

    /** What a program leaves that opens the path for writing: an old file keeps its mode, a new one is not executable. */
    static Regular written(FileNode before, PartialString content) {
        Presence executable = before instanceof Regular old
                ? old.executable()
                : before.equals(ABSENT) ? Presence.ABSENT : Presence.UNKNOWN;
        return new Regular(content, Optional.empty(), executable);
    }

    /**
     * A symbolic link.
     *
     * @param target as written; may be relative, may lead nowhere
     */
    record Link(PartialString target) implements FileNode {}

    /**
     * A directory.
     *
     * @param fresh whether it holds only what the build has put there
     * @param unpacked the archives of the build context that ADD unpacked in it, in order; what else is in it nobody knows
     *     then
     */
    record Directory(boolean fresh, List<ContextFile> unpacked) implements FileNode {

        public Directory {
            unpacked = List.copyOf(unpacked);
        }
    }

    /**
     * A program, or a directory of programs such as a JDK, of which we know the C library it was linked with.
     *
     * @param origin the image that it comes from, or that it was made in
     */
    record Program(Kind kind, String origin, Libc libc, boolean directory) implements FileNode {

        /** What it is. */
        public enum Kind {
            /** A Java Development Kit or Runtime Environment, as its vendor ships it. */
            JDK,
            /** A run-time image that {@code jlink} has made. */
            RUNTIME_IMAGE,
            /** One program. */
            EXECUTABLE
        }
    }

    /** Anything or nothing. */
    record Unknown() implements FileNode {}

    /** Two possibilities as one. */
    static FileNode join(FileNode one, FileNode other) {
        if (one.equals(other)) {
            return one;
        }
        boolean files = one instanceof Regular && other instanceof Regular;
        return files ? SOME_FILE : UNKNOWN;
    }
}
