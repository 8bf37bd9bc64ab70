package io.github.alpinecheck.rule;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What a rule is given to check one Dockerfile. */
public final class RuleContext {

    private final ConfiguredRule rule;
    private final Build build;
    private final Project project;
    private final LocalDate asOf;
    private final Locale locale;
    private final Consumer<Finding> findings;
    /** Looked up when there is something to say. */
    RuleContext(
            ConfiguredRule rule,
            Build build,
            Project project,
            LocalDate asOf,
            Locale locale,
            Consumer<Finding> findings) {
        this.rule = rule;
        this.build = build;
        this.project = project;
        this.asOf = asOf;
        this.locale = locale;
        this.findings = findings;
    }

    /** The model of what the Dockerfile builds. */
    public Build build() {
        return build;
    }

    /** The project that the Dockerfile belongs to. */
    public Project project() {
        return project;
    }

    /** The day that supported releases and moving tags are judged by. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The language to speak. */
    public Locale locale() {
        return locale;
    }

    /**
     * A text of the rule in the user's language, from the resource bundle {@code messages} in the package of the rule's
     * class: the key {@code <rule>.<key>}, with the help line {@code <rule>.<key>.help} where there is one.
     *
     * @param arguments for the formats of text and help, as {@link String#format} takes them
     * @throws java.util.MissingResourceException if there is no such text
     */
    public Message message(String key, Object... arguments) {
        return rule.message(locale, key, arguments);
    }

    /** Reports a finding. It belongs to the stage whose instructions hold the span's start. */
    public void report(Severity severity, Span span, Message message) {
        report(severity, stageAt(span), span, message, Optional.empty());
    }

    /** Reports a finding that an edit of the Dockerfile mends. */
    public void report(Severity severity, Span span, Message message, Fix fix) {
        report(severity, stageAt(span), span, message, Optional.of(fix));
    }

    /**
     * Reports a finding of another stage than the one that the span lies in: a stage's base may be to blame.
     *
     * @param stage 0-based
     */
    public void report(Severity severity, int stage, Span span, Message message) {
        report(severity, OptionalInt.of(stage), span, message, Optional.empty());
    }

    /**
     * Reports a finding of a stage that has to do with other places too.
     *
     * @param stage 0-based
     */
    public void report(Severity severity, int stage, Span span, Message message, List<Related> related) {
        findings.accept(rule.finding(
                        severity, build.dockerfile().source(), span, OptionalInt.of(stage), message, Optional.empty())
                .withRelated(related));
    }

    /**
     * Reports a finding of a stage that an edit of the Dockerfile mends.
     *
     * @param stage 0-based
     */
    public void report(Severity severity, int stage, Span span, Message message, Fix fix) {
        report(severity, OptionalInt.of(stage), span, message, Optional.of(fix));
    }

    /**
     * Reports a finding in another file of the project, such as a manifest that runs the image.
     *
     * @param span of that file
     */
    public void report(Severity severity, SourceText source, Span span, Message message) {
        findings.accept(rule.finding(severity, source, span, OptionalInt.empty(), message, Optional.empty()));
    }

    private void report(Severity severity, OptionalInt stage, Span span, Message message, Optional<Fix> fix) {
        findings.accept(rule.finding(severity, build.dockerfile().source(), span, stage, message, fix));
    }

    private OptionalInt stageAt(Span span) {
        List<Dockerfile.Stage> stages = build.dockerfile().stages();
        int index = -1;
        while (index + 1 < stages.size() && stages.get(index + 1).from().span().start() <= span.start()) {
            index++;
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
