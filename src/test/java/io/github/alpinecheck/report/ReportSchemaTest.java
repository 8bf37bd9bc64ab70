package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of {@code report.json} that the plugin brings along. */
class ReportSchemaTest {

    private JsonSchema schema;
    private String report;

    @BeforeEach
    void read(@TempDir Path directory) throws Exception {
        try (InputStream in = Format.class.getResourceAsStream("report.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
        StringWriter out = new StringWriter();
        Format.JSON.write(
                SampleReport.of(directory, Locale.SIMPLIFIED_CHINESE), SampleReport.header(Locale.ENGLISH), out);
        report = out.toString();
    }

    @Test
    void theReportIsValid() {
        assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
        assertThat(report).contains("\"reason\": \"the customer", "\"safe\": true", "\"docs\": \"https");
    }

    @Test
    void aNameThatIsMissingOrNewIsNot() {
        assertThat(schema.validate(report.replaceFirst("\"rule\"", "\"rules\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(report.replace("\"reason\"", "\"why\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(report.replaceFirst("\"safe\": true", "\"safe\": 1"), InputFormat.JSON))
                .isNotEmpty();
    }
}
