package io.github.alpinecheck.rules.nativecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Libraries that projects really have, on images that they really run on: what the rule says is what Alpine's musl did
 * with them, as ground-truth.tsv and the pages of facts have it. It is silent about netty-tcnative, which musl refuses:
 * nobody knows which package brings the OpenSSL that it needs. CONTRIBUTING.md says how to get the large ones.
 */
@Tag("ground-truth")
class RealLibrariesTest {

    /** The library, the release, what is installed, and the severity with a part of the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\0', textBlock = """
            org.xerial.snappy:snappy-java:1.1.7.3 | 3.20 | - | error: Error loading shared library ld-linux-x86-64.so.2: No such file or directory
            org.xerial.snappy:snappy-java:1.1.7.3 | 3.20 | gcompat | -
            org.xerial.snappy:snappy-java:1.1.10.7 | 3.20 | - | error: Error loading shared library ld-linux-x86-64.so.2: No such file or directory
            org.xerial.snappy:snappy-java:1.1.10.7 | 3.20 | gcompat | -
            com.github.luben:zstd-jni:1.5.7-4 | 3.20 | - | -
            com.github.luben:zstd-jni:1.5.7-4 | 3.20 | gcompat | -
            org.xerial:sqlite-jdbc:3.28.0 | 3.20 | - | warning: (__isnan)
            org.xerial:sqlite-jdbc:3.28.0 | 3.20 | gcompat | warning: (__isnan)
            org.xerial:sqlite-jdbc:3.46.1.3 | 3.15 | - | -
            org.xerial:sqlite-jdbc:3.46.1.3 | 3.20 | - | -
            org.xerial:sqlite-jdbc:3.46.1.3 | 3.20 | gcompat | -
            io.netty:netty-tcnative:2.0.65.Final:linux-x86_64 | 3.20 | - | -
            io.netty:netty-tcnative:2.0.65.Final:linux-x86_64 | 3.20 | gcompat | -
            org.rocksdb:rocksdbjni:5.18.4 | 3.20 | - | error: Error loading shared library libstdc++.so.6: No such file or directory
            org.rocksdb:rocksdbjni:5.18.4 | 3.20 | libstdc++ | error: Error loading shared library ld-linux-x86-64.so.2: No such file or directory
            org.rocksdb:rocksdbjni:5.18.4 | 3.20 | libstdc++ gcompat | warning: (backtrace, backtrace_symbols)
            org.rocksdb:rocksdbjni:9.7.3 | 3.20 | - | error: Error loading shared library libstdc++.so.6: No such file or directory
            org.rocksdb:rocksdbjni:9.7.3 | 3.20 | libstdc++ | -
            org.rocksdb:rocksdbjni:9.7.3 | 3.20 | libstdc++ gcompat | -
            de.mkammerer:argon2-jvm:2.11 | 3.20 | - | warning: (__memcpy_chk, __sprintf_chk)
            de.mkammerer:argon2-jvm:2.11 | 3.20 | gcompat | warning: (__memcpy_chk, __sprintf_chk)
            software.amazon.awssdk.crt:aws-crt:0.31.1 | 3.20 | - | -
            software.amazon.awssdk.crt:aws-crt:0.31.1 | 3.20 | gcompat | -
            software.amazon.awssdk.crt:aws-crt:0.31.1 | 3.15 | - | error: pthread_getname_np: symbol not found
            software.amazon.awssdk.crt:aws-crt:0.31.1 | 3.15 | gcompat | error: pthread_getname_np: symbol not found
            net.java.dev.jna:jna:4.5.2 | 3.20 | - | -
            net.java.dev.jna:jna:5.15.0 | 3.20 | - | -
            """)
    void isAsMeasured(String coordinates, String release, String packages, String expected) {
        List<Finding> findings = RuleSpec.of("muslDependencies")
                .with(project(coordinates))
                .findings(dockerfile(release, Optional.ofNullable(packages)));
        if (expected == null) {
            assertThat(findings).isEmpty();
        } else {
            String[] parts = expected.split(": ", 2);
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.severity().id()).isEqualTo(parts[0]);
                assertThat(finding.message().text()).contains(parts[1]);
            });
        }
    }

    private static KnownProject project(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        KnownProject project =
                KnownProject.EMPTY.withJar(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
        assertThat(project.runtimeDependencies().get(0).file()).isPresent();
        return project;
    }

    private static String dockerfile(String release, Optional<String> packages) {
        String java = release.equals("3.15") ? "17" : "21";
        return "FROM eclipse-temurin:" + java + "-jre-alpine-" + release + "\n"
                + packages.map(names -> "RUN apk add " + names + "\n").orElse("")
                + "COPY target/app.jar /app.jar\nENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]\n";
    }
}
