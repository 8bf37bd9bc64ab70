package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;

/** What releases of Java do otherwise than earlier ones: the table {@code java-changes.tsv}. */
public final class JavaChanges {

    private final Map<String, Integer> since = new HashMap<>();

    private JavaChanges() {
        for (FactTable.Row row : FactTable.read("java-changes.tsv", 2)) {
            since.put(row.text(0), Integer.valueOf(row.text(1)));
        }
    }

    /** The table; read once. */
    public static JavaChanges load() {
        return Holder.INSTANCE;
    }

    /** Whether no update of this release reads {@code /etc/timezone}. */
    public boolean ignoresTimezoneFile(JavaVersion version) {
        return version.feature() >= since.getOrDefault("timezone-file-ignored", Integer.MAX_VALUE);
    }

    private static final class Holder {
        static final JavaChanges INSTANCE = new JavaChanges();
    }
}
