package io.github.alpinecheck.alpine;

import io.github.alpinecheck.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code apk} of a release understands: the table {@code apk-options.tsv}, whose head names the sources.
 *
 * <p>A version that nobody looked at is taken for the nearest one of the same line that somebody did ({@code 2.14.12}
 * for {@code 2.14.4}). Of a version of another line, and of an applet that nobody looked at, everything counts as
 * understood that any version understands anywhere.
 */
public final class ApkTools {

    private static final String EVERY_APPLET = "*";

    /** The versions that were looked at, oldest first, with their options. */
    private final Map<String, List<Fact>> byVersion = new LinkedHashMap<>();

    private final List<Fact> all = new ArrayList<>();
    /** By version, then by applet: an apk command asks this for each of its options. */
    private final Map<String, Map<String, List<Fact>>> byApplet = new HashMap<>();

    private final Map<String, UnknownOption> unknownOptions = new HashMap<>();

    private ApkTools() {
        List<FactTable.Row> rows = FactTable.read("apk-options.tsv", 5);
        List<String> versions = rows.get(0).list(4);
        versions.forEach(version -> byVersion.put(version, new ArrayList<>()));
        for (FactTable.Row row : rows.subList(1, rows.size())) {
            Fact fact = Fact.of(row);
            all.add(fact);
            for (String stretch : row.list(4)) {
                for (String version : VersionStretch.of(versions, stretch, row)) {
                    byVersion.getOrDefault(version, List.of()).add(fact);
                }
            }
        }
        byVersion.forEach((version, facts) -> byApplet.put(version, byApplet(facts)));
        for (FactTable.Row row : FactTable.read("apk-unknown-options.tsv", 2)) {
            UnknownOption answer = UnknownOption.of(row);
            VersionStretch.of(versions, row.text(0), row).forEach(version -> unknownOptions.put(version, answer));
        }
    }

    /** The table; read once. */
    public static ApkTools load() {
        return Holder.INSTANCE;
    }

    /** What the version does about an option that it does not know; empty for a version of a line that nobody looked at. */
    public Optional<UnknownOption> unknownOption(String apkToolsVersion) {
        return nearest(apkToolsVersion).map(unknownOptions::get);
    }

    /** The option in full that was probably meant by a word that the version does not understand. */
    public Optional<String> nearestOption(String apkToolsVersion, String applet, String token) {
        List<String> names = facts(apkToolsVersion, applet).stream()
                .flatMap(fact -> fact.spellings().stream())
                .filter(name -> name.startsWith("--"))
                .toList();
        return token.startsWith("--") ? Nearest.nearest(token, names) : Optional.empty();
    }

    /**
     * The last of the options that a word of a command line stands for.
     *
     * @see #options
     */
    public Optional<Option> option(String apkToolsVersion, String applet, String token) {
        List<Option> options = options(apkToolsVersion, applet, token);
        return options.isEmpty() ? Optional.empty() : Optional.of(options.get(options.size() - 1));
    }

    /**
     * The options that a word of a command line stands for: one for {@code --no-cache} or an unambiguous beginning of
     * it, with or without {@code =VALUE}; one for each letter of {@code -uU}.
     *
     * @param apkToolsVersion such as {@code 2.14.4}; the empty string if unknown
     * @param applet such as {@code add}; the empty string for an option that stands before it
     * @return none if the version does not understand the word: the option does not exist, is ambiguous, or has a value
     *     that it does not take
     */
    public List<Option> options(String apkToolsVersion, String applet, String token) {
        List<Fact> facts = facts(apkToolsVersion, applet);
        if (token.startsWith("--")) {
            return longOption(facts, token);
        }
        return token.length() > 1 && token.charAt(0) == '-' ? letters(facts, token) : List.of();
    }

    private static Map<String, List<Fact>> byApplet(List<Fact> facts) {
        Map<String, List<Fact>> lists = new HashMap<>();
        for (Fact fact : facts) {
            lists.computeIfAbsent(fact.applet, applet -> new ArrayList<>());
        }
        for (Fact fact : facts) {
            boolean every = fact.applet.equals(EVERY_APPLET);
            lists.forEach((applet, list) -> {
                if (every || fact.applet.equals(applet)) {
                    list.add(fact);
                }
            });
        }
        return lists;
    }

    private List<Fact> facts(String version, String applet) {
        Optional<String> known = nearest(version);
        if (known.isEmpty()) {
            return all;
        }
        return applet.isEmpty()
                ? byVersion.getOrDefault(known.get(), all)
                : byApplet.getOrDefault(known.get(), Map.of()).getOrDefault(applet, all);
    }

    /** The version to answer for; empty when nobody looked at one of its line. */
    private Optional<String> nearest(String version) {
        if (byVersion.containsKey(version)) {
            return Optional.of(version);
        }
        int dot = version.lastIndexOf('.');
        String line = dot < 0 ? version : version.substring(0, dot + 1);
        return byVersion.keySet().stream()
                .filter(known -> dot > 0 && known.startsWith(line))
                .min(Comparator.comparingInt(known -> Math.abs(patch(known) - patch(version))));
    }

    private static int patch(String version) {
        String digits = version.substring(version.lastIndexOf('.') + 1);
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(digits) : 0;
    }

    private static List<Option> longOption(List<Fact> facts, String token) {
        int equals = token.indexOf('=');
        String name = equals < 0 ? token : token.substring(0, equals);
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(token.substring(equals + 1));
        Map<String, Fact> spellings = new HashMap<>();
        for (Fact fact : facts) {
            for (String spelling : fact.spellings) {
                if (spelling.startsWith(name)) {
                    spellings.putIfAbsent(spelling, fact);
                }
            }
        }
        if (name.length() <= 2 || !spellings.containsKey(name) && spellings.size() != 1) {
            return List.of();
        }
        String spelling = spellings.containsKey(name)
                ? name
                : spellings.keySet().iterator().next();
        Fact fact = spellings.get(spelling);
        return fact == null
                ? List.of()
                : fact.option(spelling, value).map(List::of).orElse(List.of());
    }

    private static List<Option> letters(List<Fact> facts, String token) {
        List<Option> options = new ArrayList<>();
        for (int i = 1; i < token.length(); i++) {
            String letter = token.substring(i, i + 1);
            Optional<Fact> fact =
                    facts.stream().filter(f -> f.letter.equals(letter)).findFirst();
            if (fact.isEmpty()) {
                return List.of();
            }
            options.add(new Option(fact.get().name, fact.get().value == Value.REQUIRED));
            if (fact.get().value == Value.REQUIRED) {
                break;
            }
        }
        return List.copyOf(options);
    }

    /**
     * An option as a command line gives it.
     *
     * @param name its long name in full with dashes; a switch that is set to {@code no} has the name {@code --no-…}
     * @param takesValue whether it needs a value: what follows the {@code =} or, in a word of letters, the letter; and
     *     the next word where nothing does
     */
    public record Option(String name, boolean takesValue) {}

    /** What apk does about an option that it does not know. */
    public enum UnknownOption {
        /** It goes on, with a warning. */
        IGNORED,
        /** It goes on, with a warning, unless no other option follows: then it ends with status 1. */
        IGNORED_BUT_LAST,
        /** It ends with status 1. */
        REFUSED;

        private static UnknownOption of(FactTable.Row row) {
            return switch (row.text(1)) {
                case "ignores" -> IGNORED;
                case "ignores-but-last" -> IGNORED_BUT_LAST;
                case "refuses" -> REFUSED;
                default -> throw new IllegalStateException(row + ": not what apk does: " + row.text(1));
            };
        }
    }

    private enum Value {
        NONE,
        REQUIRED,
        OPTIONAL
    }

    /**
     * A line of the table.
     *
     * @param spellings its name and, since a switch of apk 3 can be denied, that of its denial
     */
    private record Fact(String applet, String name, String letter, Value value, List<String> spellings) {

        static Fact of(FactTable.Row row) {
            Value value = switch (row.text(3)) {
                case "none" -> Value.NONE;
                case "required" -> Value.REQUIRED;
                case "optional" -> Value.OPTIONAL;
                default -> throw new IllegalStateException(row + ": not a kind of value: " + row.text(3));
            };
            String name = row.text(1);
            return new Fact(
                    row.text(0),
                    name,
                    row.optional(2).map(s -> s.substring(1)).orElse(""),
                    value,
                    value == Value.OPTIONAL ? List.of(name, negated(name)) : List.of(name));
        }

        private static String negated(String name) {
            return "--no-" + name.substring(2);
        }

        Optional<Option> option(String spelling, Optional<String> given) {
            boolean fits =
                    given.isEmpty() || value == Value.REQUIRED || value == Value.OPTIONAL && spelling.equals(name);
            if (!fits) {
                return Optional.empty();
            }
            String meant = value == Value.OPTIONAL && given.filter("no"::equals).isPresent() ? negated(name) : spelling;
            return Optional.of(new Option(meant, value == Value.REQUIRED));
        }
    }

    private static final class Holder {
        static final ApkTools INSTANCE = new ApkTools();
    }
}
