package io.github.alpinecheck.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Fix;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import io.github.alpinecheck.text.TextEdit;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String OLD = """
            FROM alpine:3.16
            RUN apk update
            HEALTHCHECK CMD curl -f http://localhost/
            """;

    @TempDir
    private Path directory;

    @Test
    void theVerdictComesFirst() throws Exception {
        String page = page("Dockerfile", OLD);
        assertThat(page)
                .contains("<title>1 error, 1 warning, 1 note – Alpine Check</title>")
                .contains("The build fails. 1 Dockerfile checked.");
    }

    @Test
    void nothingFoundIsSaid() throws Exception {
        assertThat(page("Dockerfile", "FROM alpine:3.24\n"))
                .contains("<title>Nothing found – Alpine Check</title>")
                .contains("The build passes.")
                .contains("Nothing found in this file.");
    }

    @Test
    void findingsStandBelowTheirLines() throws Exception {
        assertThat(page("Dockerfile", OLD))
                .containsSubsequence(
                        "<div class=\"line\" id=\"f1-L3\"><span class=\"no\">3</span><code>HEALTHCHECK CMD "
                                + "<mark class=\"error\">curl</mark> -f http://localhost/</code></div>",
                        "<details class=\"finding error\" id=\"f1-3\" open>",
                        "HEALTHCHECK starts curl, which is not in the finished image",
                        "<code class=\"rule\">availableCommands</code>",
                        "apk add --no-cache curl, or write wget -qO-",
                        "<a href=\"https://example.com/rules/availableCommands.html\">");
    }

    @Test
    void whatTheImageWillContain() throws Exception {
        assertThat(page("Dockerfile", OLD))
                .contains("<strong class=\"wanting\">ended on 2024-05-23</strong>")
                .contains("<li class=\"own ended\"><span class=\"release\">Alpine 3.16</span>")
                .contains("<h4>Time zone</h4>")
                .contains("<h4>Name resolution</h4>");
    }

    @Test
    void nothingFromADockerfileIsMarkup() throws Exception {
        String page = page("docker/" + HtmlPages.ATTACK + "/Dockerfile", HtmlPages.ATTACKING);
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .contains("&lt;script&gt;window.attacked = 1&lt;/script&gt;");
        Set<String> attributes = new TreeSet<>();
        Matcher tag = Pattern.compile("<[a-z][^>]*>").matcher(page);
        while (tag.find()) {
            Matcher attribute = Pattern.compile(" ([a-z-]+)(?:=\"[^\"]*\")?").matcher(tag.group());
            while (attribute.find()) {
                attributes.add(attribute.group(1));
            }
        }
        assertThat(attributes).noneMatch(name -> name.startsWith("on")).doesNotContain("style", "src");
    }

    @Test
    void whatIsUnseenIsShown() throws Exception {
        assertThat(page("Dockerfile", "FROM alpine:3.20\n# \u202Egnp.exe\u2066 \u0007 \u200B\n"))
                .contains("# ⟨U+202E⟩gnp.exe⟨U+2066⟩ ⟨U+0007⟩ ⟨U+200B⟩");
    }

    @Test
    void halfACharacterIsNone() throws Exception {
        StringWriter out = new StringWriter();
        HtmlWriter.escape("a\uD83D b\uDE00 \uD83D\uDE00 &<>\"'", out);
        assertThat(out.toString()).isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE00 &amp;&lt;&gt;&quot;&#39;");
    }

    @Test
    void thePolicyLetsInTheStyleAndNothingElse() throws Exception {
        String page = page("Dockerfile", OLD);
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page)
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-" + hash
                        + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
        assertThat(style).doesNotContain("url(").doesNotContain("@import");
    }

    @Test
    void elementsAreClosedAndIdsAreUnique() throws Exception {
        String page = page("a/" + HtmlPages.ATTACK, HtmlPages.ATTACKING);
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>").matcher(page);
        while (tag.find()) {
            if (tag.group(1).isEmpty() && !tag.group(2).equals("meta")) {
                open.push(tag.group(2));
            } else if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(m -> m.group(1)))
                .isSubsetOf(ids);
    }

    @Test
    void theSameInputGivesTheSamePage() throws Exception {
        Report report = HtmlPages.report(directory, Map.of("Dockerfile", HtmlPages.ATTACKING), Locale.ENGLISH);
        String page = HtmlPages.page(report, Locale.ENGLISH);
        assertThat(page).doesNotContain(directory.toString());
        Report again = HtmlPages.report(directory, Map.of("Dockerfile", HtmlPages.ATTACKING), Locale.ENGLISH);
        assertThat(HtmlPages.page(again, Locale.ENGLISH)).isEqualTo(page);
    }

    @Test
    void inChinese() throws Exception {
        assertThat(HtmlPages.page(directory, Map.of("Dockerfile", OLD), Locale.SIMPLIFIED_CHINESE))
                .contains("<html lang=\"zh-CN\">")
                .contains("构建失败。")
                .contains("镜像将包含什么")
                .contains("<h4>时区</h4>");
    }

    @Test
    void otherFilesShowTheSurroundingsOfTheirFindings() throws Exception {
        SourceText manifest = SourceText.of("k8s/app.yaml", "a\n".repeat(50) + "options: bad\n" + "b\n".repeat(50));
        Report report = new Report(
                List.of(), List.of(finding(manifest, new Span(100, 107), Optional.empty())), List.of(), List.of());
        assertThat(HtmlPages.page(report, Locale.ENGLISH))
                .contains("<p class=\"cut\">48 lines</p>", "id=\"f1-L49\"", "id=\"f1-L53\"")
                .doesNotContain("id=\"f1-L48\"", "id=\"f1-L54\"");
    }

    @Test
    void aFixIsADifference() throws Exception {
        SourceText source = SourceText.of("Dockerfile", "FROM alpine\nRUN apk update && true\n");
        Fix fix = new Fix(List.of(new TextEdit(new Span(16, 30), "")), true);
        Report report = new Report(
                List.of(new CheckedFile(source, List.of())),
                List.of(finding(source, new Span(16, 26), Optional.of(fix))),
                List.of(),
                List.of());
        assertThat(HtmlPages.page(report, Locale.ENGLISH))
                .contains("<pre><del>- RUN apk update &amp;&amp; true</del>\n<ins>+ RUN true</ins>\n</pre>");
    }

    @Test
    void aFileThatCouldNotBeReadHasItsFinding() throws Exception {
        SourceText nothing = SourceText.of("Dockerfile", "");
        Report report = new Report(
                List.of(new CheckedFile(nothing, List.of())),
                List.of(finding(SourceText.of("Dockerfile", ""), Span.at(0), Optional.empty())),
                List.of(),
                List.of());
        assertThat(HtmlPages.page(report, Locale.ENGLISH))
                .contains("id=\"f1-1\"", "something is wrong")
                .doesNotContain("class=\"line\"", "class=\"cut\"");
    }

    @Test
    void ofVeryManyFilesOnlyTheFindingsAreShown() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i <= HtmlReport.MOST_WHOLE; i++) {
            files.put("d" + i + "/Dockerfile", i == 7 ? OLD : "FROM alpine:3.24\nENV A=" + i + "\n");
        }
        String page = HtmlPages.page(directory, files, Locale.ENGLISH);
        assertThat(page)
                .contains("d100/<b>Dockerfile</b>", "There are more than 100 Dockerfiles", "class=\"finding error\"")
                .doesNotContain("class=\"cards\"", "ENV A=99");
        assertThat(page.length()).isLessThan(100_000);
    }

    @Test
    void ofVeryManyFindingsTheFirstAreShown() throws Exception {
        SourceText source = SourceText.of("Dockerfile", "RUN true\n".repeat(20_000));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            findings.add(finding(source, new Span(i * 9, i * 9 + 8), Optional.empty()));
        }
        Report report = new Report(List.of(new CheckedFile(source, List.of())), findings, List.of(), List.of());
        String page = HtmlPages.page(report, Locale.ENGLISH);
        assertThat(page)
                .contains("20000 warnings", "id=\"f1-500\"", "19500 more findings are in the other reports.")
                .doesNotContain("id=\"f1-501\"");
        assertThat(page.length()).isLessThan(400_000);
    }

    private String page(String name, String dockerfile) throws Exception {
        return HtmlPages.page(directory, Map.of(name, dockerfile), Locale.ENGLISH);
    }

    private static Finding finding(SourceText source, Span span, Optional<Fix> fix) {
        return new Finding(
                "someRule", Severity.WARNING, source, span, OptionalInt.empty(), Message.of("something is wrong"), fix);
    }
}
