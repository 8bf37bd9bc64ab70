package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleDocumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a terminal shows of the rules that there are. */
public final class RuleList {

    private static final String INDENT = "    ";

    private final RuleCatalog catalog;
    private final Palette palette;
    private final Locale locale;
    private final ReportTexts texts;

    /** Rules in the colours and the language that are given. */
    public RuleList(RuleCatalog catalog, Palette palette, Locale locale) {
        this.catalog = catalog;
        this.palette = palette;
        this.locale = locale;
        this.texts = new ReportTexts(locale);
    }

    /** All rules with severity, parameters, and what must hold. */
    public String all() {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("rules", catalog.names().size()));
        for (String name : catalog.names()) {
            catalog.rule(name).ifPresent(rule -> {
                lines.add("");
                add(rule, lines);
            });
        }
        return String.join("\n", lines);
    }

    /** The page of a rule; empty if there is no such rule. */
    public Optional<String> page(String name) {
        return catalog.rule(name)
                .map(rule -> new RuleDocumentation()
                        .page(name)
                        .map(page -> PageText.of(page, palette))
                        .orElseGet(() -> withoutPage(rule)));
    }

    private String withoutPage(Rule rule) {
        List<String> lines = new ArrayList<>();
        add(rule, lines);
        lines.add(INDENT + texts.text("noPage"));
        return String.join("\n", lines);
    }

    private void add(Rule rule, List<String> lines) {
        String severity = rule.defaultLevel().id();
        lines.add(palette.strong(rule.name()) + " (" + palette.severity(rule.defaultLevel(), severity)
                + (rule.needsConfiguration() ? ", " + texts.text("offUntilConfigured") : "") + ")");
        new ConfiguredRule(rule, Optional.empty()).summary(locale).ifPresent(summary -> lines.add(INDENT + summary));
        Set<String> parameters = catalog.parameters(rule.name());
        if (!parameters.isEmpty()) {
            lines.add(INDENT + texts.text("parameters", String.join(", ", parameters)));
        }
    }
}
