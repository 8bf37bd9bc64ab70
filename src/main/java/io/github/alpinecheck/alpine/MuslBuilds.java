package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Versions of Java libraries whose native code was measured to load on Alpine: the table {@code musl-builds.tsv}, whose
 * head names the sources.
 */
public final class MuslBuilds {

    /** What a version was measured for. */
    private record Artifact(String groupAndName, String classifier, String architecture) {}

    private final Map<Artifact, Build> all = new HashMap<>();

    private MuslBuilds() {
        for (FactTable.Row row : FactTable.read("musl-builds.tsv", 6)) {
            Release since = Releases.load()
                    .find(row.text(4))
                    .orElseThrow(() -> new IllegalStateException(row + ": no such release: " + row.text(4)));
            all.put(
                    new Artifact(row.text(0), row.optional(1).orElse(""), row.text(2)),
                    new Build(row.text(3), since, row.set(5)));
        }
    }

    /** The table; read once. */
    public static MuslBuilds load() {
        return Holder.INSTANCE;
    }

    /**
     * The version of a library that was measured to load; empty where nobody looked.
     *
     * @param classifier empty for none
     * @param architecture Alpine's name of it: {@code x86_64} or {@code aarch64}
     */
    public Optional<Build> of(String groupId, String artifactId, String classifier, String architecture) {
        return Optional.ofNullable(all.get(new Artifact(groupId + ":" + artifactId, classifier, architecture)));
    }

    /**
     * A version that was measured to load.
     *
     * @param since the first release of Alpine on which it loads
     * @param packages what it needs besides musl
     */
    public record Build(String version, Release since, Set<String> packages) {

        public Build {
            packages = Set.copyOf(packages);
        }

        /** Whether it is certainly later than another version of the library. */
        public boolean isNewerThan(String other) {
            int here = endOfNumbers(version);
            int there = endOfNumbers(other);
            return there > 0
                    && version.substring(here).equals(other.substring(there))
                    && compare(version.substring(0, here), other.substring(0, there)) > 0;
        }

        /** Where what is no number begins, such as {@code .Final}: it has no order that all libraries keep. */
        private static int endOfNumbers(String version) {
            int end = 0;
            for (int i = 0; i < version.length() && isOfNumbers(version.charAt(i)); i++) {
                if (version.charAt(i) != '.') {
                    end = i + 1;
                }
            }
            return end;
        }

        private static boolean isOfNumbers(char c) {
            return c == '.' || c >= '0' && c <= '9';
        }

        private static int compare(String one, String other) {
            String[] ones = one.split("\\.", -1);
            String[] others = other.split("\\.", -1);
            for (int i = 0; i < Math.min(ones.length, others.length); i++) {
                int difference = compareNumbers(ones[i], others[i]);
                if (difference != 0) {
                    return difference;
                }
            }
            return Integer.compare(ones.length, others.length);
        }

        /** By length first: a number may be a day and more than an int holds. */
        private static int compareNumbers(String one, String other) {
            return one.length() != other.length()
                    ? Integer.compare(one.length(), other.length())
                    : one.compareTo(other);
        }
    }

    private static final class Holder {
        static final MuslBuilds INSTANCE = new MuslBuilds();
    }
}
