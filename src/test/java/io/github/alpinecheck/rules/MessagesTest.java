package io.github.alpinecheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleCatalog;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the rules: those that they name, and none that nobody says. RuleMessagesTest compares the languages. */
class MessagesTest {

    private static final String HELP = ".help";
    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?([a-z])");
    private static final Pattern PROGRAMMERS_WORD =
            Pattern.compile("\\bnull\\b|Optional|Exception|PartialString|alpinecheck\\.|@[0-9a-f]{5,}|\uFFFF");

    /** Texts about files that cannot stand on a page, such as a directory. */
    private static final Map<String, Set<String>> NOT_ON_A_PAGE = Map.of(
            "dockerfileSyntax",
            Set.of(
                    "directory",
                    "failed",
                    "special",
                    "missing",
                    "denied",
                    "unreadable",
                    "tooLarge",
                    "binary",
                    "ruleFailed",
                    "lineTooLong",
                    "tooManyProblems"),
            "muslDependencies",
            Set.of("unreadable"));

    private static final RuleCatalog CATALOG = PageEngine.catalog();

    @TempDir
    Path directory;

    /** The rules by package, for each package has a bundle. */
    static Stream<Named<List<Rule>>> bundles() {
        return CATALOG.names().stream()
                .map(name -> CATALOG.rule(name).orElseThrow())
                .collect(Collectors.groupingBy(
                        rule -> rule.getClass().getPackageName(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(bundle -> Named.of(bundle.getKey(), bundle.getValue()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextBelongsToARuleAndEveryHelpToAText(List<Rule> rules) {
        Map<String, String> texts = texts(rules);
        assertThat(texts.keySet()).allSatisfy(key -> {
            assertThat(rules).extracting(Rule::name).contains(key.substring(0, key.indexOf('.')));
            assertThat(texts).containsKey(key.endsWith(HELP) ? key.substring(0, key.length() - HELP.length()) : key);
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextThatTheCodeNamesIsThere(List<Rule> rules) {
        Set<String> suffixes = texts(rules).keySet().stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        assertThat(suffixes).containsAll(MessageKeys.in(rules.get(0).getClass().getPackageName()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsSaidInAnExampleOfItsPage(List<Rule> rules) {
        for (Rule rule : rules) {
            List<String> said = said(rule.name(), Locale.ENGLISH);
            Map<String, String> texts = texts(rules);
            texts.keySet().removeIf(key -> !key.startsWith(rule.name() + ".") || isNotOnAPage(rule, key));
            assertThat(texts.entrySet())
                    .allSatisfy(text -> assertThat(said)
                            .as(text.getKey())
                            .anyMatch(pattern(text.getValue()).asPredicate()));
        }
    }

    @Test
    void noTextHasProgrammersWords() {
        assertThat(Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                        .flatMap(locale -> CATALOG.names().stream().flatMap(rule -> said(rule, locale).stream())))
                .isNotEmpty()
                .noneMatch(PROGRAMMERS_WORD.asPredicate())
                .noneMatch(ARGUMENT.asPredicate());
    }

    private static boolean isNotOnAPage(Rule rule, String key) {
        String name = key.substring(key.indexOf('.') + 1).replace(HELP, "");
        return name.equals("summary")
                || NOT_ON_A_PAGE.getOrDefault(rule.name(), Set.of()).contains(name);
    }

    /** The texts, help lines and other places of all findings in the examples of a page. */
    private List<String> said(String rule, Locale locale) {
        PageEngine engine = new PageEngine(directory);
        return RulePage.all().stream()
                .filter(page -> page.name().equals(rule))
                .flatMap(page -> page.examples().stream())
                .flatMap(example -> engine.findings(rule, example, locale).stream())
                .flatMap(MessagesTest::texts)
                .toList();
    }

    private static Stream<String> texts(Finding finding) {
        Message message = finding.message();
        return Stream.of(
                        Stream.of(message.text()),
                        message.help().stream(),
                        finding.related().stream().map(Related::text))
                .flatMap(texts -> texts);
    }

    private static Map<String, String> texts(List<Rule> rules) {
        Properties properties = new Properties();
        try (var stream = rules.get(0).getClass().getResourceAsStream("messages.properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** What a format gives, whatever its arguments. */
    private static Pattern pattern(String format) {
        return Pattern.compile(Stream.of(ARGUMENT.split(format, -1))
                .map(part -> Pattern.quote(part.replace("%%", "%")))
                .collect(Collectors.joining(".*")));
    }
}
