package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How busybox's programs are called: the tables {@code busybox-programs.tsv} and {@code busybox-options.tsv}, whose heads
 * name the sources.
 */
public final class Busybox {

    /** Stands for a number where a program expects the name of another one. */
    public static final String NUMBER = "NUMBER";

    /** What follows an option whose value is refused when there are words of letters in it. */
    public static final String WITH_WORD = "=WORD";

    private static final String ALL = "all";
    private static final int FIRST_MINOR = 6;

    private final Map<String, Program> programs = new HashMap<>();

    private Busybox() {
        Map<String, Map<String, Refusal>> refusals = new HashMap<>();
        List<String> releases = Releases.load().all().stream()
                .filter(r -> r.isAtLeast(3, FIRST_MINOR) && !r.isEdge())
                .map(Release::version)
                .toList();
        for (FactTable.Row row : FactTable.read("busybox-options.tsv", 4)) {
            Set<String> refusing = row.text(1).equals(ALL)
                    ? Set.copyOf(releases)
                    : Set.copyOf(VersionStretch.of(releases, row.text(1), row));
            for (String option : row.list(2)) {
                refusals.computeIfAbsent(row.text(0), p -> new HashMap<>())
                        .put(option, new Refusal(refusing, row.optional(3)));
            }
        }
        for (FactTable.Row row : FactTable.read("busybox-programs.tsv", 5)) {
            Map<String, Refusal> refused = refusals.getOrDefault(row.text(0), new HashMap<>());
            programs.put(
                    row.text(0), new Program(row.list(1), row.set(2), row.yes(3), row.set(4), Map.copyOf(refused)));
        }
    }

    /** The tables; read once. */
    public static Busybox load() {
        return Holder.INSTANCE;
    }

    /** What is known of the program; empty for one that is not in the tables. */
    public Optional<Program> program(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    /** All packages that put another program in the place of one of busybox's. */
    Set<String> replacements() {
        Set<String> names = new HashSet<>();
        programs.values().forEach(program -> names.addAll(program.packages()));
        return names;
    }

    /** The names of all programs of the tables. */
    Set<String> all() {
        return Set.copyOf(programs.keySet());
    }

    /**
     * A program of busybox.
     *
     * @param packages those that put another program of that name in its place, the usual one first
     * @param values the options that take a value: letters, and long names without dashes
     * @param optionsFirst whether its options end with the first word that is none
     * @param silent options of which it needs one, or it asks the user something; none for one that never does
     * @param refusals by the option with its dashes
     */
    public record Program(
            List<String> packages,
            Set<String> values,
            boolean optionsFirst,
            Set<String> silent,
            Map<String, Refusal> refusals) {

        /** How the program of a release refuses an option, with its dashes; empty where it does not, or nobody looked. */
        public Optional<Refusal> refusal(String option, Release release) {
            return Optional.ofNullable(refusals.get(option))
                    .filter(r -> r.releases().contains(release.version()));
        }
    }

    /**
     * That an option is refused.
     *
     * @param releases the versions that certainly refuse it
     * @param instead what to write there, as a short code fragment; empty if busybox has nothing
     */
    public record Refusal(Set<String> releases, Optional<String> instead) {}

    private static final class Holder {
        static final Busybox INSTANCE = new Busybox();
    }
}
