package io.github.alpinecheck.linker;

import java.util.List;

/**
 * What becomes of a file.
 *
 * @param outcome the first thing that goes wrong, if anything does
 * @param names what is missing: libraries or symbols, in the order in which musl meets them
 * @param file the file that needs the first of them: the one that was asked for, or one that it brings; empty when
 *     there are no names
 */
public record Verdict(Outcome outcome, List<String> names, String file) {

    public Verdict {
        names = List.copyOf(names);
    }

    static Verdict of(Outcome outcome) {
        return new Verdict(outcome, List.of(), "");
    }

    /** How it ends. */
    public enum Outcome {
        /** The library is loaded with all it needs. Its constructors run then; nobody can say what they do. */
        LOADS,
        /** The program starts. */
        RUNS,
        /** The library is loaded, and the process crashes when one of the missing functions is called. */
        LOADS_WITH_UNRESOLVED,
        /** {@code Error loading shared library NAME: No such file or directory}. */
        MISSING_LIBRARY,
        /** {@code Error relocating FILE: NAME: symbol not found}. */
        MISSING_SYMBOL,
        /** {@code initial-exec TLS resolves to dynamic definition}. */
        LATE_THREAD_LOCALS,
        /** {@code unsupported relocation type}: mostly indirect functions. */
        UNSUPPORTED_RELOCATION,
        /** Its compact relocations are passed over: it crashes at its first access to its own data. */
        IGNORED_RELOCATIONS,
        /** {@code Invalid argument}: it has a segment that takes no memory. */
        EMPTY_SEGMENT,
        /** {@code not found}: the interpreter of the program is not there. */
        MISSING_INTERPRETER,
        /** It was built for another machine. */
        WRONG_MACHINE,
        /** {@code Exec format error}: it is no library. */
        NOT_LOADABLE,
        /** Something that decides it is not known. */
        UNKNOWN
    }
}
