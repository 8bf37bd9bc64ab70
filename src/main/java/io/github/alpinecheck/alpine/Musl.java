package io.github.alpinecheck.alpine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * musl of a release on an architecture: what its libc exports, and where its dynamic linker differs from that of other
 * releases. From the tables {@code musl-exports.tsv}, {@code musl-linker.tsv} and {@code musl-lfs64.tsv}.
 */
public final class Musl {

    /** Longer names with a 64 at their end were not found, by an error of musl's. */
    private static final int LFS64_LENGTH = 16;

    private final Tables tables;
    private final Release release;
    private final int version;
    private final Map<String, BitSet> exports;

    private Musl(Tables tables, Release release, int version, Map<String, BitSet> exports) {
        this.tables = tables;
        this.release = release;
        this.version = version;
        this.exports = exports;
    }

    /**
     * musl of a release; edge is taken for the newest one.
     *
     * @param architecture Alpine's name of it: {@code x86_64} or {@code aarch64}
     * @return empty for releases before 3.6 and other architectures, where nobody looked
     */
    public static Optional<Musl> of(Release release, String architecture) {
        Tables tables = Tables.Holder.INSTANCE;
        int version = release.isEdge() ? tables.versions.size() - 1 : tables.versions.indexOf(release.version());
        return version < 0
                ? Optional.empty()
                : tables.exports(architecture).map(e -> new Musl(tables, release, version, e));
    }

    /** Whether some release exports the name on some architecture: it is meant to come from a libc. */
    public static boolean isEverExported(String name) {
        Tables tables = Tables.Holder.INSTANCE;
        return tables.x86.containsKey(name) || tables.aarch64.containsKey(name);
    }

    /**
     * Whether the linker finds a name in libc: exported, or one of the names with 64 at their end that stand for another.
     */
    public boolean finds(String name) {
        if (exports(name)) {
            return true;
        }
        String plain = tables.lfs64.get(name);
        boolean length = name.length() <= LFS64_LENGTH || !name.endsWith("64") || since("lfs64-any-length");
        return plain != null && length && since("lfs64") && exports(plain);
    }

    private boolean exports(String name) {
        BitSet versions = exports.get(name);
        return versions != null && versions.get(version);
    }

    /** Whether a library that is loaded late must not use initial-exec variables of a library that is loaded late. */
    public boolean refusesLateThreadLocals() {
        return since("thread-local-fatal");
    }

    /** Whether {@code DT_RELR} is worked through. */
    public boolean knowsCompactRelocations() {
        return since("compact-relocations");
    }

    /** Whether a segment that takes no memory is accepted. */
    public boolean acceptsEmptySegments() {
        return since("empty-segments");
    }

    private boolean since(String what) {
        Release first = tables.since.get(what);
        return first != null && release.compareTo(first) >= 0;
    }

    private static final class Tables {

        final List<String> versions;
        /** By name: the indexes of the versions that export it. */
        final Map<String, BitSet> x86 = new HashMap<>();

        final Map<String, BitSet> aarch64 = new HashMap<>();

        final Map<String, String> lfs64 = new HashMap<>();
        final Map<String, Release> since = new HashMap<>();

        Tables() {
            List<FactTable.Row> rows = FactTable.read("musl-exports.tsv", 3);
            versions = rows.get(0).list(1);
            // a handful of different stretches for two thousand names
            Map<String, BitSet> stretches = new HashMap<>();
            for (FactTable.Row row : rows.subList(1, rows.size())) {
                x86.put(row.text(0), stretches.computeIfAbsent(row.text(1), t -> in(row, 1)));
                int column = row.text(2).equals("=") ? 1 : 2;
                aarch64.put(row.text(0), stretches.computeIfAbsent(row.text(column), t -> in(row, column)));
            }
            FactTable.read("musl-lfs64.tsv", 2).forEach(row -> lfs64.put(row.text(1), row.text(0)));
            for (FactTable.Row row : FactTable.read("musl-linker.tsv", 2)) {
                since.put(row.text(0), Releases.load().find(row.text(1)).orElseThrow());
            }
        }

        Optional<Map<String, BitSet>> exports(String architecture) {
            return switch (architecture) {
                case "x86_64" -> Optional.of(x86);
                case "aarch64" -> Optional.of(aarch64);
                default -> Optional.empty();
            };
        }

        private BitSet in(FactTable.Row row, int column) {
            BitSet indexes = new BitSet();
            for (String stretch : row.list(column)) {
                List<String> members = VersionStretch.of(versions, stretch, row);
                int first = versions.indexOf(members.get(0));
                indexes.set(first, first + members.size());
            }
            return indexes;
        }

        private static final class Holder {
            static final Tables INSTANCE = new Tables();
        }
    }
}
