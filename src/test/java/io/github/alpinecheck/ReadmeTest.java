package io.github.alpinecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.engine.DockerfileFinder;
import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.ProjectFiles;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.report.ConsoleReport;
import io.github.alpinecheck.report.Palette;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import java.io.IOException;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says is so, and it says the same in Chinese. */
class ReadmeTest {

    private static final Path EXAMPLE = Path.of("src/example");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    private final String readme = read("README.md");

    private final String chinese = read("README.zh-CN.md");

    @Test
    void theCommandForTheTestsIsTheOneOfTheContinuousIntegration() {
        String command = read(".ci/run")
                .lines()
                .filter(line -> line.startsWith("exec "))
                .findFirst()
                .orElseThrow()
                .substring("exec ".length());
        assertThat(readme).contains("## Tests\n\n```\n" + command + "\n```\n");
    }

    @Test
    void theVersionIsThePomsOwn() {
        String version = "<version>" + group("<version>([^<]+)</version>", read("pom.xml")) + "</version>";
        assertThat(readme).contains("<artifactId>alpine-check-maven-plugin</artifactId>\n  " + version);
        assertThat(read("src/example/pom.xml")).contains(version);
    }

    @Test
    void everyRuleIsInTheTableWithItsLevel() throws Exception {
        RuleCatalog catalog = catalog();
        List<String> rows = new ArrayList<>();
        for (String name : catalog.names()) {
            Rule rule = catalog.rule(name).orElseThrow();
            rows.add("| [`" + name + "`](src/site/markdown/rules/" + name + ".md) | "
                    + rule.defaultLevel().id() + (rule.needsConfiguration() ? ", off until configured" : "") + " |");
        }
        assertThat(readme.lines()
                        .filter(line -> line.startsWith("| [`"))
                        .map(line -> line.substring(0, line.indexOf(" |", line.indexOf(" |") + 1) + 2)))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void everyParameterIsInTheTable() {
        Set<String> parameters = new TreeSet<>(Set.of("rules"));
        for (String mojo : List.of("DockerfilesMojo", "VerifyMojo")) {
            Pattern.compile("property = \"alpine-check\\.(\\w+)\"")
                    .matcher(read("src/main/java/io/github/alpinecheck/maven/" + mojo + ".java"))
                    .results()
                    .forEach(match -> parameters.add(match.group(1)));
        }
        assertThat(readme.lines().filter(line -> line.startsWith("| `")).map(line -> group("`(\\w+)`", line)))
                .containsExactlyInAnyOrderElementsOf(parameters);
    }

    @Test
    void theFindingsAreThoseOfTheExample() throws Exception {
        String shown = group("(?s)## What it finds\n.*?```\n(.*?)```", readme);
        List<String> frames = exampleFrames();
        assertThat(shown.split("\n\n"))
                .allSatisfy(frame -> assertThat(frames)
                        .contains(frame.replaceFirst("^\\[(INFO|WARNING)] ", "").stripTrailing()));
    }

    @Test
    void eachLanguageNamesTheOtherBelowTheTitle() {
        assertThat(readme).startsWith("# Alpine Check Maven Plugin\n\n[简体中文](README.zh-CN.md)\n\n");
        assertThat(chinese).startsWith("# Alpine Check Maven Plugin\n\n[English](README.md)\n\n");
    }

    @Test
    void inChineseItHasTheSameSectionsAndParagraphs() {
        assertThat(starts(chinese)).containsExactlyElementsOf(starts(readme));
    }

    @Test
    void inChineseItHasTheSameCodeBlocks() {
        assertThat(all(CODE_BLOCK, chinese)).isNotEmpty().containsExactlyElementsOf(all(CODE_BLOCK, readme));
    }

    @Test
    void inChineseItHasTheSameRulesWithTheSameLevels() {
        Pattern row = Pattern.compile("(?m)^\\| \\[`\\w+`]\\([^)]*\\) \\| [^|]+ \\|");
        assertThat(all(row, chinese).stream().map(text -> text.replace("，配置后才启用", ", off until configured")))
                .isNotEmpty()
                .containsExactlyElementsOf(all(row, readme));
    }

    @Test
    void inChineseItHasTheSameParameters() {
        Pattern row = Pattern.compile("(?m)^\\| `\\w+` \\|");
        assertThat(all(row, chinese)).isNotEmpty().containsExactlyElementsOf(all(row, readme));
    }

    @Test
    void inChineseItHasTheSameLinks() {
        Pattern link = Pattern.compile("]\\([^)]+\\)");
        assertThat(all(link, prose(chinese))).isNotEmpty().containsExactlyElementsOf(all(link, prose(readme)));
    }

    /** The order may be another: it is that of the sentence. What a rule is about is said in words of each language. */
    @Test
    void inChineseItHasTheSameCodeInItsSentences() {
        Pattern code = Pattern.compile("`[^`\n]+`");
        assertThat(all(code, sentences(chinese)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(all(code, sentences(readme)));
    }

    /** What each line outside of code begins with: headings, rows, items of lists, sentences. */
    private static List<String> starts(String markdown) {
        return prose(markdown)
                .lines()
                .map(line -> line.replaceFirst("^(#+ |\\||- |).*$", "$1"))
                .toList();
    }

    private static String sentences(String markdown) {
        return prose(markdown).replaceAll("(?m)^\\| \\[`.*$", "");
    }

    /** Without code blocks, and without the link to the other language. */
    private static String prose(String markdown) {
        return CODE_BLOCK.matcher(markdown).replaceAll("").replaceFirst("(?m)^\\[[^]]+]\\(README[^)]*\\)$", "");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> exampleFrames() throws Exception {
        RuleCatalog catalog = catalog();
        Set<String> names = new TreeSet<>(Engine.ALWAYS_ON);
        names.addAll(RuleSetReader.defaults(catalog));
        DockerfileFinder finder = new DockerfileFinder(new ProjectFiles(EXAMPLE, EXAMPLE.resolve("target")));
        List<DockerfileInput> files = finder.find(List.of(), List.of(), List.of()).stream()
                .map(file -> new DockerfileInput(file, finder.name(file), EXAMPLE, Map.of(), Optional.empty()))
                .toList();
        Settings settings = new Settings(LocalDate.of(2026, 11, 23), Locale.ENGLISH, List.of());
        ConsoleReport console = new ConsoleReport(Palette.PLAIN, Locale.ENGLISH, "");
        return new Engine(RuleSetReader.read(catalog, names, List.of()), catalog.names(), settings)
                .run(files).findings().stream()
                        .map(console::frame)
                        .map(frame -> frame.replace(System.lineSeparator(), "\n"))
                        .toList();
    }

    private static RuleCatalog catalog() throws Exception {
        return RuleCatalog.load(ReadmeTest.class.getClassLoader());
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
