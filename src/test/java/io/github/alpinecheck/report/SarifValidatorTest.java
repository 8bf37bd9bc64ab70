package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report.sarif} before Microsoft's validator, which the profile {@code validators} gets from npm. */
@Tag("validators")
class SarifValidatorTest {

    /** Not the package's script, which takes the semicolon for the shell's. */
    private static final Path VALIDATOR =
            Path.of("target/validators/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void hasNothingToSay(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        new ReportFiles(directory, SampleReport.header(locale))
                .write(SampleReport.of(directory, locale), List.of(Format.SARIF));
        // npm leaves the programs of packages as they were packed
        assertThat(VALIDATOR.toFile().setExecutable(true)).isTrue();
        Path output = directory.resolve("validator.txt");
        Process validator = new ProcessBuilder(
                        VALIDATOR.toString(),
                        "validate",
                        directory.resolve("report.sarif").toString(),
                        "--rule-kind",
                        "Sarif;Ghas",
                        "--level",
                        "Error;Warning",
                        "--output",
                        directory.resolve("validation.sarif").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(validator.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output))
                .contains("Analysis completed successfully")
                .doesNotContain("error ", "warning ");
        assertThat(validator.exitValue()).isZero();
    }
}
