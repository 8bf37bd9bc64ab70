package io.github.alpinecheck.rule;

import java.util.Optional;

/**
 * A policy that Dockerfiles have to follow: a public class with {@link RuleName}, a public constructor without
 * arguments and a line in {@code META-INF/services/io.github.alpinecheck.rule.Rule}.
 *
 * <p>Its parameters are its plain instance fields: neither static nor final nor transient, of any visibility, with the
 * default as initializer. They are set from the pom's element of the same name, before the first {@link #check}. A
 * parameter is a String, boolean, int, enum (written in any case), {@code List<String>}, {@code Set<String>},
 * {@code Map<String, String>}, {@link java.time.LocalDate}, {@link java.time.Period} or
 * {@link java.util.regex.Pattern}. {@code level} and {@code enabled} are every rule's and cannot be names of fields.
 *
 * <p>An object of the class lives for one execution of the goal and is used by one thread at a time.
 */
public abstract class Rule {

    /** Every finding has it, so it is looked up once. */
    private final Optional<String> declaredName = nameOf(getClass());

    /**
     * Looks at one Dockerfile and reports what is certainly wrong. What is not known is not wrong.
     *
     * @param context the Dockerfile's model, and where findings go
     */
    protected abstract void check(RuleContext context);

    /** The severity of most of its findings, as long as no {@code <level>} says otherwise: for documentation. */
    public Severity defaultLevel() {
        return Severity.WARNING;
    }

    /** Whether it is off until the pom configures it, because no default of its parameters would make sense. */
    public boolean needsConfiguration() {
        return false;
    }

    /**
     * Why it cannot work with the parameters that it was given, in one line; empty if it can. The build stops with this
     * text and the place in the pom.
     */
    protected Optional<String> invalid() {
        return Optional.empty();
    }

    /** The name that {@link RuleName} gives. */
    public final String name() {
        return declaredName.orElseThrow(() -> new IllegalStateException(getClass() + " has no @RuleName"));
    }

    static Optional<String> nameOf(Class<?> rule) {
        return Optional.ofNullable(rule.getAnnotation(RuleName.class)).map(RuleName::value);
    }
}
