package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.Tool;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.text.Nearest;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that reads the project's Dockerfiles, and the parameters that say which and how they are built. */
abstract class DockerfilesMojo extends AbstractMojo {

    /** Leaves everything out. */
    @Parameter(property = "alpine-check.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Which files to check: globs relative to the project's directory in {@code includes} and {@code excludes}. Without
     * {@code includes}: {@code Dockerfile}, {@code Dockerfile.*}, {@code *.Dockerfile}, {@code Containerfile} and
     * {@code Containerfile.*} in the project's directory, {@code docker}, {@code src/main/docker} and
     * {@code src/docker}, and those that docker plugins in the same pom name. On the command line: globs between commas,
     * {@code !glob} to exclude.
     */
    @Parameter(property = "alpine-check.dockerfiles")
    private @Nullable PlexusConfiguration dockerfiles;

    /**
     * The build context. Default: what the docker plugin that names the Dockerfile says, else the project's directory.
     */
    @Parameter(property = "alpine-check.contextDirectory")
    private @Nullable File contextDirectory;

    /**
     * The values of build arguments, an element for each, named after it; on the command line
     * {@code NAME=value,NAME=value}.
     */
    @Parameter(property = "alpine-check.buildArgs")
    private @Nullable PlexusConfiguration buildArgs;

    /** The stage that is built. Default: the last one. */
    @Parameter(property = "alpine-check.target")
    private @Nullable String target;

    /**
     * Images that only you know: elements with {@code image} (a name, possibly with a tag, {@code *} for any
     * characters), {@code alpine} (its release), {@code libc} (musl, glibc, none), {@code packages}, {@code commands}
     * and {@code complete} (whether nothing else is installed). On the command line {@code image=release} between
     * commas.
     */
    @Parameter(property = "alpine-check.baseImages")
    private @Nullable PlexusConfiguration baseImages;

    /** The day that supported releases and moving tags are judged by, such as 2026-11-23. Default: today. */
    @Parameter(property = "alpine-check.asOf")
    private @Nullable String asOf;

    /** The language of the messages: {@code en} or {@code zh-CN}. Default: that of the machine if it is one of them. */
    @Parameter(property = "alpine-check.locale")
    private @Nullable String locale;

    final MavenProject project;
    final MavenSession session;
    final MojoExecution execution;
    private final ProjectDependenciesResolver dependencies;

    DockerfilesMojo(
            MavenProject project,
            MavenSession session,
            MojoExecution execution,
            ProjectDependenciesResolver dependencies) {
        this.project = project;
        this.session = session;
        this.execution = execution;
        this.dependencies = dependencies;
    }

    final boolean isSkipped() {
        return skip;
    }

    /** All parameters: those of the goal, and those of every goal that reads Dockerfiles. */
    final Parameters read(
            PomConfiguration pom,
            String failOn,
            String ruleset,
            @Nullable PlexusConfiguration rules,
            @Nullable File outputDirectory,
            @Nullable PlexusConfiguration formats)
            throws ConfigurationException, IOException {
        ParametersReader.Surroundings surroundings = new ParametersReader.Surroundings(
                new RuntimeDependencies(dependencies, session.getRepositorySession()),
                () -> SharedJars.of(session.getRepositorySession().getData()),
                tool().version());
        return new ParametersReader(project, pom, surroundings)
                .read(new ParametersReader.Raw(
                        failOn,
                        ruleset,
                        rules,
                        dockerfiles,
                        contextDirectory,
                        buildArgs,
                        target,
                        baseImages,
                        asOf,
                        outputDirectory,
                        formats,
                        locale));
    }

    /** The stage is that of all Dockerfiles, and need not be in each; if none has it, it is misspelt. */
    static void checkTarget(Parameters parameters, PomConfiguration pom, Report report) throws ConfigurationException {
        Set<String> stages = new TreeSet<>();
        for (Report.CheckedFile file : report.dockerfiles()) {
            for (Report.CheckedStage stage : file.stages()) {
                stages.add(String.valueOf(stage.index()));
                stage.name().ifPresent(stages::add);
            }
        }
        Optional<String> target = parameters.target().filter(name -> !stages.contains(name.toLowerCase(Locale.ROOT)));
        if (target.isPresent() && !stages.isEmpty()) {
            throw new ConfigurationException(List.of(pom.problem(
                    "target",
                    "is \"" + target.get() + "\", and no Dockerfile has such a stage."
                            + Nearest.nearest(target.get(), stages)
                                    .map(nearest -> " Did you mean " + nearest + "?")
                                    .orElse(""))));
        }
    }

    final Tool tool() {
        return new Tool(
                "alpine-check-maven-plugin",
                execution.getMojoDescriptor().getPluginDescriptor().getVersion());
    }
}
