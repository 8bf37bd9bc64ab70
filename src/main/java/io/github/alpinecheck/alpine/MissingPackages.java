package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that people give to {@code apk} and that it does not find: the table {@code missing-packages.tsv}, whose head names the sources. */
public final class MissingPackages {

    private static final String NEVER_THERE = "*";

    private final Map<String, Name> names = new HashMap<>();

    private MissingPackages() {
        for (FactTable.Row row : FactTable.read("missing-packages.tsv", 3)) {
            Optional<Release> gone =
                    row.text(1).equals(NEVER_THERE) ? Optional.empty() : Optional.of(release(row, row.text(1)));
            List<Replacement> instead =
                    row.list(2).stream().map(word -> replacement(row, word)).toList();
            names.put(row.text(0), new Name(gone, instead));
        }
    }

    private static Replacement replacement(FactTable.Row row, String word) {
        int at = word.indexOf('@');
        return at < 0
                ? new Replacement(word, Optional.empty())
                : new Replacement(word.substring(0, at), Optional.of(release(row, word.substring(at + 1))));
    }

    private static Release release(FactTable.Row row, String version) {
        return Releases.load()
                .find(version)
                .orElseThrow(() -> new IllegalStateException(row + ": no such release: " + version));
    }

    /** The table; read once. */
    public static MissingPackages load() {
        return Holder.INSTANCE;
    }

    /** Why the repositories main and community of a release do not have the name; empty if they do, or nobody knows. */
    public Optional<Missing> missing(String name, Release release) {
        Name known = names.get(name);
        if (known == null || known.gone().filter(g -> release.compareTo(g) < 0).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Missing(known.gone(), known.instead(release)));
    }

    /**
     * A name that a release does not have.
     *
     * @param gone the first release that is known not to have it; empty if none ever had it
     * @param instead Alpine's name in that release
     */
    public record Missing(Optional<Release> gone, Optional<String> instead) {}

    private record Replacement(String name, Optional<Release> since) {}

    private record Name(Optional<Release> gone, List<Replacement> replacements) {
        Optional<String> instead(Release release) {
            return replacements.stream()
                    .filter(r -> r.since().filter(s -> release.compareTo(s) < 0).isEmpty())
                    .map(Replacement::name)
                    .reduce((older, newer) -> newer);
        }
    }

    private static final class Holder {
        static final MissingPackages INSTANCE = new MissingPackages();
    }
}
