package io.github.alpinecheck.alpine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What images contain: a line of {@code image-contents.tsv}. The components are those of {@link BaseImage}.
 *
 * @param complete whether none of the packages of {@link Packages} is installed but {@code packages} and those of the
 *     release
 */
record ImageContents(
        boolean alpine,
        Libc libc,
        boolean jvm,
        Set<String> packages,
        boolean complete,
        Set<String> absent,
        Map<String, String> environment,
        Optional<String> workdir,
        boolean standardRepositories,
        Set<String> programs) {

    static ImageContents of(FactTable.Row row, AbsentPackages absentPackages) {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : row.list(7)) {
            int equals = variable.indexOf('=');
            if (equals <= 0) {
                throw new IllegalStateException(row + ": not NAME=VALUE: " + variable);
            }
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new ImageContents(
                row.yes(1),
                Libc.valueOf(row.text(2).toUpperCase(Locale.ROOT)),
                row.yes(3),
                row.set(4),
                row.yes(5),
                absentPackages.of(row.set(6), row.set(4)),
                environment,
                row.optional(8),
                row.yes(9),
                row.set(10));
    }
}
