package io.github.alpinecheck.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser: on a phone and on a screen, in light and dark. {@code mvn -Pbrowser test} runs it. */
@Tag("browser")
class BrowserTest {

    private static final String LONG = "https://mirrors.example.com/" + "averylongpathwithoutanyblank".repeat(12);

    @TempDir
    private static Path directory;

    private static Chromium chromium;
    private static Path page;

    @BeforeAll
    static void open() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("docker/" + HtmlPages.ATTACK + "/Dockerfile", HtmlPages.ATTACKING);
        files.put(
                "src/main/docker/Dockerfile.jvm",
                Files.readString(Path.of("src/example/src/main/docker/Dockerfile.jvm")));
        files.put("Dockerfile", Files.readString(Path.of("src/example/Dockerfile")));
        files.put("a/very/long/path/" + "directory/".repeat(20) + "Dockerfile", """
                # 中文注释：阿里云镜像
                FROM alpine:3.18
                RUN echo '%1$s' >> /etc/apk/repositories && apk update && curl -f %1$s | tar xz
                ENV PATH=/opt/%2$s/bin:$PATH
                """.formatted(LONG, "x".repeat(300)));
        String html = HtmlPages.page(Files.createDirectory(directory.resolve("d")), files, Locale.ENGLISH);
        page = Files.writeString(directory.resolve("report.html"), html);
        chromium = Chromium.start(Files.createDirectory(directory.resolve("profile")));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark"})
    void thePageIsSound(int width, String scheme) throws Exception {
        chromium.open(page, width, scheme);
        chromium.screenshot(Path.of("target/browser/" + width + "-" + scheme + ".png"));
        assertThat(chromium.console()).isEmpty();
        assertThat(chromium.requests()).containsExactly(page.toUri().toString());
        assertThat(chromium.evaluate("document.documentElement.scrollWidth").getAsInt())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.evaluate("document.scripts.length + document.images.length")
                        .getAsInt())
                .isZero();
        assertThat(chromium.evaluate("typeof window.attacked").getAsString()).isEqualTo("undefined");
        assertThat(strings(chromium.evaluate(FAINT))).isEmpty();
        assertThat(reached())
                .containsAll(
                        strings(chromium.evaluate("Array.from(document.querySelectorAll('.finding'), f => f.id)")));
    }

    /** The findings that the tabulator comes by, from the top of the page to its end. */
    private static Set<String> reached() {
        Set<String> reached = new LinkedHashSet<>();
        int stops = chromium.evaluate("document.querySelectorAll('a, summary').length")
                .getAsInt();
        for (int i = 0; i < stops; i++) {
            chromium.tab();
            reached.add(chromium.evaluate("""
                    (() => {
                      const at = document.activeElement;
                      const seen = getComputedStyle(at).outlineStyle !== 'none';
                      return at.tagName === 'SUMMARY' && seen ? at.parentElement.id : '';
                    })()""").getAsString());
        }
        return reached;
    }

    private static List<String> strings(JsonElement array) {
        List<String> strings = new ArrayList<>();
        for (JsonElement each : (JsonArray) array) {
            strings.add(each.getAsString());
        }
        return strings;
    }

    /** Texts with a contrast below 4.5 (WCAG 2.2, 1.4.3), each with its contrast. */
    private static final String FAINT = """
            (() => {
              const channel = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
              const numbers = color => color.match(/[0-9.]+/g).map(Number);
              const light = color => {
                const [r, g, b] = numbers(color).map(c => channel(c / 255));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const ground = element => {
                const color = getComputedStyle(element).backgroundColor;
                const opaque = numbers(color).length < 4 || numbers(color)[3] === 1;
                return opaque || !element.parentElement ? color : ground(element.parentElement);
              };
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                if (texts.currentNode.data.trim() && !element.closest('style')) {
                  const style = getComputedStyle(element);
                  const ink = element.closest('svg') ? style.fill : style.color;
                  const [a, b] = [light(ink), light(ground(element))].sort((x, y) => y - x);
                  const contrast = (a + 0.05) / (b + 0.05);
                  if (contrast < 4.5) {
                    faint.push(contrast.toFixed(2) + ' ' + texts.currentNode.data.trim().slice(0, 40));
                  }
                }
              }
              return faint;
            })()""";
}
