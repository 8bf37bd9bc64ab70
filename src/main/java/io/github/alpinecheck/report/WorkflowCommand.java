package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;

/** A line of output that GitHub Actions shows as an annotation of the file. */
public final class WorkflowCommand {

    private WorkflowCommand() {}

    /**
     * The command for a finding; it has to start a line.
     *
     * @param directory of the project in its repository: empty, or ending with {@code /}
     */
    public static String of(Finding finding, String directory) {
        Region region = Region.of(finding.source(), finding.span());
        StringBuilder command = new StringBuilder("::").append(name(finding.severity()));
        command.append(" file=").append(property(directory + finding.source().name()));
        command.append(",line=").append(region.start().line());
        command.append(",endLine=").append(region.end().line());
        // GitHub knows columns of one line only
        if (region.start().line() == region.end().line()) {
            command.append(",col=").append(region.start().column());
            command.append(",endColumn=").append(region.end().column());
        }
        command.append(",title=").append(property("alpine-check " + finding.rule()));
        String message = finding.message()
                .help()
                .map(help -> finding.message().text() + "\n" + help)
                .orElse(finding.message().text());
        return command.append("::").append(data(message)).toString();
    }

    private static String name(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.id();
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return ConsoleReport.printable(
                text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }
}
