package io.github.alpinecheck.alpine;

import java.util.HashSet;
import java.util.Set;

/**
 * Names that native libraries do without though they ask for them: the table {@code unreached-names.tsv}, whose head
 * names the source.
 */
public final class UnreachedNames {

    /** A name that a library asks for. */
    private record Asked(String library, String name) {}

    private final Set<Asked> all = new HashSet<>();

    private UnreachedNames() {
        for (FactTable.Row row : FactTable.read("unreached-names.tsv", 2)) {
            all.add(new Asked(row.text(0), row.text(1)));
        }
    }

    /** The table; read once. */
    public static UnreachedNames load() {
        return Holder.INSTANCE;
    }

    /**
     * Whether a library does without the name.
     *
     * @param library the name of its file
     */
    public boolean contains(String library, String name) {
        return all.contains(new Asked(library, name));
    }

    private static final class Holder {
        static final UnreachedNames INSTANCE = new UnreachedNames();
    }
}
