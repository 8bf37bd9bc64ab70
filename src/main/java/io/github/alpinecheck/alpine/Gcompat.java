package io.github.alpinecheck.alpine;

import java.util.Set;
import java.util.stream.Collectors;

/** Alpine's package gcompat: the table {@code gcompat-exports.tsv}, whose head names the source. */
public final class Gcompat {

    private static final String OWN = "libgcompat.so.0";

    private final Set<String> exports;
    private final Set<String> ofOthers;

    private Gcompat() {
        this.exports = names(true);
        this.ofOthers = names(false);
    }

    private static Set<String> names(boolean own) {
        return FactTable.read("gcompat-exports.tsv", 2).stream()
                .filter(row -> row.text(1).equals(OWN) == own)
                .map(row -> row.text(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names that its library exports. */
    public static Set<String> exports() {
        return Holder.INSTANCE.exports;
    }

    /** The names of glibc's that come with the libraries which it needs. */
    public static Set<String> ofLibrariesThatItNeeds() {
        return Holder.INSTANCE.ofOthers;
    }

    private static final class Holder {
        static final Gcompat INSTANCE = new Gcompat();
    }
}
