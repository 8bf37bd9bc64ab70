package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What musl's resolver does not do: the table {@code resolver.tsv}, whose head names the sources. */
public final class ResolverFacts {

    private static final String TCP = "use-vc";

    /** The options of glibc that it does not read, with the release that does by itself what they ask for. */
    private final Map<String, Optional<String>> ignored = new HashMap<>();

    private ResolverFacts() {
        FactTable.read("resolver.tsv", 2).forEach(row -> ignored.put(row.text(0), row.optional(1)));
    }

    /** The table; read once. */
    public static ResolverFacts load() {
        return Holder.INSTANCE;
    }

    /** Whether it is an option that glibc reads and musl does not. */
    public boolean isIgnored(String option) {
        return ignored.containsKey(option);
    }

    /** Whether it is a release without DNS over TCP. */
    public boolean hasNoTcp(Release release) {
        return ignored.getOrDefault(TCP, Optional.empty())
                .flatMap(Releases.load()::find)
                .filter(first -> release.compareTo(first) < 0)
                .isPresent();
    }

    private static final class Holder {
        static final ResolverFacts INSTANCE = new ResolverFacts();
    }
}
