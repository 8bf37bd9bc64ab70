package io.github.alpinecheck.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            spec:
              initContainers: [{image: first}]
              containers: [{image: "app:1"}, {name: no image}]
              dnsConfig:
                options:
                  - name: ndots
                    value: "2"
                  - {name: rotate}
                  - {value: nameless}
            """;

    private static List<Pod> pods(String yaml) {
        return ManifestReader.read(SourceText.of("k8s/app.yaml", yaml))
                .orElseThrow()
                .pods();
    }

    /** The options with what stands at their places. */
    private static List<String> options(String yaml) {
        SourceText source = SourceText.of("k8s/app.yaml", yaml);
        return ManifestReader.read(source).orElseThrow().pods().stream()
                .flatMap(pod -> pod.resolverOptions().stream())
                .map(option -> option.name() + "=" + option.value().orElse("-") + " at "
                        + source.position(option.span().start()).line() + ": " + source.text(option.span()))
                .toList();
    }

    @Test
    void aPod() {
        assertThat(pods(POD))
                .singleElement()
                .satisfies(pod -> assertThat(pod.images()).containsExactly("first", "app:1"));
        assertThat(options(POD)).containsExactly("ndots=2 at 8: ndots", "rotate=- at 10: rotate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Deployment\nspec: {template: {spec: {containers: [{image: app}]}}}",
                "kind: CronJob\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{image: app}]}}}}}",
                "kind: List\nitems:\n- kind: Service\n- kind: Pod\n  spec: {containers: [{image: app}]}",
                "kind: Service\nspec: {ports: []}\n---\n# nothing\n---\nkind: Pod\nspec: {containers: [{image: app}]}",
                "{\"kind\": \"Pod\", \"spec\": {\"containers\": [{\"image\": \"app\"}]}}",
                "image: &name app\nspec: {containers: [{image: *name}]}",
            })
    void whereverAPodIs(String yaml) {
        assertThat(pods(yaml))
                .singleElement()
                .satisfies(pod -> assertThat(pod.images()).containsExactly("app"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "text",
                "- a\n- b",
                "spec: 1",
                "spec: {containers: 1}",
                "kind: ConfigMap\ndata: {spec: x}"
            })
    void whatHasNoPod(String yaml) {
        assertThat(pods(yaml)).allSatisfy(pod -> assertThat(pod.images()).isEmpty());
    }

    @Test
    void placesAreRightBehindWhatYamlCountsInItsOwnWay() {
        String before = "text: \"😀 é\"\r\nmore: x\r\n";
        assertThat(options(before + "spec: {containers: [], dnsConfig: {options: [{name: \"use-vc\"}]}}"))
                .containsExactly("use-vc=- at 3: \"use-vc\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ if .Values.enabled }}\nspec: {}\n{{ end }}",
                "image: @image@",
                "a: b: c",
                "\tspec: {}",
                "spec: {containers: [",
                "a: *unknown"
            })
    void whatIsNoYamlIsLeftAlone(String text) {
        assertThat(ManifestReader.read(SourceText.of("k8s/app.yaml", text))).isEmpty();
    }

    @Test
    void hostileFilesComeToAnEnd() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(ManifestReader.read(SourceText.of("k8s/app.yaml", laughs + "spec: {containers: *a59}")))
                .isEmpty();
        assertThat(pods("spec: &spec\n  containers: [*spec, *spec]\n  spec: *spec\n"))
                .hasSize(1);
        for (String nested : List.of("[".repeat(200_000), "{a: ".repeat(100_000), "- ".repeat(100_000))) {
            assertThat(ManifestReader.read(SourceText.of("k8s/app.yaml", nested)))
                    .isEmpty();
        }
    }
}
