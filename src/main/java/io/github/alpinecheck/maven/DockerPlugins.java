package io.github.alpinecheck.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The Dockerfiles that plugins in the pom build images from, read from their configuration. */
final class DockerPlugins {

    private static final String DOCKERFILE = "Dockerfile";

    private final Path baseDirectory;
    private final List<NamedDockerfile> found = new ArrayList<>();

    private DockerPlugins(Path baseDirectory) {
        this.baseDirectory = baseDirectory;
    }

    /** The files that are there; what a plugin will only make, or does not find either, is left out. */
    static List<NamedDockerfile> in(MavenProject project) {
        DockerPlugins plugins = new DockerPlugins(project.getBasedir().toPath().toAbsolutePath());
        for (Plugin plugin : project.getBuildPlugins()) {
            configurations(plugin).forEach(configuration -> plugins.read(plugin.getKey(), configuration));
        }
        return plugins.found.stream()
                .filter(named -> Files.isRegularFile(named.file()))
                .distinct()
                .toList();
    }

    private static Stream<Xpp3Dom> configurations(Plugin plugin) {
        Stream<ConfigurationContainer> containers = Stream.concat(Stream.of(plugin), plugin.getExecutions().stream());
        return containers
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private void read(String plugin, Xpp3Dom configuration) {
        switch (plugin) {
            case "io.fabric8:docker-maven-plugin",
                    "org.eclipse.jkube:kubernetes-maven-plugin",
                    "org.eclipse.jkube:openshift-maven-plugin" -> readImages(configuration);
            case "com.spotify:dockerfile-maven-plugin" -> readSpotify(configuration);
            case "com.spotify:docker-maven-plugin" ->
                text(configuration, "dockerDirectory").ifPresent(directory -> {
                    Path context = baseDirectory.resolve(directory);
                    add(
                            context.resolve(DOCKERFILE),
                            context,
                            pairs(configuration, "buildArgs"),
                            Optional.empty(),
                            names(text(configuration, "imageName")));
                });
            case "org.codehaus.mojo:exec-maven-plugin" -> readExec(configuration);
            default -> {}
        }
    }

    /** {@code BuildImageConfiguration.findDockerFileFile} of docker-maven-plugin; JKube took it over. */
    private void readImages(Xpp3Dom configuration) {
        Xpp3Dom images = configuration.getChild("images");
        if (images == null) {
            return;
        }
        Path sources =
                baseDirectory.resolve(text(configuration, "sourceDirectory").orElse("src/main/docker"));
        for (Xpp3Dom image : images.getChildren()) {
            Xpp3Dom build = image.getChild("build");
            if (build == null) {
                continue;
            }
            Optional<String> file = text(build, "dockerFile");
            Optional<String> context = text(build, "contextDir").or(() -> text(build, "dockerFileDir"));
            if (file.isPresent() || context.isPresent()) {
                Path directory = sources.resolve(context.orElse(""));
                Path dockerfile = directory.resolve(file.orElse(DOCKERFILE));
                Path contextDirectory = context.isPresent() ? directory : dockerfile.resolveSibling("");
                add(
                        dockerfile,
                        contextDirectory,
                        pairs(build, "args"),
                        text(build, "target"),
                        names(text(image, "name")));
            }
        }
    }

    private void readSpotify(Xpp3Dom configuration) {
        Path context =
                baseDirectory.resolve(text(configuration, "contextDirectory").orElse(""));
        Path file = text(configuration, "dockerfile")
                .map(baseDirectory::resolve)
                .orElseGet(() -> context.resolve(DOCKERFILE));
        add(
                file,
                context,
                pairs(configuration, "buildArgs"),
                Optional.empty(),
                names(text(configuration, "repository")));
    }

    private void readExec(Xpp3Dom configuration) {
        Path directory =
                baseDirectory.resolve(text(configuration, "workingDirectory").orElse(""));
        List<String> words = new ArrayList<>();
        text(configuration, "executable").ifPresent(words::add);
        Xpp3Dom arguments = configuration.getChild("arguments");
        if (arguments != null) {
            for (Xpp3Dom argument : arguments.getChildren()) {
                words.add(Optional.ofNullable(argument.getValue()).orElse("").strip());
            }
        }
        text(configuration, "commandlineArgs").ifPresent(line -> words.addAll(List.of(line.split("\\s+", -1))));
        DockerBuildCommand.parse(words)
                .ifPresent(command -> add(
                        command.file()
                                .map(directory::resolve)
                                .orElseGet(() ->
                                        directory.resolve(command.context()).resolve(DOCKERFILE)),
                        directory.resolve(command.context()),
                        command.buildArguments(),
                        command.target(),
                        command.tags()));
    }

    private void add(
            Path file, Path context, Map<String, String> arguments, Optional<String> target, Set<String> images) {
        found.add(new NamedDockerfile(file.normalize(), context.normalize(), arguments, target, images));
    }

    private static Set<String> names(Optional<String> name) {
        return name.map(Set::of).orElse(Set.of());
    }

    private static Optional<String> text(Xpp3Dom parent, String name) {
        return text(parent.getChild(name));
    }

    private static Optional<String> text(@Nullable Xpp3Dom element) {
        return Optional.ofNullable(element)
                .map(Xpp3Dom::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Map<String, String> pairs(Xpp3Dom parent, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Xpp3Dom element = parent.getChild(name);
        if (element != null) {
            for (Xpp3Dom child : element.getChildren()) {
                text(child).ifPresent(value -> pairs.put(child.getName(), value));
            }
        }
        return pairs;
    }
}
