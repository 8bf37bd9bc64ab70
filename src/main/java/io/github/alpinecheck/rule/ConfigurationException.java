package io.github.alpinecheck.rule;

import java.util.List;

/** The configuration says something that cannot be carried out. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * All that is wrong.
     *
     * @param problems a line each, not empty
     */
    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** A line each. */
    public List<String> problems() {
        return problems;
    }
}
