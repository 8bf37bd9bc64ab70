package io.github.alpinecheck.alpine;

import io.github.alpinecheck.text.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of time zones that Alpine's package {@code tzdata} has a file for: the table {@code time-zones.tsv}. */
public final class TimeZones {

    /** The names that are right, with the name that the zone has among its other ones. */
    private final Map<String, String> names = new HashMap<>();

    /** Names that people write for another one. */
    private final Map<String, String> meant = new HashMap<>();

    private TimeZones() {
        for (FactTable.Row row : FactTable.read("time-zones.tsv", 3)) {
            String name = row.text(0);
            row.optional(2)
                    .ifPresentOrElse(
                            other -> meant.put(name, other),
                            () -> names.put(name, row.optional(1).orElse(name)));
        }
    }

    /** The table; read once. */
    public static TimeZones load() {
        return Holder.INSTANCE;
    }

    /**
     * Whether it is a file under {@code /usr/share/zoneinfo}, in one release or another: {@code Asia/Shanghai},
     * {@code PRC}, {@code Etc/GMT+8}, {@code right/UTC}. Case counts, as in a file name.
     */
    public boolean exists(String name) {
        return names.containsKey(plain(name));
    }

    /** Whether it is a directory under {@code /usr/share/zoneinfo}: {@code Asia}, {@code America/Indiana}. */
    public boolean isArea(String name) {
        String directory = plain(name + "/");
        return directory.isEmpty() || names.keySet().stream().anyMatch(n -> n.startsWith(directory));
    }

    /** Whether both are names of one zone: {@code PRC} and {@code Asia/Shanghai}. A name that does not exist is no zone's. */
    public boolean areSame(String one, String other) {
        String zone = names.get(plain(one));
        return zone != null && zone.equals(names.get(plain(other)));
    }

    /** Whether it is a name of the zone that a program without any zone takes: {@code UTC}, {@code GMT}, {@code Zulu}. */
    public boolean isUtc(String name) {
        return areSame(name, "UTC");
    }

    /** The name that was meant by one that does not exist; empty if none is near. */
    public Optional<String> nearest(String name) {
        Set<String> candidates = new HashSet<>(names.keySet());
        candidates.addAll(meant.keySet());
        return Nearest.nearest(plain(name), candidates).map(found -> meant.getOrDefault(found, found));
    }

    private static String plain(String name) {
        for (String copy : new String[] {"posix/", "right/"}) {
            if (name.startsWith(copy)) {
                return name.substring(copy.length());
            }
        }
        return name;
    }

    private static final class Holder {
        static final TimeZones INSTANCE = new TimeZones();
    }
}
