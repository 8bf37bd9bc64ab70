package io.github.alpinecheck.rule;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of one rule in one language, from the bundle {@code messages} in the package of its class. A text's key is
 * {@code <rule>.<key>}, its help line's {@code <rule>.<key>.help}; both are formats for {@link String#format}. What the
 * rule is about says {@code <rule>.summary}.
 */
final class RuleMessages {

    private static final String HELP = ".help";
    private static final String SUMMARY = ".summary";

    private final Rule rule;
    private final Locale locale;
    private final ResourceBundle bundle;

    private RuleMessages(Rule rule, Locale locale, ResourceBundle bundle) {
        this.rule = rule;
        this.locale = locale;
        this.bundle = bundle;
    }

    /** What must hold, in one sentence of Markdown; empty if the rule's author does not say so. */
    static Optional<String> summary(Rule rule, Locale locale) {
        try {
            return Optional.of(String.format(locale, of(rule, locale).bundle.getString(rule.name() + SUMMARY)));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** @throws MissingResourceException if the package has no bundle: a mistake of the rule's author */
    static RuleMessages of(Rule rule, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                rule.getClass().getPackageName() + ".messages",
                locale,
                rule.getClass().getClassLoader(),
                // or the language of the machine comes in where English was asked for
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new RuleMessages(rule, locale, bundle);
    }

    /** @throws MissingResourceException if there is no such text: a mistake of the rule's author */
    Message message(String key, Object... arguments) {
        String full = rule.name() + '.' + key;
        Optional<String> help = bundle.containsKey(full + HELP)
                ? Optional.of(String.format(locale, bundle.getString(full + HELP), arguments))
                : Optional.empty();
        return new Message(String.format(locale, bundle.getString(full), arguments), help);
    }
}
