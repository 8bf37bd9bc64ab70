package io.github.alpinecheck.rule;

import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule with its parameters set.
 *
 * @param level what the pom's {@code <level>} says: the severity of all its findings
 */
public record ConfiguredRule(Rule rule, Optional<Severity> level) {

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
        return RuleMessages.of(rule, locale).message(key, arguments);
    }

    /**
     * What must hold, in one sentence of Markdown: the text {@code <rule>.summary} of the bundle beside the rule's class.
     * Empty if there is none.
     */
    public Optional<String> summary(Locale locale) {
        return RuleMessages.summary(rule, locale);
    }
}
