package io.github.alpinecheck.report.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.text.SourceText;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code describe} prints. */
class DescriptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final String JAVA = """
            FROM alpine:3.16
            RUN apk add --no-cache openjdk17-jre
            ENV TZ=Asia/Shanghai
            HEALTHCHECK CMD curl -f http://localhost/
            CMD ["java", "-jar", "app.jar"]
            """;

    @Test
    void textForPeople() {
        assertThat(text(JAVA, Locale.ENGLISH))
                .startsWith("Dockerfile", "", "  Stage 0: FROM alpine:3.16 (final image)")
                .contains(
                        "     2  RUN apk add --no-cache openjdk17-jre",
                        "          + openjdk17-jre",
                        "    Support            ended on 2024-05-23",
                        "    Java               Java 17",
                        "    Programs     java (line 5), curl, which HEALTHCHECK starts, is not there (line 4)",
                        "    Programs   UTC: no zone takes effect",
                        "    Java       Asia/Shanghai",
                        "    Set by     TZ=Asia/Shanghai (line 3)");
    }

    @Test
    void textInChinese() {
        assertThat(text(JAVA, Locale.SIMPLIFIED_CHINESE))
                .contains("  时区", "    支持期    已于 2024-05-23 结束", "    程序      UTC：没有时区生效");
    }

    @Test
    void unknownIsSaid() {
        assertThat(text("FROM registry.acme.com/base:1\n", Locale.ENGLISH))
                .contains(
                        "    System             unknown",
                        "    C library          unknown",
                        "    User               unknown",
                        "    Programs   unknown");
    }

    @Test
    void aTerminalHasNothingToObey() {
        assertThat(String.join("\n", text("FROM alpine:3.20\nENV A=\u001B[31m\n", Locale.ENGLISH)))
                .doesNotContain("\u001B")
                .contains("\uFFFD[31m");
    }

    @Test
    void jsonForPrograms() throws Exception {
        JsonObject image = json(JAVA).getAsJsonObject("image");
        assertThat(image.getAsJsonObject("base").get("endOfSupport").getAsString())
                .isEqualTo("2024-05-23");
        JsonObject zone = image.getAsJsonObject("timeZone");
        assertThat(zone.get("libc").getAsString()).isEmpty();
        assertThat(zone.get("java").getAsString()).isEqualTo("Asia/Shanghai");
        assertThat(image.getAsJsonObject("start").getAsJsonArray("commands").toString())
                .contains("{\"name\":\"curl\",\"by\":\"healthcheck\",\"there\":\"no\",\"line\":4}");
    }

    @Test
    void jsonSaysUnknown() throws Exception {
        JsonObject image = json("FROM registry.acme.com/base:1\nENV A=x$B\n").getAsJsonObject("image");
        assertThat(image.get("user").toString()).isEqualTo("{\"unknown\":true,\"text\":\"…\"}");
        assertThat(image.getAsJsonObject("environment")
                        .getAsJsonArray("variables")
                        .toString())
                .contains("{\"name\":\"A\",\"value\":{\"unknown\":true,\"text\":\"x…\"},\"line\":2}");
        assertThat(image.getAsJsonObject("base").get("alpine").getAsString()).isEqualTo("unknown");
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);
        for (String key : english.keySet()) {
            assertThat(arguments(chinese.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(Card.class.getPackageName() + ".messages", locale);
    }

    private static TreeSet<Integer> arguments(String text) {
        TreeSet<Integer> arguments = new TreeSet<>();
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            arguments.add(text.charAt(at + 1) - '0');
        }
        return arguments;
    }

    private static List<String> text(String dockerfile, Locale locale) {
        return new DescriptionText(locale).lines("Dockerfile", Optional.of(build(dockerfile)));
    }

    private static JsonObject json(String dockerfile) throws IOException {
        StringWriter out = new StringWriter();
        DescriptionJson json = new DescriptionJson(out);
        json.begin();
        json.write("Dockerfile", Optional.of(build(dockerfile)));
        json.end();
        return JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("dockerfiles")
                .get(0)
                .getAsJsonObject();
    }

    private static BuildDescription build(String dockerfile) {
        return BuildDescription.of(
                Interpreter.interpret(
                        Dockerfile.parse(SourceText.of("Dockerfile", dockerfile)),
                        BuildOptions.on(DAY),
                        BuildContext.UNKNOWN),
                DAY);
    }
}
