package io.github.alpinecheck.rules;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Checks the pages' examples as the goal would check them: all rules that are on by default, and what the XML says. */
final class PageEngine {

    /** The day that the pages speak of. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private final RuleCatalog catalog;
    private final Path directory;

    /** @param directory empty, to write the examples to */
    PageEngine(Path directory) {
        this.catalog = catalog();
        this.directory = directory;
    }

    /** The rules that the plugin brings. */
    static RuleCatalog catalog() {
        try {
            return RuleCatalog.load(PageEngine.class.getClassLoader());
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one rule finds in an example. */
    List<Finding> findings(String rule, RulePage.Example example, Locale locale) {
        try {
            // what another example has left is no part of this context
            Path context = Files.createTempDirectory(directory, "context");
            NativeSamples.write(context, example.files().orElse(""));
            Path file = Files.writeString(context.resolve("Dockerfile"), example.dockerfile());
            Settings settings = new Settings(AS_OF, locale, List.of(), project(example));
            Engine engine = new Engine(rules(example.configuration()), catalog.names(), settings);
            DockerfileInput input = new DockerfileInput(file, "Dockerfile", context, Map.of(), Optional.empty());
            return engine.run(List.of(input)).findings().stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Project project(RulePage.Example example) {
        KnownProject project = KnownProject.EMPTY;
        if (example.pom().isPresent()) {
            project = pom(element(example.pom().get()), project);
        }
        return example.manifest().map(project::withManifest).orElse(project);
    }

    /** The release and the dependencies, wherever they stand in it. */
    private static KnownProject pom(ConfigurationElement element, KnownProject project) {
        KnownProject known = project;
        if (element.name().equals("maven.compiler.release")) {
            known = known.withRelease(Integer.parseInt(element.text()));
        } else if (element.name().equals("dependency")) {
            List<String> cells =
                    element.children().stream().map(ConfigurationElement::text).toList();
            // group, artifact, version, and a classifier where there is one
            known = known.withJar(cells.get(0), cells.get(1), cells.get(2), cells.size() > 3 ? cells.get(3) : "");
        }
        for (ConfigurationElement child : element.children()) {
            known = pom(child, known);
        }
        return known;
    }

    /** The rules that run with such a piece of a pom. */
    List<ConfiguredRule> rules(Optional<String> configuration) {
        Set<String> initial = new TreeSet<>(RuleSetReader.defaults(catalog));
        initial.addAll(Engine.ALWAYS_ON);
        List<ConfigurationElement> elements =
                configuration.map(xml -> element(xml).children()).orElse(List.of());
        try {
            return RuleSetReader.read(catalog, initial, elements);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ConfigurationElement element(String xml) {
        try {
            return element(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static ConfigurationElement element(Element element) {
        List<ConfigurationElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(element(child));
            }
        }
        String text = children.isEmpty() ? element.getTextContent().strip() : "";
        return new ConfigurationElement(element.getTagName(), text, children, "");
    }
}
