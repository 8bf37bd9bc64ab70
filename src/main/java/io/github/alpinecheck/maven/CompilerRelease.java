package io.github.alpinecheck.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The Java release that maven-compiler-plugin compiles a project for. */
final class CompilerRelease {

    private static final String PLUGIN = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String RELEASE = "release";
    private static final String TARGET = "target";

    /** Compiler arguments that go before the parameters. */
    private static final Set<String> ARGUMENTS = Set.of("--release", "-release", "-target", "--target");

    /** Older ones do not know the parameter {@code release}. */
    private static final ComparableVersion KNOWS_RELEASE = new ComparableVersion("3.6.0");

    private final MavenProject project;
    private final Properties userProperties;

    /** @param userProperties those of the command line, which go before the pom's */
    CompilerRelease(MavenProject project, Properties userProperties) {
        this.project = project;
        this.userProperties = userProperties;
    }

    /**
     * The release; the lowest where executions differ, for a class of the higher one may be compiled again for the
     * lower, or may lie where only a newer Java looks for it.
     */
    OptionalInt get() {
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin == null || !hasJavaSources()) {
            return OptionalInt.empty();
        }
        List<OptionalInt> releases = new ArrayList<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains("compile") && !"none".equals(execution.getPhase())) {
                releases.add(release(plugin, execution));
            }
        }
        return releases.stream().allMatch(OptionalInt::isPresent)
                ? releases.stream().mapToInt(OptionalInt::getAsInt).min()
                : OptionalInt.empty();
    }

    private OptionalInt release(Plugin plugin, PluginExecution execution) {
        Optional<Xpp3Dom> configuration = Optional.ofNullable((Xpp3Dom) execution.getConfiguration());
        if (configuration.isPresent() && hasOwnArguments(configuration.get())) {
            return OptionalInt.empty();
        }
        boolean knowsRelease =
                plugin.getVersion() != null && new ComparableVersion(plugin.getVersion()).compareTo(KNOWS_RELEASE) >= 0;
        return number(Optional.of(RELEASE)
                .filter(name -> knowsRelease)
                .flatMap(name -> parameter(configuration, name))
                .or(() -> parameter(configuration, TARGET))
                .orElse(""));
    }

    private Optional<String> parameter(Optional<Xpp3Dom> configuration, String name) {
        String property = "maven.compiler." + name;
        return configuration
                .map(c -> c.getChild(name))
                .map(Xpp3Dom::getValue)
                .or(() -> Optional.ofNullable(userProperties.getProperty(property)))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(property)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static boolean hasOwnArguments(Xpp3Dom configuration) {
        return Stream.of("compilerArgs", "compilerArgument", "compilerArguments")
                .map(configuration::getChild)
                .anyMatch(CompilerRelease::setsRelease);
    }

    private static boolean setsRelease(@Nullable Xpp3Dom element) {
        return element != null
                && (ARGUMENTS.contains(Optional.ofNullable(element.getValue())
                                .orElse("")
                                .strip())
                        || element.getName().equals(TARGET)
                        || Stream.of(element.getChildren()).anyMatch(CompilerRelease::setsRelease));
    }

    /** {@code 17}, or {@code 1.8} as before Java 9. */
    private static OptionalInt number(String release) {
        String digits = release.startsWith("1.") ? release.substring(2) : release;
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** Other languages have compilers with settings of their own. */
    private boolean hasJavaSources() {
        return project.getCompileSourceRoots().stream()
                .map(root -> project.getBasedir().toPath().resolve(root))
                .anyMatch(CompilerRelease::hasJavaSources);
    }

    private static boolean hasJavaSources(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return files.map(file -> file.getFileName().toString())
                    // these two have no code that anybody runs
                    .anyMatch(name -> name.endsWith(".java")
                            && !name.equals("module-info.java")
                            && !name.equals("package-info.java"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
