package io.github.alpinecheck.rule;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A class of rules: its name, its parameters, and how to make one. */
final class RuleType {

    /** The parameters that every rule has. */
    static final String LEVEL = "level";

    static final String ENABLED = "enabled";

    private static final Set<String> COMMON = Set.of(LEVEL, ENABLED);

    private final String name;
    private final ServiceLoader.Provider<Rule> provider;
    private final SortedMap<String, RuleParameter> parameters;

    private RuleType(String name, ServiceLoader.Provider<Rule> provider, SortedMap<String, RuleParameter> parameters) {
        this.name = name;
        this.provider = provider;
        this.parameters = parameters;
    }

    /** @throws InvalidRuleException if the class breaks what {@link Rule} asks for */
    static RuleType of(ServiceLoader.Provider<Rule> provider) throws InvalidRuleException {
        Class<? extends Rule> type = provider.type();
        String name =
                Rule.nameOf(type).orElseThrow(() -> new InvalidRuleException(type.getName() + " has no @RuleName"));
        SortedMap<String, RuleParameter> parameters = new TreeMap<>();
        for (Class<?> c = type; c != Rule.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (isParameter(field)) {
                    parameters.put(field.getName(), parameter(field));
                }
            }
        }
        return new RuleType(name, provider, parameters);
    }

    private static boolean isParameter(Field field) {
        int excluded = Modifier.STATIC | Modifier.FINAL | Modifier.TRANSIENT;
        return (field.getModifiers() & excluded) == 0 && !field.isSynthetic();
    }

    private static RuleParameter parameter(Field field) throws InvalidRuleException {
        String where = field.getDeclaringClass().getName() + "." + field.getName();
        if (COMMON.contains(field.getName())) {
            throw new InvalidRuleException(where + " has the name of a parameter that every rule has");
        }
        return RuleParameter.of(field)
                .orElseThrow(() -> new InvalidRuleException(where + " has a type that no parameter can have: "
                        + field.getGenericType().getTypeName() + " (make it transient if it is none)"));
    }

    String name() {
        return name;
    }

    Class<? extends Rule> javaType() {
        return provider.type();
    }

    /** Names and setters, without those that every rule has. */
    SortedMap<String, RuleParameter> parameters() {
        return Collections.unmodifiableSortedMap(parameters);
    }

    /** A new rule with the defaults of its class. */
    Rule newRule() {
        return provider.get();
    }

    /** A class that is no proper rule: its author's mistake. */
    static final class InvalidRuleException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidRuleException(String message) {
            super(message);
        }
    }
}
