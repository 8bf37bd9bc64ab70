package io.github.alpinecheck.maven;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the pom configures for one execution of the goal, with the places in the pom. */
final class PomConfiguration {

    private static final String PROPERTIES = "alpine-check.";

    private final MavenSession session;
    private final MojoExecution execution;
    private final ExpressionEvaluator evaluator;

    PomConfiguration(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
        this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    /** The value of a parameter; empty when it is not there, or only an expression that has no value. */
    Optional<ConfigurationElement> element(String parameter, @Nullable PlexusConfiguration value) {
        if (value == null) {
            return Optional.empty();
        }
        ConfigurationElement element = element(value, child(execution.getConfiguration(), parameter));
        boolean unset = element.children().isEmpty() && element.text().startsWith("${");
        return unset ? Optional.empty() : Optional.of(element);
    }

    /** A problem with a parameter of the goal, in one line with its place. */
    String problem(String parameter, String text) {
        String place = PomPlace.of(child(execution.getConfiguration(), parameter));
        return (place.isEmpty() ? "" : place + ": ") + "parameter <" + parameter + "> " + text;
    }

    /**
     * A problem for each parameter in the pom that the plugin does not have. Maven 3.8 and older drop them without a
     * word.
     */
    List<String> unknownParameters() {
        PluginDescriptor descriptor = execution.getMojoDescriptor().getPluginDescriptor();
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor goal : Optional.ofNullable(descriptor.getMojos()).orElse(List.of())) {
            if (!goal.getGoal().equals("help")) {
                known.addAll(goal.getParameterMap().keySet());
            }
        }
        Plugin plugin = execution.getPlugin();
        if (plugin == null || known.isEmpty()) {
            return List.of();
        }
        ConfigurationContainer own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        return Stream.of(Optional.ofNullable(own), Optional.of(plugin))
                .flatMap(Optional::stream)
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .filter(child -> !known.contains(child.getName()))
                .map(child -> unknown(child, known))
                .distinct()
                .toList();
    }

    /** A problem for each user property with our prefix that sets no parameter: Maven cannot know that it is one of ours. */
    List<String> unknownProperties() {
        PlexusConfiguration parameters = execution.getMojoDescriptor().getMojoConfiguration();
        if (parameters == null) {
            return List.of();
        }
        Set<String> known = Stream.of(parameters.getChildren())
                .map(parameter -> Optional.ofNullable(parameter.getValue()).orElse(""))
                .filter(expression -> expression.startsWith("${" + PROPERTIES) && expression.endsWith("}"))
                .map(expression -> expression.substring(2 + PROPERTIES.length(), expression.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        return session.getUserProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PROPERTIES))
                .map(name -> name.substring(PROPERTIES.length()))
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> "there is no user property " + PROPERTIES + name + "."
                        + Nearest.nearest(name, known)
                                .map(nearest -> " Did you mean " + PROPERTIES + nearest + "?")
                                .orElse("")
                        + " Known: " + PROPERTIES + String.join(", " + PROPERTIES, known) + ".")
                .toList();
    }

    /** The id of this execution, if the pom has others of the same goal. */
    Optional<String> executionAmongOthers() {
        List<String> ids = Stream.ofNullable(execution.getPlugin())
                .flatMap(plugin -> plugin.getExecutions().stream())
                .filter(other -> other.getGoals().contains(execution.getGoal()))
                .map(PluginExecution::getId)
                .toList();
        return Optional.of(execution.getExecutionId()).filter(id -> ids.size() > 1 && ids.contains(id));
    }

    /** The properties of the command line. */
    Properties userProperties() {
        return session.getUserProperties();
    }

    /** A problem for each attribute of a rule or of what it has: they would be dropped without a word. */
    List<String> attributesOfRules() {
        Xpp3Dom rules = child(execution.getConfiguration(), "rules");
        return rules == null
                ? List.of()
                : Stream.of(rules.getChildren())
                        .flatMap(PomConfiguration::attributes)
                        .toList();
    }

    private static Stream<String> attributes(Xpp3Dom element) {
        String place = PomPlace.of(element);
        Stream<String> own = Stream.of(element.getAttributeNames())
                // how Maven merges the configurations of parent and child
                .filter(name -> !name.startsWith("combine."))
                .map(name -> (place.isEmpty() ? "" : place + ": ") + "<" + element.getName() + "> takes no attribute "
                        + name + ": parameters are elements, such as <level>error</level>.");
        return Stream.concat(own, Stream.of(element.getChildren()).flatMap(PomConfiguration::attributes));
    }

    private static String unknown(Xpp3Dom element, Set<String> known) {
        String place = PomPlace.of(element);
        return (place.isEmpty() ? "" : place + ": ") + "there is no parameter <" + element.getName() + ">."
                + Nearest.nearest(element.getName(), known)
                        .map(nearest -> " Did you mean <" + nearest + ">?")
                        .orElse("")
                + " Known: <" + String.join(">, <", known) + ">.";
    }

    private ConfigurationElement element(PlexusConfiguration value, @Nullable Xpp3Dom dom) {
        List<ConfigurationElement> children = new ArrayList<>();
        boolean parallel = dom != null && dom.getChildCount() == value.getChildCount();
        for (int i = 0; i < value.getChildCount(); i++) {
            children.add(element(value.getChild(i), parallel && dom != null ? dom.getChild(i) : null));
        }
        return new ConfigurationElement(value.getName(), text(value), children, PomPlace.of(dom));
    }

    private String text(PlexusConfiguration element) {
        String text = Optional.ofNullable(element.getValue()).orElse("");
        try {
            Object value = evaluator.evaluate(text);
            return (value == null ? text : value.toString()).strip();
        } catch (ExpressionEvaluationException e) {
            return text.strip();
        }
    }

    private static @Nullable Xpp3Dom child(@Nullable Xpp3Dom parent, String name) {
        return parent == null ? null : parent.getChild(name);
    }

    /** The pairs of an element, from children or from {@code NAME=value,NAME=value}. */
    static Map<String, String> pairs(ConfigurationElement element, List<String> problems) {
        Map<String, String> pairs = new LinkedHashMap<>();
        element.children().forEach(child -> pairs.put(child.name(), child.text()));
        if (element.children().isEmpty() && !element.text().isEmpty()) {
            for (String pair : element.text().split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals <= 0) {
                    problems.add(element.problem(
                            "parameter <" + element.name() + "> has \"" + pair + "\" where NAME=value is expected."));
                } else {
                    pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
                }
            }
        }
        return pairs;
    }
}
