package io.github.alpinecheck.rule;

import java.util.Formattable;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of one rule in one language, from the bundle {@code messages} in the package of its class. A text's key is
 * {@code <rule>.<key>}, its help line's {@code <rule>.<key>.help}; both are formats for {@link String#format}.
 */
final class RuleMessages {

    private static final String HELP = ".help";

    private final Rule rule;
    private final Locale locale;
    private final ResourceBundle bundle;

    private RuleMessages(Rule rule, Locale locale, ResourceBundle bundle) {
        this.rule = rule;
        this.locale = locale;
        this.bundle = bundle;
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
                ? Optional.of(format(locale, bundle.getString(full + HELP), arguments))
                : Optional.empty();
        return new Message(format(locale, bundle.getString(full), arguments), help);
    }

    /**
     * What {@link String#format} gives. It looks for {@code %1$s} with a regular expression, which for a thousand files
     * costs more than the rules; nearly all texts have nothing else.
     */
    static String format(Locale locale, String format, Object... arguments) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        int from = 0;
        for (int percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', from)) {
            boolean numbered = format.startsWith("$s", percent + 2);
            int index = numbered ? format.charAt(percent + 1) - '1' : next++;
            boolean plain = numbered || format.startsWith("s", percent + 1);
            if (!plain || index < 0 || index >= arguments.length || arguments[index] instanceof Formattable) {
                return String.format(locale, format, arguments);
            }
            text.append(format, from, percent).append(arguments[index]);
            from = percent + (numbered ? 4 : 2);
        }
        return text.append(format, from, format.length()).toString();
    }
}
