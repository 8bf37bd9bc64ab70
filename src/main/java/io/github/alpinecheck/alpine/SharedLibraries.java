package io.github.alpinecheck.alpine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The libraries that Alpine's packages bring: the table {@code shared-libraries.tsv}, whose head names the sources. */
public final class SharedLibraries {

    private final List<Provider> providers;

    private SharedLibraries() {
        Releases releases = Releases.load();
        providers = FactTable.read("shared-libraries.tsv", 7).stream()
                .map(row -> new Provider(
                        row.text(0),
                        row.optional(1),
                        row.optional(2),
                        releases.find(row.text(3)).orElseThrow(),
                        row.optional(4).map(until -> releases.find(until).orElseThrow()),
                        Content.valueOf(row.text(5).toUpperCase(Locale.ROOT)),
                        row.list(6)))
                .toList();
    }

    /** The table; read once. */
    public static SharedLibraries load() {
        return Holder.INSTANCE;
    }

    /** What brings a library in a release; none for a library that nobody looked for. */
    public List<Provider> providers(String library, Release release) {
        return providers.stream()
                .filter(p -> p.library().equals(library) && p.isIn(release))
                .toList();
    }

    /** What needs a library in a release, so that apk installs both or none. */
    public List<Provider> needing(String library, Release release) {
        return providers.stream()
                .filter(p -> p.needs().contains(library) && p.isIn(release))
                .toList();
    }

    /**
     * What brings a library.
     *
     * @param library its file name
     * @param packageName empty for a library of the Java virtual machine
     * @param directory where it is; empty for a library of the Java virtual machine
     * @param since the first release of which this is known
     * @param until the last one; empty if it still is so
     * @param needs the libraries that it needs itself
     */
    public record Provider(
            String library,
            Optional<String> packageName,
            Optional<String> directory,
            Release since,
            Optional<Release> until,
            Content content,
            List<String> needs) {

        public Provider {
            needs = List.copyOf(needs);
        }

        private boolean isIn(Release release) {
            return release.compareTo(since) >= 0
                    && until.filter(last -> release.compareTo(last) > 0).isEmpty();
        }
    }

    /** What is in it. */
    public enum Content {
        /** Names of its own, none of a libc. */
        LIBRARY,
        /** It is musl itself. */
        MUSL,
        /** No names: it starts musl's linker. */
        LOADER,
        /** The names of {@link Gcompat}. */
        GCOMPAT,
        /** It comes with every Java virtual machine. */
        JAVA,
        /** Nobody looked. */
        UNKNOWN
    }

    private static final class Holder {
        static final SharedLibraries INSTANCE = new SharedLibraries();
    }
}
