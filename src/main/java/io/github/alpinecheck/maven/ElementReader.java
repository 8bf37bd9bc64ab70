package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.text.Nearest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the elements of one parameter of the goal. Maven's own way of setting objects knows neither the nearest right
 * name nor the place of a wrong one.
 */
record ElementReader(String parameter, Consumer<String> problems) {

    /** A problem with an element inside the parameter, in one line with its place. */
    void problem(ConfigurationElement element, String text) {
        problems.accept(element.problem("parameter <" + parameter + "> " + text));
    }

    /** A problem for each child that has another name than those. */
    void checkNames(ConfigurationElement element, Set<String> known) {
        element.children().stream()
                .filter(child -> !known.contains(child.name()))
                .forEach(child -> problems.accept(child.problem("there is no <" + child.name() + "> in parameter <"
                        + parameter + ">."
                        + Nearest.nearest(child.name(), known)
                                .map(nearest -> " Did you mean <" + nearest + ">?")
                                .orElse("")
                        + " Known: <" + String.join(">, <", known) + ">.")));
    }

    /** The texts of the children, whatever they are called, or of the element itself between commas. */
    static List<String> texts(ConfigurationElement element) {
        Stream<String> texts = element.children().isEmpty()
                ? Stream.of(element.text().split(",", -1))
                : element.children().stream().map(ConfigurationElement::text);
        return texts.map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
