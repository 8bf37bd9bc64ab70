package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far programs reach when they run: the table {@code programs.tsv}, whose head names the sources. */
public final class Programs {

    private final Map<String, Reach> reaches = new HashMap<>();

    private Programs() {
        for (FactTable.Row row : FactTable.read("programs.tsv", 2)) {
            reaches.put(row.text(0), Reach.valueOf(row.text(1).toUpperCase(Locale.ROOT)));
        }
    }

    /** The table; read once. */
    public static Programs load() {
        return Holder.INSTANCE;
    }

    /** What the program may change; empty for one that is not in the table, which may change anything. */
    public Optional<Reach> reach(String program) {
        return Optional.ofNullable(reaches.get(program));
    }

    /** What a program may change. */
    public enum Reach {
        /** Nothing that a rule asks for. */
        NOTHING,
        /** Files in its working directory, the home directory and {@code /tmp}, and those that its words name. */
        NEARBY,
        /** Any file, no package. */
        FILES
    }

    private static final class Holder {
        static final Programs INSTANCE = new Programs();
    }
}
