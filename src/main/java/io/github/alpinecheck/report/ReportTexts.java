package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Finding;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of reports in one language. */
final class ReportTexts {

    private final Locale locale;
    private final ResourceBundle bundle;

    ReportTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                ReportTexts.class.getPackageName() + ".messages",
                locale,
                ReportTexts.class.getClassLoader(),
                // or the language of the machine comes in where English was asked for
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text with its arguments, as {@link String#format} takes them. */
    String text(String key, Object... arguments) {
        return String.format(locale, bundle.getString(key), arguments);
    }

    /** Message and help in one line, for formats that have a place for one text. */
    String oneLine(Finding finding) {
        String message = finding.message().text();
        return finding.message()
                .help()
                .map(help -> message + " (" + text("help") + ": " + help + ")")
                .orElse(message);
    }
}
