package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What bash has and ash, the shell of Alpine, has not: the table {@code ash-features.tsv}, whose head names the source. */
public final class Ash {

    private final Map<Feature, Set<String>> lacking = new HashMap<>();

    private Ash() {
        List<String> releases = Releases.load().all().stream()
                .filter(r -> r.isAtLeast(3, 6) && !r.isEdge())
                .map(Release::version)
                .toList();
        for (FactTable.Row row : FactTable.read("ash-features.tsv", 2)) {
            Set<String> without = row.text(1).equals("all")
                    ? Set.copyOf(releases)
                    : Set.copyOf(VersionStretch.of(releases, row.text(1), row));
            lacking.put(Feature.valueOf(row.text(0).toUpperCase(Locale.ROOT).replace('-', '_')), without);
        }
    }

    /** The table; read once. */
    public static Ash load() {
        return Holder.INSTANCE;
    }

    /** Whether ash of the release certainly does not have it. */
    public boolean lacks(Feature feature, Release release) {
        return lacking.getOrDefault(feature, Set.of()).contains(release.version());
    }

    /** Something of the shell language. */
    public enum Feature {
        /** {@code {a,b}} and {@code {1..3}} become several words. */
        BRACE_EXPANSION,
        /** {@code ${x^^}}, {@code ${x,,}}. */
        CASE_MODIFICATION,
        /** {@code <<<}. */
        HERE_STRING,
        /** {@code ${!x}}. */
        INDIRECTION,
        /** {@code <(…)}, {@code >(…)}. */
        PROCESS_SUBSTITUTION,
        /** {@code [[ a =~ b ]]}. */
        REGEX_MATCH
    }

    private static final class Holder {
        static final Ash INSTANCE = new Ash();
    }
}
