package io.github.alpinecheck.engine;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param dockerfiles in the order of their paths
 * @param findings by path, then by position, then by rule
 * @param suppressed number of findings that comments in the Dockerfiles suppress
 */
public record Report(List<CheckedFile> dockerfiles, List<Finding> findings, int suppressed) {

    public Report {
        dockerfiles = List.copyOf(dockerfiles);
        findings = List.copyOf(findings);
    }

    /** Number of findings of a severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /**
     * A Dockerfile that was looked at.
     *
     * @param description what it builds; empty where nobody asked for it, or the file could not be read
     */
    public record CheckedFile(SourceText source, List<CheckedStage> stages, Optional<BuildDescription> description) {
        public CheckedFile {
            stages = List.copyOf(stages);
        }

        /** Without a description. */
        public CheckedFile(SourceText source, List<CheckedStage> stages) {
            this(source, stages, Optional.empty());
        }
    }

    /**
     * A build stage as the model has it.
     *
     * @param index 0-based
     * @param name the name after AS
     * @param base what stands after FROM, arguments expanded where their values are known
     * @param alpine the release; empty when it is no Alpine or nobody knows
     */
    public record CheckedStage(int index, Optional<String> name, String base, Optional<String> alpine, Libc libc) {}
}
