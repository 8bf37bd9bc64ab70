package io.github.alpinecheck.maven;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.InputLocation;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Where an element of a pom stands. */
final class PomPlace {

    /** The text of Maven 4's own class of locations, which a plugin for Maven 3 cannot name. */
    private static final Pattern MAVEN_4 = Pattern.compile("(?<file>.+) @ (?<line>\\d+):\\d+");

    private PomPlace() {}

    /** An element of the configuration: {@code /project/pom.xml:12}. Empty when Maven does not know: no element, or one from no pom. */
    static String of(@Nullable Xpp3Dom element) {
        Object location = element == null ? null : element.getInputLocation();
        if (location instanceof InputLocation known && known.getSource() != null) {
            return known.getSource().getLocation() + ":" + known.getLineNumber();
        }
        Matcher maven4 = MAVEN_4.matcher(String.valueOf(location));
        if (!maven4.matches()) {
            return "";
        }
        return path(maven4.group("file")) + ":" + maven4.group("line");
    }

    /** The pom of a place; empty when Maven does not know. */
    static Optional<Path> file(@Nullable InputLocation location) {
        if (location == null
                || location.getSource() == null
                || location.getSource().getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(path(location.getSource().getLocation()))
                    .toAbsolutePath()
                    .normalize());
        } catch (IllegalArgumentException e) {
            // the address of something that is no file
            return Optional.empty();
        }
    }

    private static String path(String file) {
        return file.startsWith("file:") ? Path.of(URI.create(file)).toString() : file;
    }
}
