package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alpine's releases: the tables {@code releases.tsv}, {@code point-releases.tsv} and {@code base-commands.tsv}. Their
 * heads name the sources.
 */
public final class Releases {

    private final LocalDate collectedOn;

    private final Map<String, Release> byVersion = new LinkedHashMap<>();
    /** Point releases with their days, oldest first. */
    private final Map<String, LocalDate> points = new LinkedHashMap<>();
    /** The first point release with {@code /etc/nsswitch.conf}, where not all have it. */
    private final Map<String, String> nsswitchSince = new HashMap<>();

    private Releases() {
        BaseCommands commands = BaseCommands.load();
        List<FactTable.Row> rows = FactTable.read("releases.tsv", 7);
        collectedOn = rows.get(0).day(rows.get(0).text(1));
        for (FactTable.Row row : rows.subList(1, rows.size())) {
            String version = row.text(0);
            String nsswitch = row.text(4);
            if (nsswitch.indexOf('.') > 0) {
                nsswitchSince.put(version, nsswitch);
            }
            byVersion.put(
                    version,
                    new Release(
                            version,
                            row.day(1),
                            row.day(2),
                            row.optional(3).orElse(""),
                            row.list(5),
                            row.set(6),
                            version.equals("edge") ? Optional.empty() : commands.measured(version),
                            switch (nsswitch) {
                                case "yes" -> Optional.of(true);
                                case "no" -> Optional.of(false);
                                default -> Optional.empty();
                            }));
        }
        for (FactTable.Row row : FactTable.read("point-releases.tsv", 2)) {
            points.put(row.text(0), row.day(row.text(1)));
        }
    }

    /** The table; read once. */
    public static Releases load() {
        return Holder.INSTANCE;
    }

    /**
     * The release of a version: {@code 3.22}, a point release of it such as {@code 3.22.1}, or {@code edge}. Where
     * something depends on the point release ({@link Release#nsswitch()} of 3.16), only a point release tells it.
     *
     * @return empty for a version that is no release, or none that the table knows. A point release that is newer than
     *     the table is taken for one if its release still had support when the facts were collected
     */
    public Optional<Release> find(String version) {
        Release release = byVersion.get(version);
        if (release != null) {
            return Optional.of(release);
        }
        int dot = version.lastIndexOf('.');
        Release owner = dot < 0 ? null : byVersion.get(version.substring(0, dot));
        if (owner == null || !points.containsKey(version) && !isLater(version.substring(dot + 1), owner)) {
            return Optional.empty();
        }
        String since = nsswitchSince.get(owner.version());
        return Optional.of(since == null ? owner : owner.withNsswitch(point(version) >= point(since)));
    }

    /** Whether it may be the number of a point release that came after the facts were collected. */
    private boolean isLater(String point, Release release) {
        return isNumber(point)
                && release.endOfSupport().filter(collectedOn::isBefore).isPresent()
                && Integer.parseInt(point)
                        > newestPoint(release, LocalDate.MAX)
                                .map(Releases::point)
                                .orElse(-1);
    }

    /**
     * The newest point release of a numbered release that was published on that day, such as {@code 3.16.9}; empty when
     * there was none.
     */
    Optional<String> newestPoint(Release release, LocalDate day) {
        String prefix = release.version() + ".";
        return points.entrySet().stream()
                .filter(point ->
                        point.getKey().startsWith(prefix) && !point.getValue().isAfter(day))
                .reduce((older, newer) -> newer)
                .map(Map.Entry::getKey);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int point(String version) {
        return Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    }

    /** All releases, oldest first, edge last. Of 3.0 to 3.5 only the days are known. */
    public List<Release> all() {
        return List.copyOf(byVersion.values());
    }

    /** The newest numbered release that was published on that day; empty for a day before 3.0. */
    public Optional<Release> newestOn(LocalDate day) {
        List<Release> published = new ArrayList<>(byVersion.values());
        published.removeIf(
                release -> release.released().filter(r -> !r.isAfter(day)).isEmpty());
        return published.isEmpty() ? Optional.empty() : Optional.of(published.get(published.size() - 1));
    }

    /** The day of the facts. What was published later is not in the table. */
    public LocalDate collectedOn() {
        return collectedOn;
    }

    private static final class Holder {
        static final Releases INSTANCE = new Releases();
    }
}
