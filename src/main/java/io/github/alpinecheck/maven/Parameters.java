package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.NativeJars;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.report.Format;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The goal's parameters, understood.
 *
 * @param failOn the mildest severity that fails the build; empty for never
 * @param jars what the rules read in jars
 * @param target the stage to build of all Dockerfiles; empty where that is for each of them to say
 */
record Parameters(
        Optional<Severity> failOn,
        List<ConfiguredRule> rules,
        Set<String> knownRules,
        Settings settings,
        DockerfileSelection selection,
        List<DockerfileInput> dockerfiles,
        Optional<String> target,
        Path outputDirectory,
        NativeJars jars,
        Set<Format> formats) {

    /** Whether a finding of the severity fails the build. */
    boolean fails(Severity severity) {
        return failOn.filter(mildest -> severity.compareTo(mildest) >= 0).isPresent();
    }
}
