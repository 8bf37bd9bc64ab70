package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rules.RuleSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermittedSuppressionTest {

    @TempDir
    private Path directory;

    @Test
    void theFindingsOfAnUnsuppressableRuleStay() throws Exception {
        Report report = check(unsuppressable("apkCache"), """
                FROM alpine:3.22
                # alpine-check ignore=apkCache we like it
                RUN apk add curl
                """);
        assertThat(show(report))
                .containsExactly(
                        "permittedSuppression 2: «apkCache» error: apkCache may not be suppressed in this project, and is not",
                        "apkCache 3: «apk add curl» info: apk add without --no-cache leaves its index in this layer");
        assertThat(report.suppressed()).isEmpty();
    }

    @Test
    void anotherNameOfTheSameCommentHolds() throws Exception {
        Report report = check(unsuppressable("timezoneName", "tlsVerification"), """
                FROM alpine:3.22
                # alpine-check ignore=timezoneName,apkCache we like it
                RUN apk add curl
                """);
        assertThat(show(report))
                .containsExactly("permittedSuppression 2: «timezoneName» error: timezoneName may not be suppressed in"
                        + " this project, and is not");
        assertThat(report.suppressed()).hasSize(1);
    }

    @Test
    void aCommentAtTheTopIsNoWayRound() throws Exception {
        assertThat(show(check(unsuppressable("apkCache"), """
                # alpine-check ignore=apkCache,permittedSuppression,unusedSuppression we like it
                FROM alpine:3.22
                RUN apk add curl
                """)))
                .containsExactly(
                        "permittedSuppression 1: «apkCache» error: apkCache may not be suppressed in this project, and is not",
                        "permittedSuppression 1: «permittedSuppression» error: permittedSuppression may not be"
                                + " suppressed in this project, and is not",
                        "apkCache 3: «apk add curl» info: apk add without --no-cache leaves its index in this layer");
    }

    @Test
    void aReasonIsAskedForOncePerComment() throws Exception {
        Report report = check(requireReason(), """
                # alpine-check ignore=supportedRelease, pinnedBaseImage
                FROM alpine:3.12
                # alpine-check ignore=apkCache
                RUN apk add curl
                """);
        assertThat(show(report))
                .filteredOn(finding -> finding.startsWith("permitted"))
                .containsExactly(
                        "permittedSuppression 1: «supportedRelease» error: the comment does not say why it suppresses"
                                + " supportedRelease",
                        "permittedSuppression 3: «apkCache» error: the comment does not say why it suppresses apkCache");
        assertThat(report.suppressed()).as("they hold nevertheless").hasSize(2);
    }

    @Test
    void aReasonIsEnough() throws Exception {
        assertThat(show(check(requireReason(), """
                # alpine-check ignore=supportedRelease, apkCache 客户要求
                FROM alpine:3.12
                RUN apk add curl
                """))).isEmpty();
    }

    @Test
    void nothingToSayWithoutComments() throws Exception {
        assertThat(show(check(requireReason(), "FROM alpine:3.22\n# alpine-check is nice\nCMD sh\n")))
                .isEmpty();
    }

    @Test
    void oneOfItsParametersIsNeeded() {
        assertThatThrownBy(() -> check(policy(), "FROM alpine:3.22\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("neither <requireReason>true</requireReason> nor <unsuppressable> is given");
    }

    private static ConfigurationElement requireReason() {
        return policy(RuleSpec.parameter("requireReason", "true"));
    }

    private static ConfigurationElement unsuppressable(String... rules) {
        return policy(RuleSpec.parameters("unsuppressable", rules));
    }

    private static ConfigurationElement policy(ConfigurationElement... parameters) {
        return new ConfigurationElement(PermittedSuppression.NAME, "", List.of(parameters), "");
    }

    private Report check(ConfigurationElement policy, String dockerfile) throws Exception {
        RuleCatalog catalog = RuleCatalog.load(getClass().getClassLoader());
        Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile);
        Engine engine = new Engine(
                RuleSetReader.read(
                        catalog, Set.of("apkCache", "supportedRelease", "unusedSuppression"), List.of(policy)),
                catalog.names(),
                new Settings(RuleSpec.AS_OF, Locale.ENGLISH, List.of()));
        return engine.run(List.of(new DockerfileInput(file, "Dockerfile", directory, Map.of(), Optional.empty())));
    }

    private static List<String> show(Report report) {
        return report.findings().stream()
                .map(f -> f.rule() + " " + RuleSpec.show(f))
                .toList();
    }
}
