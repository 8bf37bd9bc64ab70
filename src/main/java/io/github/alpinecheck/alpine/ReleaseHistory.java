package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which release of Alpine a tag stood for, day by day. */
final class ReleaseHistory {

    /** The first day of each release. */
    private final TreeMap<LocalDate, String> since;

    ReleaseHistory(Map<LocalDate, String> since) {
        this.since = new TreeMap<>(since);
    }

    /** The version on that day; empty for a day before the first. */
    Optional<String> on(LocalDate day) {
        return Optional.ofNullable(since.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** Whether no later release is known than that of the day. */
    boolean isLast(LocalDate day) {
        return since.higherKey(day) == null;
    }
}
