package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.BaseImageOverride;
import io.github.alpinecheck.engine.DockerfileFinder;
import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.JarMemory;
import io.github.alpinecheck.engine.NativeJars;
import io.github.alpinecheck.engine.PermittedSuppression;
import io.github.alpinecheck.engine.ProjectFiles;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.report.Format;
import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Nearest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Understands what the pom says; tells all that is not right at once. */
final class ParametersReader {

    private static final String NEVER = "never";

    private final MavenProject project;
    private final PomConfiguration pom;
    private final Surroundings surroundings;
    private final List<String> problems = new ArrayList<>();

    /**
     * What of the build around the project is needed.
     *
     * @param jars what all modules know of jars
     * @param version of the plugin
     */
    record Surroundings(RuntimeDependencies dependencies, Supplier<NativeJars.Shared> jars, String version) {}

    ParametersReader(MavenProject project, PomConfiguration pom, Surroundings surroundings) {
        this.project = project;
        this.pom = pom;
        this.surroundings = surroundings;
    }

    Parameters read(Raw raw) throws ConfigurationException, IOException {
        problems.addAll(pom.unknownParameters());
        problems.addAll(pom.unknownProperties());
        problems.addAll(pom.attributesOfRules());
        RuleCatalog catalog = RuleCatalog.load(VerifyMojo.class.getClassLoader());
        Optional<Severity> failOn = failOn(raw.failOn());
        List<ConfiguredRule> rules = rules(raw, catalog);
        Set<Format> formats = formats(raw);
        ProjectFiles files = new ProjectFiles(
                project.getBasedir().toPath(), Path.of(project.getBuild().getDirectory()));
        Map<Path, NamedDockerfile> named = new HashMap<>();
        DockerPlugins.in(project).forEach(file -> named.putIfAbsent(file.file(), file));
        DockerfileSelection selection = pom.element("dockerfiles", raw.dockerfiles())
                .map(element -> DockerfileSelection.read(element, new ElementReader("dockerfiles", problems::add)))
                .orElse(DockerfileSelection.USUAL);
        List<DockerfileInput> dockerfiles = dockerfiles(raw, selection, files, named);
        Path outputDirectory = outputDirectory(raw);
        JarMemory memory = new JarMemory(outputDirectory.resolve("jars.bin"), surroundings.version());
        NativeJars jars = new NativeJars(surroundings.jars(), memory);
        Settings settings = new Settings(
                asOf(raw.asOf()),
                locale(raw.locale()),
                baseImages(raw),
                new PomProject(
                        project,
                        pom.userProperties(),
                        surroundings.dependencies(),
                        files,
                        new BuiltImages(project, dockerfiles, named),
                        jars));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Parameters(
                failOn,
                rules,
                catalog.names(),
                settings,
                selection,
                dockerfiles,
                target(raw),
                outputDirectory,
                jars,
                formats);
    }

    private Optional<Severity> failOn(String text) {
        List<String> words = Stream.concat(Arrays.stream(Severity.values()).map(Severity::id), Stream.of(NEVER))
                .toList();
        String word = oneOf("failOn", text, words);
        return Arrays.stream(Severity.values()).filter(s -> s.id().equals(word)).findFirst();
    }

    private List<ConfiguredRule> rules(Raw raw, RuleCatalog catalog) {
        Set<String> initial = new TreeSet<>(Engine.ALWAYS_ON);
        if (oneOf("ruleset", raw.ruleset(), List.of("default", "none")).equals("default")) {
            initial.addAll(RuleSetReader.defaults(catalog));
        }
        List<ConfigurationElement> elements = pom.element("rules", raw.rules())
                .map(ConfigurationElement::children)
                .orElse(List.of());
        elements.stream()
                .filter(element -> element.name().equals(PermittedSuppression.NAME))
                .flatMap(element -> element.children().stream())
                .filter(parameter -> parameter.name().equals(PermittedSuppression.UNSUPPRESSABLE))
                .forEach(parameter -> checkRuleNames(parameter, catalog.names()));
        try {
            return RuleSetReader.read(catalog, initial, elements);
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private LocalDate asOf(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? LocalDate.now(ZoneId.systemDefault())
                    : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            problems.add(pom.problem("asOf", "is \"" + text + "\" and must be a date such as 2026-11-23."));
            return LocalDate.EPOCH;
        }
    }

    /** A rule cannot know which others there are. */
    private void checkRuleNames(ConfigurationElement parameter, Set<String> known) {
        for (String name : ElementReader.texts(parameter)) {
            if (!known.contains(name)) {
                problems.add(parameter.problem("parameter <" + parameter.name() + "> has \"" + name
                        + "\", and there is no such rule."
                        + Nearest.nearest(name, known)
                                .map(nearest -> " Did you mean " + nearest + "?")
                                .orElse("")));
            }
        }
    }

    private Locale locale(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return MessageLanguage.of(Locale.getDefault());
        }
        return MessageLanguage.named(text.strip()).orElseGet(() -> {
            problems.add(pom.problem("locale", "is \"" + text + "\" and must be one of en, zh-CN."));
            return Locale.ENGLISH;
        });
    }

    private List<BaseImageOverride> baseImages(Raw raw) {
        return pom.element("baseImages", raw.baseImages())
                .map(element -> BaseImageParameter.read(element, new ElementReader("baseImages", problems::add)))
                .orElse(List.of());
    }

    private Set<Format> formats(Raw raw) {
        Optional<ConfigurationElement> element = pom.element("formats", raw.formats());
        if (element.isEmpty()) {
            return EnumSet.of(Format.JSON, Format.HTML);
        }
        Set<Format> formats = EnumSet.of(Format.JSON);
        if (element.get().children().isEmpty()) {
            ElementReader.texts(element.get()).forEach(name -> addFormat(name, element.get(), formats));
        } else {
            element.get().children().forEach(child -> addFormat(child.text(), child, formats));
        }
        return formats;
    }

    private void addFormat(String name, ConfigurationElement element, Set<Format> formats) {
        String word = oneOf(name, Format.ids(), problem -> element.problem("parameter <formats> " + problem));
        Format.of(word).ifPresent(formats::add);
    }

    private List<DockerfileInput> dockerfiles(
            Raw raw, DockerfileSelection selection, ProjectFiles files, Map<Path, NamedDockerfile> named)
            throws IOException {
        Map<String, String> arguments = pom.element("buildArgs", raw.buildArgs())
                .map(element -> PomConfiguration.pairs(element, problems))
                .orElse(Map.of());
        DockerfileFinder finder = new DockerfileFinder(files);
        List<DockerfileInput> inputs = new ArrayList<>();
        try {
            for (Path file : finder.find(selection.includes(), selection.excludes(), named.keySet())) {
                inputs.add(input(file, finder.name(file), Optional.ofNullable(named.get(file)), raw, arguments));
            }
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add(pom.problem("dockerfiles", problem)));
        }
        return inputs;
    }

    /** What the pom says for this plugin goes before what it says for another one. */
    private DockerfileInput input(
            Path file, String name, Optional<NamedDockerfile> named, Raw raw, Map<String, String> arguments) {
        Path context = Optional.ofNullable(raw.contextDirectory())
                .map(File::toPath)
                .or(() -> named.map(NamedDockerfile::contextDirectory))
                .orElseGet(() -> project.getBasedir().toPath());
        Map<String, String> all = new HashMap<>();
        named.map(NamedDockerfile::buildArguments).ifPresent(all::putAll);
        all.putAll(arguments);
        Optional<String> target = target(raw).or(() -> named.flatMap(NamedDockerfile::target));
        return new DockerfileInput(file, name, context, all, target);
    }

    private static Optional<String> target(Raw raw) {
        return Optional.ofNullable(raw.target()).filter(text -> !text.isBlank());
    }

    /** Of several executions, each has a directory of its own, or the last would overwrite what the others found. */
    private Path outputDirectory(Raw raw) {
        return Optional.ofNullable(raw.outputDirectory()).map(File::toPath).orElseGet(() -> {
            Path directory = Path.of(project.getBuild().getDirectory(), "alpine-check");
            return pom.executionAmongOthers().map(directory::resolve).orElse(directory);
        });
    }

    private String oneOf(String parameter, String text, List<String> words) {
        return oneOf(text, words, problem -> pom.problem(parameter, problem));
    }

    /** The word in lower case; a problem and the first of the known words if it is none of them. */
    private String oneOf(String text, List<String> words, UnaryOperator<String> withPlace) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (words.contains(word)) {
            return word;
        }
        problems.add(withPlace.apply("is \"" + text + "\" and must be one of " + String.join(", ", words) + "."
                + Nearest.nearest(word, words)
                        .map(nearest -> " Did you mean " + nearest + "?")
                        .orElse("")));
        return words.get(0);
    }

    /** The parameters as Maven sets them. */
    record Raw(
            String failOn,
            String ruleset,
            @Nullable PlexusConfiguration rules,
            @Nullable PlexusConfiguration dockerfiles,
            @Nullable File contextDirectory,
            @Nullable PlexusConfiguration buildArgs,
            @Nullable String target,
            @Nullable PlexusConfiguration baseImages,
            @Nullable String asOf,
            @Nullable File outputDirectory,
            @Nullable PlexusConfiguration formats,
            @Nullable String locale) {}
}
