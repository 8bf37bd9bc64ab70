package io.github.alpinecheck.alpine;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The packages that people install: the table {@code packages.tsv}, whose head names the sources. A package is in it
 * only if it is known, for all releases together, which of the reportable commands ({@link Commands}) it may bring,
 * itself or by what it depends on.
 */
public final class Packages {

    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, Set<String>> ownCommands;
    /** What {@link #with} has found: the same few packages are asked for again and again. */
    private final Map<String, Set<String>> found = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> bringing = new ConcurrentHashMap<>();

    private Packages() {
        for (FactTable.Row row : FactTable.read("packages.tsv", 2)) {
            needs.put(row.text(0), row.set(1));
        }
        ownCommands = Commands.load().byPackage();
    }

    /** The table; read once. */
    public static Packages load() {
        return Holder.INSTANCE;
    }

    /** Whether the package is in the table. */
    public boolean isKnown(String name) {
        return needs.containsKey(name);
    }

    /** The names of all packages of the table. */
    public Set<String> all() {
        return Collections.unmodifiableSet(needs.keySet());
    }

    /**
     * The reportable commands that are there, in one release or another, when the package is; those of the packages
     * that it brings included. None for an unknown package: {@link #isKnown} tells the difference.
     */
    public Set<String> commands(String name) {
        return with(name).stream()
                .flatMap(member -> ownCommands.getOrDefault(member, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The package and those of the table that it brings, in one release or another; for an unknown package its name
     * alone.
     */
    public Set<String> with(String name) {
        Set<String> known = found.get(name);
        if (known != null) {
            return known;
        }
        return isKnown(name) ? found.computeIfAbsent(name, this::closure) : Set.of(name);
    }

    /** The packages of the table that bring this one, in one release or another; itself included if it is of the table. */
    public Set<String> bringing(String name) {
        return bringing.computeIfAbsent(name, this::havingIt);
    }

    private Set<String> havingIt(String name) {
        Set<String> having = new HashSet<>();
        if (isKnown(name)) {
            having.add(name);
        }
        boolean more = !having.isEmpty();
        while (more) {
            more = false;
            for (Map.Entry<String, Set<String>> each : needs.entrySet()) {
                more |= !Collections.disjoint(each.getValue(), having) && having.add(each.getKey());
            }
        }
        return Set.copyOf(having);
    }

    private Set<String> closure(String name) {
        Set<String> members = new LinkedHashSet<>();
        add(name, members);
        return Set.copyOf(members);
    }

    private void add(String name, Set<String> members) {
        if (members.add(name)) {
            needs.getOrDefault(name, new HashSet<>()).forEach(need -> add(need, members));
        }
    }

    private static final class Holder {
        static final Packages INSTANCE = new Packages();
    }
}
