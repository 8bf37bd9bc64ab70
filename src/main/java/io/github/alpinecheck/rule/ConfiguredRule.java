package io.github.alpinecheck.rule;

import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** A rule with its parameters set. */
public final class ConfiguredRule {

    private final Rule rule;
    private final Optional<Severity> level;
    private final Map<Locale, RuleMessages> texts = new ConcurrentHashMap<>();

    /**
     * A rule as a pom has it.
     *
     * @param level what {@code <level>} says: the severity of all its findings
     */
    public ConfiguredRule(Rule rule, Optional<Severity> level) {
        this.rule = rule;
        this.level = level;
    }

    /** The rule with its parameters. */
    public Rule rule() {
        return rule;
    }

    /** What {@code <level>} says; empty when each finding has its own severity. */
    public Optional<Severity> level() {
        return level;
    }

    /** The rule's name. */
    public String name() {
        return rule.name();
    }

    /** What it finds, in the order of its reports. */
    public List<Finding> check(Build build, Project project, LocalDate asOf, Locale locale) {
        List<Finding> findings = new ArrayList<>();
        rule.check(new RuleContext(this, build, project, asOf, locale, findings::add));
        return findings;
    }

    /** A finding of this rule, with the severity that the pom wants. */
    public Finding finding(
            Severity severity, SourceText source, Span span, OptionalInt stage, Message message, Optional<Fix> fix) {
        return new Finding(name(), level.orElse(severity), source, span, stage, message, fix);
    }

    /** A text of the rule's own, as {@link RuleContext#message} gives it. */
    public Message message(Locale locale, String key, Object... arguments) {
        return texts.computeIfAbsent(locale, l -> RuleMessages.of(rule, l)).message(key, arguments);
    }
}
