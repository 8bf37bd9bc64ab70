package io.github.alpinecheck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rules.RulePage.Example;
import io.github.alpinecheck.rules.RulePage.Parameter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule has a page, and what the page says is so. ReadmeTest compares the README's table. */
class RulePagesTest {

    private final RuleCatalog catalog = PageEngine.catalog();
    private final List<RulePage> pages = RulePage.all();

    @TempDir
    Path directory;

    @Test
    void everyRuleHasAPageAndEveryPageARule() {
        assertThat(pages).extracting(RulePage::name).containsExactlyElementsOf(catalog.names());
    }

    @Test
    void theIndexHasEveryPage() {
        List<List<String>> rows = RulePage.lines(RulePage.DIRECTORY.resolve("index.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .map(RulePage::cells)
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(pages.stream()
                        .map(page -> List.of(page.name(), page.statement(), inIndex(page)))
                        .toList());
    }

    private String inIndex(RulePage page) {
        return rule(page).needsConfiguration() ? page.level() + ", off until configured" : page.level();
    }

    @TestFactory
    Stream<DynamicTest> itIsTitledByTheRule() {
        return perPage(page -> assertThat(page.title()).isEqualTo(page.name()));
    }

    @TestFactory
    Stream<DynamicTest> itSaysInOneSentenceWhatMustHold() {
        return perPage(page -> assertThat(page.statement()).matches("[A-Z`].*[^.]\\."));
    }

    @TestFactory
    Stream<DynamicTest> whichIsTheSummaryOfTheRule() {
        return perPage(page -> assertThat(new ConfiguredRule(rule(page), Optional.empty()).summary(Locale.ENGLISH))
                .contains(page.statement()));
    }

    @TestFactory
    Stream<DynamicTest> itGivesTheDefaultSeverity() {
        return perPage(page ->
                assertThat(page.level()).isEqualTo(rule(page).defaultLevel().id()));
    }

    @TestFactory
    Stream<DynamicTest> itListsTheParameters() {
        return perPage(page -> assertThat(page.parameters()).isEqualTo(parameters(rule(page))));
    }

    @TestFactory
    Stream<DynamicTest> itsConfigurationsCanBeRead() {
        return perPage(page -> assertThat(page.configurations())
                .isNotEmpty()
                .allSatisfy(xml -> assertThatCode(() -> new PageEngine(directory).rules(Optional.of(xml)))
                        .doesNotThrowAnyException()));
    }

    @TestFactory
    Stream<DynamicTest> itHasFailingAndPassingExamples() {
        return perPage(
                page -> assertThat(page.examples()).extracting(Example::fails).contains(true, false));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesGiveTheFindingsThatThePageSays() {
        return pages.stream()
                .flatMap(page -> page.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(page.name() + ".md:" + example.line(), () -> {
                            List<Finding> findings =
                                    new PageEngine(directory).findings(page.name(), example, Locale.ENGLISH);
                            assertThat(findings)
                                    .extracting(RulePagesTest::line)
                                    .containsExactlyElementsOf(example.findings());
                            assertThat(findings.isEmpty()).isNotEqualTo(example.fails());
                        })));
    }

    private Stream<DynamicTest> perPage(Consumer<RulePage> check) {
        return pages.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> check.accept(page)));
    }

    private Rule rule(RulePage page) {
        return catalog.rule(page.name()).orElseThrow();
    }

    private static String line(Finding finding) {
        String file = finding.source().name();
        return (file.equals("Dockerfile") ? "" : file + ", ") + "line "
                + finding.source().position(finding.span().start()).line() + ", "
                + finding.severity().id() + ": " + finding.message().text();
    }

    /** A rule's parameters are its plain instance fields. */
    private static Map<String, Parameter> parameters(Rule rule) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Field field : rule.getClass().getDeclaredFields()) {
            int excluded = Modifier.STATIC | Modifier.FINAL | Modifier.TRANSIENT;
            if ((field.getModifiers() & excluded) == 0 && !field.isSynthetic()) {
                try {
                    field.setAccessible(true);
                    parameters.put(field.getName(), new Parameter(type(field), byDefault(field.get(rule))));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return parameters;
    }

    private static String type(Field field) {
        if (Collection.class.isAssignableFrom(field.getType())) {
            return "list";
        }
        return switch (field.getType().getSimpleName()) {
            case "String" -> "text";
            case "boolean" -> "true or false";
            default -> throw new IllegalArgumentException("say how pages call the type of " + field);
        };
    }

    private static String byDefault(Object value) {
        boolean nothing = value.equals("") || value instanceof Collection<?> collection && collection.isEmpty();
        return nothing ? "none" : value.toString();
    }
}
