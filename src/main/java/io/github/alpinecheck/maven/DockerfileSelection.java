package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.ConfigurationElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code <dockerfiles>}: which files to check.
 *
 * @param includes globs relative to the project's directory; none for the usual places
 * @param excludes globs of files to leave out, whoever names them
 */
record DockerfileSelection(List<String> includes, List<String> excludes) {

    private static final String INCLUDES = "includes";
    private static final String EXCLUDES = "excludes";
    private static final Set<String> NAMES = new TreeSet<>(List.of(INCLUDES, EXCLUDES));

    /** The usual places. */
    static final DockerfileSelection USUAL = new DockerfileSelection(List.of(), List.of());

    /** From elements, or from the command line: globs between commas, those to leave out after an exclamation mark. */
    static DockerfileSelection read(ConfigurationElement element, ElementReader reader) {
        reader.checkNames(element, NAMES);
        List<String> includes = new ArrayList<>();
        List<String> excludes = new ArrayList<>();
        if (element.children().isEmpty()) {
            for (String glob : ElementReader.texts(element)) {
                if (glob.startsWith("!")) {
                    excludes.add(glob.substring(1));
                } else {
                    includes.add(glob);
                }
            }
        }
        for (ConfigurationElement child : element.children()) {
            if (child.name().equals(INCLUDES)) {
                includes.addAll(ElementReader.texts(child));
            } else if (child.name().equals(EXCLUDES)) {
                excludes.addAll(ElementReader.texts(child));
            }
        }
        return new DockerfileSelection(List.copyOf(includes), List.copyOf(excludes));
    }
}
