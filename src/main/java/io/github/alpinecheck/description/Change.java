package io.github.alpinecheck.description;

import io.github.alpinecheck.text.PartialString;

/**
 * Something that an instruction adds, changes or takes away.
 *
 * @param subject the package, the path, the variable
 * @param value of a variable, the target of a link, the members of a virtual package; the empty string for all else
 */
public record Change(Kind kind, String subject, PartialString value) {

    static Change of(Kind kind, String subject) {
        return new Change(kind, subject, PartialString.EMPTY);
    }

    /** What happens to it. */
    public enum Kind {
        /** A package is installed. */
        PACKAGE,
        /** A package may be installed: that depends. */
        PERHAPS_PACKAGE,
        /** A package is deleted. */
        NO_PACKAGE,
        /** From here on there may be packages, or not, that nobody can name; no subject. */
        ANY_PACKAGE,
        /** A file is written. */
        FILE,
        /** A file is written, with the content that it has already. */
        SAME_FILE,
        /** A symbolic link is made. */
        LINK,
        /** A directory is made. */
        DIRECTORY,
        /** A program comes in of which the C library is known. */
        PROGRAM,
        /** A file is deleted. */
        NO_FILE,
        /** A file may be another one, or gone. */
        PERHAPS_FILE,
        /** Below the directory, files that nobody can name may come, change and go. */
        ANY_FILE,
        /** A variable gets a value. */
        VARIABLE,
        /** Another user. */
        USER,
        /** Another working directory. */
        WORKING_DIRECTORY
    }
}
