package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every format that there is. */
class AllFormatsTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void asBefore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameInputGivesTheSameBytesEverywhere(Format format) throws Exception {
        byte[] german = write(format, "one", Locale.GERMANY, "America/New_York", Locale.ENGLISH);
        // digits of their own, and a calendar
        byte[] persian = write(
                format, "two", Locale.forLanguageTag("fa-IR-u-nu-arabext-ca-persian"), "Asia/Tehran", Locale.ENGLISH);
        assertThat(persian).isEqualTo(german);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noFileHasAnAbsolutePath(Format format) throws Exception {
        assertThat(new String(
                        write(format, "project", locale, "UTC", Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8))
                .doesNotContain(
                        directory.toString(), directory.toRealPath().toString(), System.getProperty("user.dir"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatADockerfileHasIsNeverMarkup(Format format) throws Exception {
        String text = new String(write(format, "project", locale, "UTC", Locale.ENGLISH), StandardCharsets.UTF_8);
        boolean markup = format.fileName().endsWith("ml");
        assertThat(text).contains("alert(1)");
        assertThat(text.toLowerCase(Locale.ROOT).contains("<script>alert(1)")).isEqualTo(!markup);
        assertThat(text).doesNotContain("\u0001", "\u001B");
    }

    private byte[] write(Format format, String project, Locale machine, String timeZone, Locale language)
            throws Exception {
        Locale.setDefault(machine);
        TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
        Path base = Files.createDirectories(directory.resolve(project));
        new ReportFiles(base.resolve("out"), SampleReport.header(language))
                .write(SampleReport.of(base, language), List.of(format));
        return Files.readAllBytes(base.resolve("out").resolve(format.fileName()));
    }
}
