package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** All of BuildKit's own cases, when they lie beside the project. */
@EnabledIf("present")
class BuildKitConformanceTest {

    private static final Path CASES = Path.of("..", "shared", "conformance", "buildkit");

    static boolean present() {
        return Files.isDirectory(CASES);
    }

    @TestFactory
    Stream<DynamicTest> readsWhatBuildKitReads() throws IOException {
        return directories("parser")
                .map(directory -> DynamicTest.dynamicTest(directory.toString(), () -> {
                    String expected = Files.readString(directory.resolve("result"));
                    assertThat(SExpressions.print(parse(directory))).isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatBuildKitRefuses() throws IOException {
        return directories("parser-negative")
                .map(directory -> DynamicTest.dynamicTest(
                        directory.toString(),
                        () -> assertThat(parse(directory).problems()).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> expandsWords() throws IOException {
        Variables variables = variables(Map.of("PWD", "/home", "SHELL", "bash", "KOREAN", "한국어", "NULL", ""));
        WordExpander expander = new WordExpander('\\');
        return Files.readAllLines(CASES.resolve("envVarTest")).stream()
                .filter(line -> line.startsWith("A") || line.startsWith("U"))
                .map(line -> line.split("\\|", -1))
                .map(columns -> DynamicTest.dynamicTest(columns[1].strip(), () -> {
                    String word = columns[1].strip();
                    String expected = columns[2].strip();
                    if (expected.equals("error")) {
                        assertThatThrownBy(() -> expander.expand(word, variables))
                                .isInstanceOf(ExpansionException.class);
                    } else {
                        assertThat(expander.expand(word, variables)).isEqualTo(PartialString.of(expected));
                    }
                }));
    }

    @TestFactory
    List<DynamicTest> splitsWords() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(CASES.resolve("wordsTest"))) {
            if (line.startsWith("ENV ")) {
                int equals = line.indexOf('=');
                values.put(line.substring(4, equals), line.substring(equals + 1));
            } else if (!line.startsWith("#")) {
                int bar = line.indexOf('|');
                Variables variables = variables(Map.copyOf(values));
                tests.add(DynamicTest.dynamicTest(line, () -> {
                    String words = line.substring(0, bar).strip();
                    String expected = line.substring(bar + 1).replaceFirst("^ +", "");
                    assertThat(splitOrError(words, variables)).isEqualTo(expected);
                }));
            }
        }
        return tests;
    }

    private static String splitOrError(String words, Variables variables) {
        try {
            return String.join(
                    ",",
                    new WordExpander('\\')
                            .expandWords(words, variables).stream()
                                    .map(PartialString::pattern)
                                    .toList());
        } catch (ExpansionException e) {
            return "error";
        }
    }

    private static Variables variables(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name)).map(PartialString::of);
    }

    private static Dockerfile parse(Path directory) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve("Dockerfile"));
        return Dockerfile.parse(SourceText.decode("Dockerfile", bytes));
    }

    private static Stream<Path> directories(String folder) throws IOException {
        try (Stream<Path> found = Files.list(CASES.resolve(folder))) {
            return found.sorted().toList().stream();
        }
    }
}
