package io.github.alpinecheck.alpine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What programs the bare minirootfs has, release by release: the table {@code base-commands.tsv}. */
final class BaseCommands {

    private static final String ALL = "all";

    /** That many of the newest releases must agree before one that nobody looked at is taken to be like them. */
    private static final int LATEST = 4;

    /** The releases that were looked at, oldest first, edge last. */
    private final List<String> releases;

    private final Map<String, Set<String>> byRelease = new HashMap<>();

    private BaseCommands() {
        List<FactTable.Row> rows = FactTable.read("base-commands.tsv", 2);
        releases = List.copyOf(rows.get(0).list(1));
        releases.forEach(release -> byRelease.put(release, new HashSet<>()));
        for (FactTable.Row row : rows.subList(1, rows.size())) {
            for (String release : releases(row)) {
                byRelease.getOrDefault(release, Set.of()).add(row.text(0));
            }
        }
    }

    static BaseCommands load() {
        return Holder.INSTANCE;
    }

    private List<String> releases(FactTable.Row row) {
        if (row.text(1).equals(ALL)) {
            return releases;
        }
        List<String> having = new ArrayList<>();
        for (String stretch : row.list(1)) {
            having.addAll(VersionStretch.of(releases, stretch, row));
        }
        return having;
    }

    /** The programs of a release; empty where nobody looked. */
    Optional<Set<String>> measured(String release) {
        return Optional.ofNullable(byRelease.get(release)).map(Set::copyOf);
    }

    /** Whether the newest releases that were looked at all have it. */
    boolean haveLatest(String command) {
        return releases.subList(releases.size() - LATEST, releases.size()).stream()
                .allMatch(release -> has(release, command));
    }

    private boolean has(String release, String command) {
        return byRelease.getOrDefault(release, Set.of()).contains(command);
    }

    /** Whether any release that was looked at has it. */
    boolean hasAny(String command) {
        return releases.stream().anyMatch(release -> has(release, command));
    }

    private static final class Holder {
        static final BaseCommands INSTANCE = new BaseCommands();
    }
}
