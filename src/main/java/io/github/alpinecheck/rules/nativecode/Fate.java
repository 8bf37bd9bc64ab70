package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.linker.Verdict;
import java.util.List;

/** What becomes of native code in the end, from bad to good. */
enum Fate {
    /** It is not loaded, or does not start. */
    REFUSED,
    /** It is loaded, and crashes when it gets to what is missing. */
    CRASHES,
    /** Or nobody knows. */
    WELL;

    private static final int MANY = 3;

    static Fate of(Verdict verdict) {
        return switch (verdict.outcome()) {
            case LOADS, RUNS, UNKNOWN, WRONG_MACHINE, NOT_LOADABLE -> WELL;
            case LOADS_WITH_UNRESOLVED -> CRASHES;
            case MISSING_LIBRARY,
                    MISSING_SYMBOL,
                    LATE_THREAD_LOCALS,
                    UNSUPPORTED_RELOCATION,
                    IGNORED_RELOCATIONS,
                    EMPTY_SEGMENT,
                    MISSING_INTERPRETER -> REFUSED;
        };
    }

    /**
     * What the system or musl says when it refuses.
     *
     * @param name the name of the file
     */
    static String said(Verdict verdict, String name) {
        return switch (verdict.outcome()) {
            case MISSING_LIBRARY ->
                "Error loading shared library " + verdict.names().get(0) + ": No such file or directory";
            case MISSING_SYMBOL ->
                "Error relocating " + name + ": " + verdict.names().get(0) + ": symbol not found";
            case LATE_THREAD_LOCALS -> "initial-exec TLS resolves to dynamic definition";
            case UNSUPPORTED_RELOCATION -> "unsupported relocation type";
            case EMPTY_SEGMENT -> "Invalid argument";
            case IGNORED_RELOCATIONS -> "SIGSEGV";
            case MISSING_INTERPRETER -> "not found";
            default -> throw new IllegalStateException(verdict.toString());
        };
    }

    /** The first of many names. */
    static String names(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(MANY, names.size())));
        return names.size() > MANY ? some + ", …" : some;
    }
}
