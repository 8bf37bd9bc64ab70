package io.github.alpinecheck.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rules that there are: ours, and those of jars beside ours. */
public final class RuleCatalog {

    private final SortedMap<String, RuleType> types;

    private RuleCatalog(SortedMap<String, RuleType> types) {
        this.types = types;
    }

    /**
     * Finds the rules that the class loader's jars declare.
     *
     * @throws ConfigurationException if a jar declares what is no proper rule, or two rules have one name
     */
    public static RuleCatalog load(ClassLoader loader) throws ConfigurationException {
        SortedMap<String, RuleType> types = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        // ServiceLoader, since Sisu before Maven 3.9.6 leaves out classes newer than Java 14 without a word
        Iterator<ServiceLoader.Provider<Rule>> providers =
                ServiceLoader.load(Rule.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                RuleType type = RuleType.of(providers.next());
                RuleType other = types.put(type.name(), type);
                if (other != null) {
                    problems.add("two rules are named " + type.name() + ": "
                            + other.javaType().getName() + " and "
                            + type.javaType().getName());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add("a dependency of the plugin declares a rule that cannot be loaded: " + e.getMessage());
            } catch (RuleType.InvalidRuleException e) {
                problems.add("a rule is not made properly: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new RuleCatalog(types);
    }

    /** The rules' names, in their natural order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(types.keySet());
    }

    /** A new rule with its defaults; empty when there is none of that name. */
    public Optional<Rule> rule(String name) {
        return type(name).map(RuleType::newRule);
    }

    /** The names of a rule's own parameters, in their natural order; none if there is no such rule. */
    public Set<String> parameters(String name) {
        return type(name).map(type -> type.parameters().keySet()).orElse(Set.of());
    }

    Optional<RuleType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Collection<RuleType> types() {
        return Collections.unmodifiableCollection(types.values());
    }
}
