package io.github.alpinecheck.rule;

import io.github.alpinecheck.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which rules are to run, and with which parameters. All problems are told at once, each with its place and the
 * nearest right name.
 */
public final class RuleSetReader {

    private final RuleCatalog catalog;
    private final List<String> problems = new ArrayList<>();

    private RuleSetReader(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The rules to run: those of {@code initial} with their defaults, changed and added to by the elements. A rule that
     * is configured twice runs twice, each time with its own parameters.
     *
     * @param initial names of the rules that are on without being named
     * @param elements one for each rule, named after it
     * @return in the order of their names
     * @throws ConfigurationException if an element is not right
     */
    public static List<ConfiguredRule> read(
            RuleCatalog catalog, Collection<String> initial, List<ConfigurationElement> elements)
            throws ConfigurationException {
        RuleSetReader reader = new RuleSetReader(catalog);
        List<ConfiguredRule> rules = reader.read(initial, elements);
        if (!reader.problems.isEmpty()) {
            throw new ConfigurationException(reader.problems);
        }
        return rules;
    }

    /** The names of the rules that need no configuration. */
    public static Set<String> defaults(RuleCatalog catalog) {
        return catalog.types().stream()
                .filter(type -> !type.newRule().needsConfiguration())
                .map(RuleType::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ConfiguredRule> read(Collection<String> initial, List<ConfigurationElement> elements) {
        Map<String, List<ConfiguredRule>> rules = new TreeMap<>();
        for (String name : initial) {
            catalog.rule(name).ifPresent(rule -> rules.put(name, List.of(new ConfiguredRule(rule, Optional.empty()))));
        }
        Map<String, List<ConfiguredRule>> configured = new LinkedHashMap<>();
        for (ConfigurationElement element : elements) {
            Optional<RuleType> type = catalog.type(element.name());
            if (type.isEmpty()) {
                problems.add(element.problem(unknown("rule <" + element.name() + ">", element.name(), catalog.names())
                        + " A rule of your own needs its jar in the plugin's own <dependencies>."));
                continue;
            }
            List<ConfiguredRule> same = configured.computeIfAbsent(element.name(), name -> new ArrayList<>());
            read(type.get(), element).ifPresent(same::add);
        }
        rules.putAll(configured);
        return rules.values().stream().flatMap(List::stream).toList();
    }

    /** The rule that an element describes; empty when it is off or not right. */
    private Optional<ConfiguredRule> read(RuleType type, ConfigurationElement element) {
        int problemsBefore = problems.size();
        Rule rule = type.newRule();
        Optional<Severity> level = Optional.empty();
        boolean enabled = true;
        if (element.children().isEmpty() && !element.text().isEmpty()) {
            problems.add(element.problem("rule <" + type.name() + "> takes elements, not the text \"" + element.text()
                    + "\". " + known(names(type))));
        }
        for (ConfigurationElement child : element.children()) {
            if (child.name().equals(RuleType.LEVEL)) {
                level = level(type, child);
            } else if (child.name().equals(RuleType.ENABLED)) {
                enabled = enabled(type, child);
            } else {
                set(type, rule, child);
            }
        }
        if (!enabled || problems.size() > problemsBefore) {
            return Optional.empty();
        }
        Optional<String> invalid = rule.invalid();
        if (invalid.isPresent()) {
            problems.add(element.problem("rule <" + type.name() + ">: " + invalid.get()));
            return Optional.empty();
        }
        return Optional.of(new ConfiguredRule(rule, level));
    }

    private void set(RuleType type, Rule rule, ConfigurationElement child) {
        RuleParameter parameter = type.parameters().get(child.name());
        if (parameter == null) {
            problems.add(child.problem(unknown(
                    "parameter <" + child.name() + "> of rule <" + type.name() + ">", child.name(), names(type))));
            return;
        }
        try {
            parameter.set(rule, child);
        } catch (RuleParameter.BadValueException e) {
            badValue(type, child, e.what());
        }
    }

    private Optional<Severity> level(RuleType type, ConfigurationElement child) {
        Optional<Severity> level = Arrays.stream(Severity.values())
                .filter(s -> s.id().equals(child.text().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (level.isEmpty()) {
            badValue(type, child, "is \"" + child.text() + "\" and must be one of error, warning, info");
        }
        return level;
    }

    private boolean enabled(RuleType type, ConfigurationElement child) {
        boolean no = child.text().equalsIgnoreCase("false");
        if (!no && !child.text().equalsIgnoreCase("true")) {
            badValue(type, child, "is \"" + child.text() + "\" and must be true or false");
        }
        return !no;
    }

    private void badValue(RuleType type, ConfigurationElement child, String what) {
        problems.add(child.problem("parameter <" + child.name() + "> of rule <" + type.name() + "> " + what + "."));
    }

    private static Set<String> names(RuleType type) {
        return Stream.concat(type.parameters().keySet().stream(), Stream.of(RuleType.LEVEL, RuleType.ENABLED))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String unknown(String what, String name, Set<String> known) {
        return "there is no " + what + "."
                + Nearest.nearest(name, known)
                        .map(n -> " Did you mean <" + n + ">?")
                        .orElse("")
                + " " + known(known);
    }

    private static String known(Set<String> names) {
        return names.stream().map(n -> "<" + n + ">").collect(Collectors.joining(", ", "Known: ", "."));
    }
}
