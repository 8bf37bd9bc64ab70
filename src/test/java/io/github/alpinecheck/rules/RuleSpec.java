package io.github.alpinecheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.text.SourceText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a rule catches and what it leaves alone, as tests. A finding is written as
 * {@code LINE: «the text it points at» severity: message}; a line end in the text is shown as {@code ⏎}. All Dockerfiles
 * are judged as of 2026-11-23.
 */
public final class RuleSpec {

    /** The day on which the facts were collected. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private final ConfiguredRule rule;
    private final BuildContext context;
    private final Project project;

    private RuleSpec(ConfiguredRule rule, BuildContext context, Project project) {
        this.rule = rule;
        this.context = context;
        this.project = project;
    }

    /** A rule with parameters as a pom gives them; without any it has its defaults. */
    public static RuleSpec of(String rule, ConfigurationElement... parameters) {
        ConfigurationElement element = new ConfigurationElement(rule, "", List.of(parameters), "");
        try {
            RuleCatalog catalog = RuleCatalog.load(RuleSpec.class.getClassLoader());
            List<ConfiguredRule> rules = RuleSetReader.read(catalog, List.of(), List.of(element));
            return new RuleSpec(rules.get(0), BuildContext.UNKNOWN, Project.UNKNOWN);
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /** A parameter with one value. */
    public static ConfigurationElement parameter(String name, String value) {
        return new ConfigurationElement(name, value, List.of(), "");
    }

    /** A parameter that is a list. */
    public static ConfigurationElement parameters(String name, String... values) {
        List<ConfigurationElement> elements =
                Arrays.stream(values).map(v -> parameter("value", v)).toList();
        return new ConfigurationElement(name, "", elements, "");
    }

    /** The same rule over a build context. */
    public RuleSpec in(BuildContext files) {
        return new RuleSpec(rule, files, project);
    }

    /** The same rule over a project. */
    public RuleSpec with(Project known) {
        return new RuleSpec(rule, context, known);
    }

    /** The rule has these findings and no others. */
    public DynamicTest catches(String title, String dockerfile, String... findings) {
        return DynamicTest.dynamicTest(
                title,
                () -> assertThat(findings(dockerfile).stream()
                                .map(RuleSpec::show)
                                .toList())
                        .containsExactly(findings));
    }

    /** The rule says nothing. */
    public DynamicTest leaves(String title, String dockerfile) {
        return DynamicTest.dynamicTest(
                title,
                () -> assertThat(findings(dockerfile).stream().map(RuleSpec::show))
                        .isEmpty());
    }

    /** The rule's findings have these help lines. */
    public DynamicTest helps(String title, String dockerfile, String... help) {
        return DynamicTest.dynamicTest(
                title,
                () -> assertThat(findings(dockerfile).stream()
                                .map(f -> f.message().help().orElse(""))
                                .toList())
                        .containsExactly(help));
    }

    /** The findings, each once, by their places: as the engine has them. */
    public List<Finding> findings(String dockerfile) {
        SourceText source = SourceText.of("Dockerfile", dockerfile);
        Build build = Interpreter.interpret(Dockerfile.parse(source), BuildOptions.on(AS_OF), context);
        return rule.check(build, project, AS_OF, Locale.ENGLISH).stream()
                .distinct()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
    }

    /** A finding as the tests write it. */
    public static String show(Finding finding) {
        SourceText source = finding.source();
        return source.position(finding.span().start()).line() + ": «"
                + source.text(finding.span()).replace("\n", "⏎") + "» "
                + finding.severity().id() + ": " + finding.message().text();
    }
}
