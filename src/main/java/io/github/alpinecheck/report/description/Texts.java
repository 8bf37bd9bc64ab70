package io.github.alpinecheck.report.description;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of a package in one language: its bundle {@code messages}. */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Those of the package of a class. */
    public static Texts of(Class<?> owner, Locale locale) {
        return new Texts(ResourceBundle.getBundle(
                owner.getPackageName() + ".messages",
                locale,
                owner.getClassLoader(),
                // or the language of the machine comes in where English was asked for
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A text. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text with arguments in the place of <code>{0}</code>, <code>{1}</code> and so on. */
    public String get(String key, String... arguments) {
        String text = bundle.getString(key);
        StringBuilder result = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            result.append(text, from, at).append(arguments[text.charAt(at + 1) - '0']);
            from = at + 3;
        }
        return result.append(text, from, text.length()).toString();
    }

    /** The text for a number: the key with {@code .one} for 1, else with {@code .many}. */
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".many"), Long.toString(number));
    }
}
