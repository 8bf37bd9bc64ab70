package io.github.alpinecheck.alpine;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which package brings a command, what Alpine has instead of it, and whether the bare image has it: the tables
 * {@code commands.tsv} and {@code base-commands.tsv}, whose heads name the sources.
 */
public final class Commands {

    private final Map<String, Fact> facts = new HashMap<>();
    private final BaseCommands base = BaseCommands.load();

    private Commands() {
        for (FactTable.Row row : FactTable.read("commands.tsv", 4)) {
            Set<String> providers = Collections.unmodifiableSet(new LinkedHashSet<>(row.list(2)));
            facts.put(row.text(0), new Fact(row.yes(1), providers, row.optional(3)));
        }
    }

    /** The tables; read once. */
    public static Commands load() {
        return Holder.INSTANCE;
    }

    /**
     * Whether all packages of {@link Packages} that bring the command are known. Only then can it be certain that an
     * image does not have it.
     */
    public boolean isReportable(String command) {
        return Optional.ofNullable(facts.get(command)).filter(Fact::reportable).isPresent();
    }

    /** All reportable commands. */
    public Set<String> reportable() {
        return facts.entrySet().stream()
                .filter(fact -> fact.getValue().reportable())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The names of the packages that bring the command, the usual one first. None if Alpine has no such package or
     * nobody looked.
     */
    public Set<String> providers(String command) {
        Fact fact = facts.get(command);
        return fact == null ? Set.of() : fact.providers();
    }

    /**
     * What to write where Alpine does without the command or has another for it, as a short code fragment such as
     * {@code apk add}; empty if there is nothing but to install the package.
     */
    public Optional<String> alternative(String command) {
        return Optional.ofNullable(facts.get(command)).flatMap(Fact::alternative);
    }

    /**
     * Whether the bare minirootfs of the release has the command on its PATH. Measured for 3.6 to 3.20. Of the others
     * it is taken to have what the last measured ones have, and to lack what no measured one ever had.
     */
    public Presence in(Release release, String command) {
        Optional<Set<String>> measured = release.commands();
        if (measured.isPresent()) {
            return measured.get().contains(command) ? Presence.PRESENT : Presence.ABSENT;
        }
        if (!release.isAtLeast(3, 6)) {
            return Presence.UNKNOWN;
        }
        if (base.haveLatest(command)) {
            return Presence.PRESENT;
        }
        return base.hasAny(command) ? Presence.UNKNOWN : Presence.ABSENT;
    }

    /** The reportable commands that each package itself brings. */
    Map<String, Set<String>> byPackage() {
        Map<String, Set<String>> commands = new HashMap<>();
        facts.forEach((command, fact) -> {
            if (fact.reportable()) {
                fact.providers()
                        .forEach(name -> commands.computeIfAbsent(name, n -> new LinkedHashSet<>())
                                .add(command));
            }
        });
        return commands;
    }

    private record Fact(boolean reportable, Set<String> providers, Optional<String> alternative) {}

    private static final class Holder {
        static final Commands INSTANCE = new Commands();
    }
}
