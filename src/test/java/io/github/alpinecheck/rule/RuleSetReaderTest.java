package io.github.alpinecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetReaderTest {

    @TempDir
    private Path jar;

    @Test
    void everyParameterTypeIsRead() throws Exception {
        Everything rule =
                (Everything) read(List.of(), element("everything", """
                        text: some text
                        flag: TRUE
                        number: 42
                        list: a, b,
                        set: a, b, a
                        mood: Good
                        day: 2026-11-23
                        grace: P90D
                        pattern: a+b
                        """)).get(0).rule();
        assertThat(rule.text).isEqualTo("some text");
        assertThat(rule.flag).isTrue();
        assertThat(rule.number).isEqualTo(42);
        assertThat(rule.list).containsExactly("a", "b");
        assertThat(rule.set).containsExactlyInAnyOrder("a", "b");
        assertThat(rule.mood).isEqualTo(Everything.Mood.GOOD);
        assertThat(rule.day).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(rule.grace).isEqualTo(Period.ofDays(90));
        assertThat(rule.pattern.matcher("aaab").matches()).isTrue();
    }

    @Test
    void listsAndMapsAreReadFromElements() throws Exception {
        ConfigurationElement list =
                new ConfigurationElement("list", "", List.of(leaf("url", "https://a"), leaf("url", "https://b")), "");
        ConfigurationElement map = new ConfigurationElement("map", "", List.of(leaf("one", "1"), leaf("two", "2")), "");
        Everything rule =
                (Everything) read(List.of(), new ConfigurationElement("everything", "", List.of(list, map), ""))
                        .get(0)
                        .rule();
        assertThat(rule.list).containsExactly("https://a", "https://b");
        assertThat(rule.map).containsExactly(entry("one", "1"), entry("two", "2"));
    }

    @Test
    void elementsChangeAndAddToTheInitialRules() throws Exception {
        assertThat(names(read(List.of("quiet")))).containsExactly("quiet");
        assertThat(names(read(List.of("quiet"), element("everything", "")))).containsExactly("everything", "quiet");
        assertThat(names(read(List.of("quiet"), element("quiet", "enabled: false"))))
                .isEmpty();
        assertThat(names(read(List.of("quiet"), element("quiet", ""), element("quiet", ""))))
                .as("configured twice")
                .containsExactly("quiet", "quiet");
        assertThat(read(List.of("quiet"), element("quiet", "level: Error"))
                        .get(0)
                        .level())
                .contains(Severity.ERROR);
    }

    @Test
    void aRuleThatNeedsConfigurationIsNoDefault() throws Exception {
        assertThat(RuleSetReader.defaults(catalog())).contains("quiet").doesNotContain("everything");
    }

    @Test
    void allProblemsAreToldAtOnce() throws Exception {
        assertThatThrownBy(() -> read(
                        List.of(),
                        element("everythin", ""),
                        element("everything", """
                                flagg: true
                                flag: maybe
                                number: many
                                mood: ugly
                                day: tomorrow
                                grace: long
                                pattern: (
                                level: fatal
                                enabled: perhaps
                                """),
                        leaf("quiet", "off"),
                        element("everything", "number: -1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "pom.xml:1: there is no rule <everythin>. Did you mean <everything>? Known: " + known()
                                + ". A rule of your own needs its jar in the plugin's own <dependencies>.",
                        "pom.xml:2: there is no parameter <flagg> of rule <everything>. Did you mean <flag>? Known:"
                                + " <day>, <enabled>, <flag>, <grace>, <level>, <list>, <map>, <mood>, <number>,"
                                + " <pattern>, <set>, <text>.",
                        "pom.xml:3: parameter <flag> of rule <everything> is \"maybe\" and must be true or false.",
                        "pom.xml:4: parameter <number> of rule <everything> is \"many\" and must be a whole number.",
                        "pom.xml:5: parameter <mood> of rule <everything> is \"ugly\" and must be one of good, bad.",
                        "pom.xml:6: parameter <day> of rule <everything> is \"tomorrow\" and must be a date such as"
                                + " 2026-11-23.",
                        "pom.xml:7: parameter <grace> of rule <everything> is \"long\" and must be a period such as"
                                + " P90D (90 days) or P6M (6 months).",
                        "pom.xml:8: parameter <pattern> of rule <everything> is \"(\" and must be a regular expression"
                                + " (Unclosed group).",
                        "pom.xml:9: parameter <level> of rule <everything> is \"fatal\" and must be one of error,"
                                + " warning, info.",
                        "pom.xml:10: parameter <enabled> of rule <everything> is \"perhaps\" and must be true or"
                                + " false.",
                        "rule <quiet> takes elements, not the text \"off\". Known: <enabled>, <level>.",
                        "pom.xml:1: rule <everything>: <number> must not be negative"));
    }

    @Test
    void aTextIsNoPlaceForElements() {
        ConfigurationElement text = new ConfigurationElement("text", "", List.of(leaf("b", "bold")), "");
        assertThatThrownBy(() -> read(List.of(), new ConfigurationElement("everything", "", List.of(text), "")))
                .hasMessage("parameter <text> of rule <everything> takes a text, not elements.");
    }

    @Test
    void aClassThatIsNoProperRuleIsNamed() throws Exception {
        assertThatThrownBy(() -> catalog(Nameless.class, StrangeType.class, Taken.class, Quiet.class, AlsoQuiet.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "Nameless has no @RuleName",
                        "StrangeType.when has a type that no parameter can have: java.util.Date",
                        "Taken.level has the name of a parameter that every rule has",
                        "two rules are named quiet");
    }

    private List<ConfiguredRule> read(List<String> initial, ConfigurationElement... elements) throws Exception {
        return RuleSetReader.read(catalog(), initial, List.of(elements));
    }

    private RuleCatalog catalog() throws ConfigurationException, IOException {
        return catalog(Everything.class, Quiet.class);
    }

    private RuleCatalog catalog(Class<?>... rules) throws ConfigurationException, IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.write(
                services.resolve(Rule.class.getName()),
                Arrays.stream(rules).map(Class::getName).toList());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, RuleSetReaderTest.class.getClassLoader())) {
            return RuleCatalog.load(loader);
        }
    }

    private String known() throws Exception {
        return catalog().names().stream().map(name -> "<" + name + ">").collect(Collectors.joining(", "));
    }

    private static List<String> names(List<ConfiguredRule> rules) {
        return rules.stream().map(ConfiguredRule::name).toList();
    }

    private static ConfigurationElement leaf(String name, String text) {
        return new ConfigurationElement(name, text, List.of(), "");
    }

    /** An element on line 1 with a child for each line {@code name: text}. */
    private static ConfigurationElement element(String name, String children) {
        List<String> lines = children.lines().toList();
        return new ConfigurationElement(
                name,
                "",
                Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                        .map(i -> {
                            String[] parts = lines.get(i).split(": ", 2);
                            return new ConfigurationElement(parts[0], parts[1], List.of(), "pom.xml:" + (i + 2));
                        })
                        .toList(),
                "pom.xml:1");
    }

    /** Has a parameter of each type. */
    @RuleName("everything")
    public static final class Everything extends Rule {
        enum Mood {
            GOOD,
            BAD
        }

        private String text = "";
        private boolean flag;
        private int number;
        private List<String> list = List.of();
        private Set<String> set = Set.of();
        private Map<String, String> map = Map.of();
        private Mood mood = Mood.BAD;
        private LocalDate day = LocalDate.EPOCH;
        private Period grace = Period.ZERO;
        private Pattern pattern = Pattern.compile("");

        @SuppressWarnings("UnusedVariable")
        private transient int noParameter;

        @Override
        protected void check(RuleContext context) {}

        @Override
        public boolean needsConfiguration() {
            return true;
        }

        @Override
        protected Optional<String> invalid() {
            return number < 0 ? Optional.of("<number> must not be negative") : Optional.empty();
        }
    }

    /** Finds nothing. */
    @RuleName("quiet")
    public static class Quiet extends Rule {
        @Override
        protected void check(RuleContext context) {}
    }

    /** Has somebody else's name. */
    @RuleName("quiet")
    public static final class AlsoQuiet extends Quiet {}

    /** Has no name. */
    public static final class Nameless extends Quiet {}

    /** Has a parameter that nobody can set. */
    @RuleName("strangeType")
    public static final class StrangeType extends Quiet {
        @SuppressWarnings({"unused", "JavaUtilDate"})
        private java.util.Date when = new java.util.Date(0);
    }

    /** Has a parameter that is every rule's. */
    @RuleName("taken")
    public static final class Taken extends Quiet {
        @SuppressWarnings("unused")
        private String level = "";
    }
}
