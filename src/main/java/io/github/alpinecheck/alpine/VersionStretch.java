package io.github.alpinecheck.alpine;

import java.util.List;

/** Reads {@code FIRST..LAST}, a stretch of a table's versions. */
final class VersionStretch {

    private VersionStretch() {}

    /**
     * The versions of a stretch.
     *
     * @param all all versions, in order
     * @throws IllegalStateException if it is no stretch of them
     */
    static List<String> of(List<String> all, String stretch, FactTable.Row row) {
        int dots = stretch.indexOf("..");
        int first = dots < 0 ? -1 : all.indexOf(stretch.substring(0, dots));
        int last = dots < 0 ? -1 : all.indexOf(stretch.substring(dots + 2));
        if (first < 0 || last < first) {
            throw new IllegalStateException(row + ": not a stretch of versions: " + stretch);
        }
        return all.subList(first, last + 1);
    }
}
