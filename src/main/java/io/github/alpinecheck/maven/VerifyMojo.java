package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.ConsoleReport;
import io.github.alpinecheck.report.ReportFiles;
import io.github.alpinecheck.report.Tool;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Nearest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Checks the project's Dockerfiles for what goes wrong on Alpine. Nothing is executed and no network is used. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends AbstractMojo {

    /** Leaves everything out. */
    @Parameter(property = "alpine-check.skip", defaultValue = "false")
    private boolean skip;

    /** The mildest severity that fails the build: {@code error}, {@code warning}, {@code info} or {@code never}. */
    @Parameter(property = "alpine-check.failOn", defaultValue = "error")
    private String failOn = "error";

    /**
     * The rules that are on without being named: {@code default} for all that need no configuration, {@code none} for
     * nothing but what {@code rules} names.
     */
    @Parameter(property = "alpine-check.ruleset", defaultValue = "default")
    private String ruleset = "default";

    /**
     * Changes and adds rules: an element for each rule, named after it. Its elements are the rule's parameters, and
     * {@code level} (error, warning, info) and {@code enabled} (true, false), which every rule has.
     */
    @Parameter
    private @Nullable PlexusConfiguration rules;

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

    /**
     * Where reports are written. Default: {@code ${project.build.directory}/alpine-check}; if the pom has several
     * executions of the goal, a directory in it for each, named after its id.
     */
    @Parameter(property = "alpine-check.outputDirectory")
    private @Nullable File outputDirectory;

    /** The formats of reports beside {@code report.json}, which is always written. */
    @Parameter(property = "alpine-check.formats")
    private @Nullable PlexusConfiguration formats;

    private final MavenProject project;
    private final MavenSession session;
    private final MojoExecution execution;
    private final ProjectDependenciesResolver dependencies;

    /** Made by Maven. */
    @Inject
    public VerifyMojo(
            MavenProject project,
            MavenSession session,
            MojoExecution execution,
            ProjectDependenciesResolver dependencies) {
        this.project = project;
        this.session = session;
        this.execution = execution;
        this.dependencies = dependencies;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("The check of Dockerfiles is skipped.");
            return;
        }
        Parameters parameters;
        Report report;
        try {
            PomConfiguration pom = new PomConfiguration(session, execution);
            parameters = read(pom);
            report = new Engine(parameters.rules(), parameters.knownRules(), parameters.settings())
                    .run(parameters.dockerfiles());
            parameters.jars().save();
            checkTarget(parameters, pom, report);
            new ReportFiles(parameters.outputDirectory(), tool()).write(report, parameters.formats());
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(
                    "alpine-check is not configured properly:" + System.lineSeparator() + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The Dockerfiles cannot be checked: " + e, e);
        }
        if (report.dockerfiles().isEmpty()) {
            List<String> includes = parameters.selection().includes();
            getLog().info("There is no Dockerfile to check"
                    + (includes.isEmpty() ? "." : " among " + String.join(", ", includes) + "."));
            return;
        }
        log(report, parameters);
        failIfNeeded(report, parameters);
    }

    private Parameters read(PomConfiguration pom) throws ConfigurationException, IOException {
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
                        formats));
    }

    /** The stage is that of all Dockerfiles, and need not be in each; if none has it, it is misspelt. */
    private static void checkTarget(Parameters parameters, PomConfiguration pom, Report report)
            throws ConfigurationException {
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

    private Tool tool() {
        return new Tool(
                "alpine-check-maven-plugin",
                execution.getMojoDescriptor().getPluginDescriptor().getVersion());
    }

    /** What fails the build is an error of the log, so that {@code -q} shows it and nothing else. */
    private void log(Report report, Parameters parameters) {
        ConsoleReport console = new ConsoleReport(new MavenPalette(), Locale.getDefault(), directory());
        for (Finding finding : report.findings()) {
            // one call for all lines: those of modules built at the same time do not come in between
            String frame = console.frame(finding) + System.lineSeparator();
            if (parameters.fails(finding.severity())) {
                getLog().error(frame);
            } else if (finding.severity() == Severity.INFO) {
                getLog().info(frame);
            } else {
                getLog().warn(frame);
            }
        }
        getLog().info(console.summary(report));
    }

    /** The project's directory in the reactor's, ending with a slash; empty if they are the same. */
    private String directory() {
        String reactor = session.getExecutionRootDirectory();
        if (reactor == null) {
            return "";
        }
        Path root = Path.of(reactor).toAbsolutePath().normalize();
        Path own = project.getBasedir().toPath().toAbsolutePath().normalize();
        if (own.equals(root) || !Objects.equals(own.getRoot(), root.getRoot())) {
            return "";
        }
        return root.relativize(own).toString().replace(File.separatorChar, '/') + "/";
    }

    private static void failIfNeeded(Report report, Parameters parameters) throws MojoFailureException {
        long failing = report.findings().stream()
                .filter(finding -> parameters.fails(finding.severity()))
                .count();
        if (failing > 0) {
            throw new MojoFailureException("Dockerfiles have " + failing
                    + (failing == 1 ? " finding that fails" : " findings that fail") + " the build (failOn is "
                    + parameters.failOn().map(Severity::id).orElse("never") + ").");
        }
    }
}
