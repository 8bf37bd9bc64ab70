package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Severity;

/** How to set off parts of a text on the console. */
public interface Palette {

    /** No colours. */
    Palette PLAIN = new Palette() {
        @Override
        public String severity(Severity severity, String text) {
            return text;
        }

        @Override
        public String strong(String text) {
            return text;
        }
    };

    /** In the colour of the severity. */
    String severity(Severity severity, String text);

    /** To be seen first. */
    String strong(String text);
}
