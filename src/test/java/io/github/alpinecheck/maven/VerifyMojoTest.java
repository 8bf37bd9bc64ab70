package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("/unit/verify")
class VerifyMojoTest {

    private final Locale ofThisMachine = Locale.getDefault();

    @Inject
    private Log log;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(ofThisMachine);
    }

    @Test
    @InjectMojo(goal = "verify")
    void aWarningIsLoggedAndReported(VerifyMojo mojo) throws Exception {
        mojo.execute();
        verify(log).warn(startsWith("warning[pinnedBaseImage]: alpine has no tag"));
        verify(log).info(startsWith("Dockerfiles: 1. Errors: 0, warnings: 1, infos: 0, suppressed: 0. Time: "));
        verify(log).info("By rule: pinnedBaseImage 1.");
        assertThat(Files.readString(Path.of("target/unit-reports/report.json")))
                .contains("\"rule\": \"pinnedBaseImage\"");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failOn", value = "Warning")
    void whatFailsTheBuildIsAnErrorOfTheLog(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Dockerfiles have 1 finding that fails the build (failOn is warning).");
        verify(log).error(startsWith("warning[pinnedBaseImage]"));
        verify(log, never()).warn(any(CharSequence.class));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "asOf", value = "yesterday")
    @MojoParameter(name = "ruleset", value = "non")
    void allThatIsWrongIsToldAtOnce(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(
                        "parameter <ruleset> is \"non\" and must be one of default, none. Did you mean none?",
                        "parameter <asOf> is \"yesterday\" and must be a date such as 2026-11-23.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skip", value = "true")
    void skip(VerifyMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(contains("skipped"));
    }
}
