package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What GitHub, GitLab and Jenkins find in the files that are made for them. */
class ReportsForServicesTest {

    private Report report;

    @BeforeEach
    void run(@TempDir Path directory) {
        report = SampleReport.of(directory, Locale.ENGLISH);
    }

    private JsonObject sarif(Report report) throws Exception {
        return JsonParser.parseString(write(Format.SARIF, report))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    private JsonObject sarifResult(String rule, int number) throws Exception {
        List<JsonObject> results = new ArrayList<>();
        for (JsonElement result : sarif(report).getAsJsonArray("results")) {
            if (result.getAsJsonObject().get("ruleId").getAsString().equals(rule)) {
                results.add(result.getAsJsonObject());
            }
        }
        return results.get(number);
    }

    @Test
    void aSarifRuleHasItsPage() throws Exception {
        JsonArray rules =
                sarif(report).getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        JsonObject result = sarifResult("timezoneName", 0);
        JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
        assertThat(rule.get("id").getAsString()).isEqualTo("timezoneName");
        assertThat(rule.get("helpUri").getAsString()).endsWith("/rules/timezoneName.html");
        assertThat(rule.getAsJsonObject("help").get("markdown").getAsString())
                .startsWith("# timezoneName\n")
                .doesNotContain(".md)");
        assertThat(rule.getAsJsonObject("help").get("text").getAsString()).startsWith("timezoneName\n");
    }

    @Test
    void aSarifRegionCountsCodePoints() throws Exception {
        // the waving hand before it is two UTF-16 units
        JsonObject region = sarifResult("noMaintainer", 0)
                .getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("region");
        assertThat(region.get("startLine").getAsInt()).isEqualTo(6);
        assertThat(region.get("startColumn").getAsInt()).isEqualTo(16);
        assertThat(sarif(report).get("columnKind").getAsString()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void aSarifFileNameIsAUri() throws Exception {
        assertThat(sarifResult("noMaintainer", 2)
                        .getAsJsonArray("locations")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("physicalLocation")
                        .getAsJsonObject("artifactLocation")
                        .get("uri")
                        .getAsString())
                .isEqualTo("services/web/Dockerfile.%3Cscript%3Ealert%281%29%3Cscript%3E");
        assertThat(UriPath.encode("a:b/你 好%")).isEqualTo("a%3Ab/%E4%BD%A0%20%E5%A5%BD%25");
    }

    @Test
    void aSarifResultHasItsFix() throws Exception {
        JsonObject change = sarifResult("noMaintainer", 2)
                .getAsJsonArray("fixes")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("artifactChanges")
                .get(0)
                .getAsJsonObject();
        JsonObject replacement = change.getAsJsonArray("replacements").get(0).getAsJsonObject();
        assertThat(replacement.getAsJsonObject("insertedContent").get("text").getAsString())
                .isEqualTo("LABEL maintainer=");
        assertThat(replacement.getAsJsonObject("deletedRegion").get("endColumn").getAsInt())
                .isEqualTo(11);
    }

    @Test
    void aSuppressedFindingIsASuppressedResult() throws Exception {
        JsonObject suppression = sarifResult("supportedRelease", 0)
                .getAsJsonArray("suppressions")
                .get(0)
                .getAsJsonObject();
        assertThat(suppression.get("kind").getAsString()).isEqualTo("inSource");
        assertThat(suppression.get("justification").getAsString()).isEqualTo("the customer has extended support");
        assertThat(sarifResult("apkCache", 0).getAsJsonArray("suppressions")).isEmpty();
    }

    @Test
    void fingerprintsSurviveMovedLinesAndAnotherLayout() {
        assertThat(fingerprints("# more\n\nRUN «apk   add \\\n  curl»"))
                .isEqualTo(fingerprints("RUN «apk add curl»"))
                .isNotEqualTo(fingerprints("RUN «apk add git»"));
    }

    @Test
    void equalFindingsHaveDifferentFingerprints() throws Exception {
        Set<String> fingerprints = new HashSet<>();
        JsonArray issues =
                JsonParser.parseString(write(Format.CODECLIMATE, report)).getAsJsonArray();
        issues.forEach(issue ->
                fingerprints.add(issue.getAsJsonObject().get("fingerprint").getAsString()));
        assertThat(fingerprints).hasSize(report.findings().size()).hasSizeGreaterThan(4);
    }

    @Test
    void codeClimateHasWhatGitlabReads() throws Exception {
        JsonObject issue = JsonParser.parseString(write(Format.CODECLIMATE, report))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(issue.get("check_name").getAsString()).isEqualTo("apkCache");
        assertThat(issue.get("severity").getAsString()).isEqualTo("info");
        assertThat(issue.get("description").getAsString())
                .contains("leaves its index")
                .contains("(help: ");
        JsonObject location = issue.getAsJsonObject("location");
        assertThat(location.get("path").getAsString()).isEqualTo("services/web/Dockerfile");
        assertThat(location.getAsJsonObject("lines").get("begin").getAsInt()).isEqualTo(3);
    }

    @Test
    void junitHasASuiteForEachDockerfileAndACaseForEachRule() throws Exception {
        NodeList suites = xml(Format.JUNIT).getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        Element suite = (Element) suites.item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("services/web/Dockerfile");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(report.rules().size());
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(((Element) cases.item(0)).getAttribute("classname"))
                .isEqualTo("alpine-check.services.web.Dockerfile");
    }

    @Test
    void aJunitCaseFailsWhenItFailsTheBuildAndTellsTheRestOtherwise() throws Exception {
        Document junit = xml(Format.JUNIT);
        Element failed = testCase(junit, "timezoneName");
        assertThat(failed.getElementsByTagName("failure").item(0).getTextContent())
                .startsWith("services/web/Dockerfile:5:5: error: ")
                .contains("Asia/Beijing");
        Element passed = testCase(junit, "noMaintainer");
        assertThat(passed.getElementsByTagName("failure").getLength()).isZero();
        assertThat(passed.getElementsByTagName("system-out")
                        .item(0)
                        .getTextContent()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.contains(": info: MAINTAINER is old"));
        assertThat(testCase(junit, "supportedRelease")
                        .getElementsByTagName("system-out")
                        .item(0)
                        .getTextContent())
                .startsWith("suppressed (the customer has extended support) services/web/Dockerfile:2:6: warning: ");
    }

    @Test
    void checkstyleNamesRulePlaceAndSeverity() throws Exception {
        Element file =
                (Element) xml(Format.CHECKSTYLE).getElementsByTagName("file").item(0);
        assertThat(file.getAttribute("name")).isEqualTo("services/web/Dockerfile");
        Element error = (Element) file.getElementsByTagName("error").item(0);
        assertThat(List.of("line", "column", "severity", "source"))
                .extracting(error::getAttribute)
                .containsExactly("3", "5", "info", "alpine-check.apkCache");
    }

    /** The first case of a rule. */
    private static Element testCase(Document junit, String rule) {
        NodeList cases = junit.getElementsByTagName("testcase");
        int at = 0;
        while (!((Element) cases.item(at)).getAttribute("name").equals(rule)) {
            at++;
        }
        return (Element) cases.item(at);
    }

    /** Parsing it shows that it is well-formed, whatever the Dockerfiles have. */
    private Document xml(Format format) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(write(format, report))));
    }

    private static String write(Format format, Report report) throws Exception {
        StringWriter out = new StringWriter();
        format.write(report, SampleReport.header(Locale.ENGLISH), out);
        return out.toString();
    }

    private static List<String> fingerprints(String marked) {
        Span span = new Span(marked.indexOf('«'), marked.indexOf('»') - 1);
        SourceText source = SourceText.of("Dockerfile", marked.replaceAll("[«»]", ""));
        Finding finding = new Finding(
                "someRule",
                Severity.WARNING,
                source,
                span,
                OptionalInt.empty(),
                Message.of("line " + source.position(span.start()).line()),
                Optional.empty());
        Fingerprints fingerprints = new Fingerprints("web/");
        return List.of(fingerprints.next(finding), fingerprints.next(finding));
    }
}
