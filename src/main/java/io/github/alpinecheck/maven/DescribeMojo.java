package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.report.description.DescriptionJson;
import io.github.alpinecheck.report.description.DescriptionText;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.text.Nearest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Says what the image of each Dockerfile would be, without building it: base, packages, time zone, certificates, what
 * it starts, and what each instruction adds or takes away. What nobody can know is said to be unknown.
 */
@Mojo(name = "describe", threadSafe = true)
public final class DescribeMojo extends DockerfilesMojo {

    private static final List<String> FORMATS = List.of("text", "json");

    /** {@code text} for people, or {@code json}, which goes to standard output as it is: use it with {@code mvn -q}. */
    @Parameter(property = "format", defaultValue = "text")
    private String format = "text";

    /** Made by Maven. */
    @Inject
    public DescribeMojo(
            MavenProject project,
            MavenSession session,
            MojoExecution execution,
            ProjectDependenciesResolver dependencies) {
        super(project, session, execution, dependencies);
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (isSkipped()) {
            getLog().info("The description of Dockerfiles is skipped.");
            return;
        }
        PomConfiguration pom = new PomConfiguration(session, execution);
        try {
            checkFormat(pom);
            Parameters parameters = read(pom, "never", "none", null, null, null);
            Report report = new Engine(parameters.rules(), parameters.knownRules(), parameters.settings())
                    .describing(Integer.MAX_VALUE)
                    .run(parameters.dockerfiles());
            checkTarget(parameters, pom, report);
            if (report.dockerfiles().isEmpty()) {
                nothing(parameters);
            } else {
                describe(report, parameters.settings().locale());
            }
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(
                    "alpine-check is not configured properly:" + System.lineSeparator() + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The Dockerfiles cannot be described: " + e, e);
        }
    }

    private void checkFormat(PomConfiguration pom) throws ConfigurationException {
        if (!FORMATS.contains(format)) {
            throw new ConfigurationException(List.of(pom.problem(
                    "format",
                    "is \"" + format + "\" and must be one of " + String.join(", ", FORMATS) + "."
                            + Nearest.nearest(format, FORMATS)
                                    .map(nearest -> " Did you mean " + nearest + "?")
                                    .orElse(""))));
        }
    }

    /** In a build of several modules, those without a Dockerfile have nothing to say. */
    private void nothing(Parameters parameters) throws MojoExecutionException {
        List<String> includes = parameters.selection().includes();
        String text = "There is no Dockerfile to describe"
                + (includes.isEmpty() ? "." : " among " + String.join(", ", includes) + ".");
        if (session.getProjects().size() == 1) {
            throw new MojoExecutionException(text);
        }
        getLog().info(text);
    }

    private void describe(Report report, Locale locale) throws IOException {
        for (Finding finding : report.findings()) {
            getLog().warn(finding.source().name() + ": " + finding.message().text());
        }
        if (format.equals("json")) {
            StringWriter writer = new StringWriter();
            DescriptionJson json = new DescriptionJson(writer);
            json.begin();
            for (CheckedFile file : report.dockerfiles()) {
                json.write(file.source().name(), file.description());
            }
            json.end();
            StandardOutput.print(writer.append('\n').toString());
            return;
        }
        DescriptionText text = new DescriptionText(locale);
        for (CheckedFile file : report.dockerfiles()) {
            List<String> lines = new ArrayList<>(text.lines(file.source().name(), file.description()));
            lines.add("");
            getLog().info(String.join(System.lineSeparator(), lines));
        }
    }
}
