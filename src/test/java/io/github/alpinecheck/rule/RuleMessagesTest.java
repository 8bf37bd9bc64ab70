package io.github.alpinecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.dockerfile.SyntaxProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are there in both languages. */
class RuleMessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FORMAT = Pattern.compile("%(?:(\\d+)\\$)?[a-z]");

    @TestFactory
    Stream<DynamicTest> everyTextIsThereInBothLanguages() throws Exception {
        return bundles()
                .map(english ->
                        DynamicTest.dynamicTest(RESOURCES.relativize(english).toString(), () -> {
                            Properties en = load(english);
                            Properties zh = load(english.resolveSibling("messages_zh_CN.properties"));
                            assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
                            for (String key : en.stringPropertyNames()) {
                                assertThat(arguments(zh.getProperty(key)))
                                        .as("arguments of %s", key)
                                        .isEqualTo(arguments(en.getProperty(key)));
                                assertThat(en.getProperty(key))
                                        .as(key)
                                        .isNotBlank()
                                        .doesNotContain("\n");
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfSyntaxProblemHasItsText() throws Exception {
        Rule syntax = RuleCatalog.load(RuleMessagesTest.class.getClassLoader())
                .rule("dockerfileSyntax")
                .orElseThrow();
        return Stream.of(SyntaxProblem.Kind.values())
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    String key = Pattern.compile("_(\\w)")
                            .matcher(kind.name().toLowerCase(Locale.ROOT))
                            .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
                    assertThat(RuleMessages.of(syntax, Locale.ROOT)
                                    .message(key, sample())
                                    .text())
                            .isNotBlank();
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "%s, %s",
                "%2$s before %1$s",
                "%1$s and %s and %s",
                "100%% of %s",
                "%d of %1$s",
                "%<s %s",
                "%10s",
                "%s%n",
                "%3$s is missing",
                "%s %s %s",
                "%",
                "%x$s",
                "%0$s"
            })
    void formatsAreThoseOfString(String format) {
        Object[] arguments = {7, "a%sb"};

        assertThat(outcome(() -> RuleMessages.format(Locale.ENGLISH, format, arguments)))
                .isEqualTo(outcome(() -> String.format(Locale.ENGLISH, format, arguments)));
    }

    private static String outcome(Supplier<String> formatted) {
        try {
            return formatted.get();
        } catch (IllegalArgumentException e) {
            return e.toString();
        }
    }

    private static Object[] sample() {
        return Collections.nCopies(9, 1).toArray();
    }

    private static Collection<Integer> arguments(String format) {
        List<Integer> arguments = new ArrayList<>();
        Matcher matcher = FORMAT.matcher(format.replace("%%", ""));
        while (matcher.find()) {
            arguments.add(matcher.group(1) == null ? arguments.size() + 1 : Integer.parseInt(matcher.group(1)));
        }
        return new TreeSet<>(arguments);
    }

    private static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties")).toList().stream();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
