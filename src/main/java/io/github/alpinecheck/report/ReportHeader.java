package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Severity;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be known of a run beside its findings.
 *
 * @param tool who made the report
 * @param directory where the project is in its repository: empty, or ending with {@code /}; services that read reports
 *     know files by their path in the repository
 * @param failOn the mildest severity that fails the build; empty for never
 * @param locale the language of the texts
 */
public record ReportHeader(Tool tool, String directory, Optional<Severity> failOn, Locale locale) {

    /** Whether a finding of the severity fails the build. */
    boolean fails(Severity severity) {
        return failOn.isPresent() && severity.compareTo(failOn.get()) >= 0;
    }
}
