package io.github.alpinecheck.maven;

import io.github.alpinecheck.report.RuleList;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.text.Nearest;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the rules with their severities and parameters, or shows the page of one. */
@Mojo(name = "rules", requiresProject = false, aggregator = true, threadSafe = true)
public final class RulesMojo extends AbstractMojo {

    /** The rule to show. Default: the list of all. */
    @Parameter(property = "rule")
    private @Nullable String rule;

    /** The language: {@code en} or {@code zh-CN}. Default: that of the machine if it is one of them. */
    @Parameter(property = "alpine-check.locale")
    private @Nullable String locale;

    @Override
    public void execute() throws MojoExecutionException {
        RuleCatalog catalog;
        try {
            catalog = RuleCatalog.load(RulesMojo.class.getClassLoader());
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        RuleList list = new RuleList(catalog, new MavenPalette(), language());
        String text;
        if (rule == null || rule.isBlank()) {
            text = list.all();
        } else {
            Optional<String> page = list.page(rule.strip());
            if (page.isEmpty()) {
                throw new MojoExecutionException("There is no rule " + rule.strip() + "."
                        + Nearest.nearest(rule.strip(), catalog.names())
                                .map(nearest -> " Did you mean " + nearest + "?")
                                .orElse("")
                        + " Without -Drule, all are listed.");
            }
            text = page.get();
        }
        getLog().info(System.lineSeparator() + text.replace("\n", System.lineSeparator()));
    }

    private Locale language() throws MojoExecutionException {
        if (locale == null || locale.isBlank()) {
            return MessageLanguage.of(Locale.getDefault());
        }
        return MessageLanguage.named(locale.strip())
                .orElseThrow(() ->
                        new MojoExecutionException("The locale is \"" + locale + "\" and must be one of en, zh-CN."));
    }
}
