package io.github.alpinecheck.rule;

import java.util.List;

/**
 * An element of the configuration that a user wrote.
 *
 * @param text trimmed, expressions evaluated; empty for an element that has none
 * @param place such as {@code /project/pom.xml:12}; empty when nobody knows
 */
public record ConfigurationElement(String name, String text, List<ConfigurationElement> children, String place) {
    public ConfigurationElement {
        children = List.copyOf(children);
    }

    /** A problem with this element, in one line. */
    public String problem(String text) {
        return place.isEmpty() ? text : place + ": " + text;
    }
}
