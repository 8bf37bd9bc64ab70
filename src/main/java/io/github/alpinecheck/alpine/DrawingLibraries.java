package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Java libraries that draw or measure text with the fonts of the system: the table {@code drawing-libraries.tsv}, whose
 * head names the sources.
 */
public final class DrawingLibraries {

    private final Map<String, Need> needs = new HashMap<>();

    private DrawingLibraries() {
        for (FactTable.Row row : FactTable.read("drawing-libraries.tsv", 3)) {
            needs.put(row.text(0) + ":" + row.text(1), row.yes(2) ? Need.ALWAYS : Need.SOMETIMES);
        }
    }

    /** The table; read once. */
    public static DrawingLibraries load() {
        return Holder.INSTANCE;
    }

    /** How much a library needs fonts; empty for one that is not in the table. */
    public Optional<Need> need(String groupId, String artifactId) {
        return Optional.ofNullable(needs.get(groupId + ":" + artifactId));
    }

    /** When a library needs fonts. */
    public enum Need {
        /** Whatever it is used for. */
        ALWAYS,
        /** For some of what it does. */
        SOMETIMES
    }

    private static final class Holder {
        static final DrawingLibraries INSTANCE = new DrawingLibraries();
    }
}
