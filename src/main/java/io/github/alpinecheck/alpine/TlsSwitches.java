package io.github.alpinecheck.alpine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What makes programs accept any certificate: the table {@code tls-switches.tsv}, whose head names the sources. */
public final class TlsSwitches {

    private static final String ANY = "*";
    private static final String NOT_EMPTY = "+";

    private final Map<Kind, List<Switch>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, List<Switch>> byProgram = new HashMap<>();

    private TlsSwitches() {
        for (FactTable.Row row : FactTable.read("tls-switches.tsv", 6)) {
            Switch next = new Switch(
                    Kind.valueOf(row.text(0).toUpperCase(Locale.ROOT)),
                    row.set(1),
                    row.text(2),
                    row.set(3),
                    row.text(4),
                    Trust.valueOf(row.text(5).toUpperCase(Locale.ROOT)));
            byKind.computeIfAbsent(next.kind(), kind -> new ArrayList<>()).add(next);
            next.programs()
                    .forEach(program -> byProgram
                            .computeIfAbsent(program, name -> new ArrayList<>())
                            .add(next));
        }
    }

    /** The table; read once. */
    public static TlsSwitches load() {
        return Holder.INSTANCE;
    }

    /** The switches of a kind. */
    public List<Switch> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The switches that a program obeys; none for most programs. */
    public List<Switch> of(String program) {
        return byProgram.getOrDefault(program, List.of());
    }

    /** How a switch is given. */
    public enum Kind {
        /** An option of the command line. */
        OPTION,
        /** A key and a value of the program's configuration. */
        SETTING,
        /** A variable of the environment. */
        VARIABLE,
        /** A property of a Java virtual machine. */
        PROPERTY
    }

    /** Where a program looks for the certificates that it trusts. */
    public enum Trust {
        /** The image's own list. */
        SYSTEM,
        /** The image's own list, read by the program that installs packages. */
        APK,
        /** The Java virtual machine's own. */
        JVM,
        /** Node's own, and a file that a variable names. */
        NODE,
        /** pip's own, or a file that a setting names. */
        PIP
    }

    /**
     * One switch.
     *
     * @param programs those that obey it
     * @param name of the option (without dashes), setting (in lower case), variable or property
     * @param values that switch the check off; none where it takes no value, {@code *} for any,
     *     {@code +} for any but the empty one
     * @param who accepts any certificate then
     */
    public record Switch(Kind kind, Set<String> programs, String name, Set<String> values, String who, Trust trust) {
        public Switch {
            programs = Set.copyOf(programs);
            values = Set.copyOf(values);
        }

        /** Whether the check is certainly off with this value; empty for none. */
        public boolean isThrownBy(Optional<String> value) {
            if (values.isEmpty() || value.isEmpty()) {
                return values.isEmpty() && value.isEmpty();
            }
            return values.contains(ANY)
                    || values.contains(NOT_EMPTY) && !value.get().isEmpty()
                    || values.contains(value.get().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Holder {
        static final TlsSwitches INSTANCE = new TlsSwitches();
    }
}
