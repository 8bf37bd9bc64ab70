package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.report.ConsoleReport;
import io.github.alpinecheck.report.Format;
import io.github.alpinecheck.report.ReportFiles;
import io.github.alpinecheck.report.ReportHeader;
import io.github.alpinecheck.report.WorkflowCommand;
import io.github.alpinecheck.report.html.HtmlReport;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
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
public final class VerifyMojo extends DockerfilesMojo {

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
     * Where reports are written. Default: {@code ${project.build.directory}/alpine-check}; if the pom has several
     * executions of the goal, a directory in it for each, named after its id.
     */
    @Parameter(property = "alpine-check.outputDirectory")
    private @Nullable File outputDirectory;

    /**
     * The formats of reports beside {@code report.json}, which is always written: {@code html}, {@code sarif},
     * {@code junit}, {@code checkstyle}, {@code codeclimate}. Default: {@code html}.
     */
    @Parameter(property = "alpine-check.formats")
    private @Nullable PlexusConfiguration formats;

    /** GitHub Actions sets it: findings become annotations of the files. */
    @Parameter(defaultValue = "${env.GITHUB_ACTIONS}", readonly = true)
    private boolean githubActions;

    /** Made by Maven. */
    @Inject
    public VerifyMojo(
            MavenProject project,
            MavenSession session,
            MojoExecution execution,
            ProjectDependenciesResolver dependencies) {
        super(project, session, execution, dependencies);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("The check of Dockerfiles is skipped.");
            return;
        }
        Parameters parameters;
        Report report;
        long start = System.nanoTime();
        try {
            PomConfiguration pom = new PomConfiguration(session, execution);
            parameters = read(pom, failOn, ruleset, rules, outputDirectory, formats);
            Engine engine = new Engine(parameters.rules(), parameters.knownRules(), parameters.settings());
            report = (parameters.formats().contains(Format.HTML) ? engine.describing(HtmlReport.MOST_WHOLE) : engine)
                    .run(parameters.dockerfiles());
            parameters.jars().save();
            checkTarget(parameters, pom, report);
            new ReportFiles(parameters.outputDirectory(), header(parameters)).write(report, parameters.formats());
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
        log(report, parameters, Duration.ofNanos(System.nanoTime() - start));
        failIfNeeded(report, parameters);
    }

    private ReportHeader header(Parameters parameters) {
        return new ReportHeader(
                tool(),
                new ProjectLocation(project, session).inRepository(),
                parameters.failOn(),
                parameters.settings().locale());
    }

    /** What fails the build is an error of the log, so that {@code -q} shows it and nothing else. */
    private void log(Report report, Parameters parameters, Duration time) {
        ProjectLocation location = new ProjectLocation(project, session);
        ConsoleReport console =
                new ConsoleReport(new MavenPalette(), parameters.settings().locale(), location.inReactor());
        String file = location.inProject(parameters.outputDirectory().resolve(Format.JSON.fileName()));
        for (ConsoleReport.Entry entry : console.entries(report.findings(), file)) {
            // one call for all lines: those of modules built at the same time do not come in between
            String text = entry.text() + System.lineSeparator();
            if (parameters.fails(entry.severity())) {
                getLog().error(text);
            } else if (entry.severity() == Severity.INFO) {
                getLog().info(text);
            } else {
                getLog().warn(text);
            }
        }
        console.summary(report, time).forEach(getLog()::info);
        if (githubActions) {
            annotate(report, location);
        }
    }

    /** Not through the log, for the commands have to start their lines. */
    private static void annotate(Report report, ProjectLocation location) {
        String directory = location.inRepository();
        StringBuilder commands = new StringBuilder();
        for (Finding finding : report.findings()) {
            commands.append(WorkflowCommand.of(finding, directory)).append('\n');
        }
        StandardOutput.print(commands);
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
