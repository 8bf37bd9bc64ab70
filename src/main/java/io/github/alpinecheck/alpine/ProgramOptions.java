package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which options of a program take a value: the table {@code program-options.tsv}, whose head names the sources. */
public final class ProgramOptions {

    private final Map<String, Set<String>> withValue = new HashMap<>();

    private ProgramOptions() {
        for (FactTable.Row row : FactTable.read("program-options.tsv", 2)) {
            withValue.put(row.text(0), row.set(1));
        }
    }

    /** The table; read once. */
    public static ProgramOptions load() {
        return Holder.INSTANCE;
    }

    /** Letters and long names, without dashes, of the options that take a value; none for a program without a row. */
    public Set<String> withValue(String program) {
        return withValue.getOrDefault(program, Set.of());
    }

    private static final class Holder {
        static final ProgramOptions INSTANCE = new ProgramOptions();
    }
}
