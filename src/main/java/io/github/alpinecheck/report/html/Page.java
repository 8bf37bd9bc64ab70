package io.github.alpinecheck.report.html;

import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page shows, file by file.
 *
 * @param files the Dockerfiles, then other files that findings are in
 * @param whole whether all is shown of each Dockerfile: in a report of very many, only what findings are about
 */
record Page(List<PageFile> files, boolean whole) {

    /** Of more findings in one file, the first are shown: nobody reads all, and the other reports have them. */
    private static final int MOST_FINDINGS = 500;

    /** In all files together. */
    private static final int MOST_FINDINGS_IN_ALL = 5000;

    /** In a report of more, what images contain and sources without findings are folded at first. */
    private static final int MOST_OPEN = 3;

    /**
     * A file.
     *
     * @param id of its place in the page
     * @param checked empty for a file that is no Dockerfile, such as a manifest
     * @param findings all of the file
     * @param shown the first of them
     */
    record PageFile(
            String id,
            String name,
            SourceText source,
            Optional<CheckedFile> checked,
            List<Finding> findings,
            List<Finding> shown) {

        /** What the Dockerfile builds; empty for another file, or where nobody asked. */
        Optional<BuildDescription> description() {
            return checked.isPresent() ? checked.get().description() : Optional.empty();
        }

        /** The image that the Dockerfile gives. */
        Optional<ImageDescription> image() {
            Optional<BuildDescription> build = description();
            return build.isPresent() ? build.get().image() : Optional.empty();
        }

        long count(Severity severity) {
            long count = 0;
            for (Finding finding : findings) {
                count += finding.severity() == severity ? 1 : 0;
            }
            return count;
        }

        /** The id of a finding's place, by its number in the file. */
        String findingId(int number) {
            return id + "-" + (number + 1);
        }
    }

    /** Whether there are so few that nothing needs to be folded away. */
    boolean isShort() {
        return files.size() <= MOST_OPEN;
    }

    /** The files with the gravest findings first, then by name. */
    List<PageFile> worstFirst() {
        List<PageFile> sorted = new ArrayList<>(files);
        Comparator<PageFile> order = Comparator.comparingLong(file -> -file.count(Severity.ERROR));
        sorted.sort(order.thenComparingLong(file -> -file.count(Severity.WARNING))
                .thenComparingLong(file -> -file.count(Severity.INFO)));
        return sorted;
    }

    static Page of(Report report) {
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        for (CheckedFile file : report.dockerfiles()) {
            findings.put(file.source().name(), new ArrayList<>());
        }
        for (Finding finding : report.findings()) {
            findings.computeIfAbsent(finding.source().name(), name -> new ArrayList<>())
                    .add(finding);
        }
        Map<String, CheckedFile> dockerfiles = new LinkedHashMap<>();
        for (CheckedFile file : report.dockerfiles()) {
            dockerfiles.put(file.source().name(), file);
        }
        List<PageFile> files = new ArrayList<>();
        int left = MOST_FINDINGS_IN_ALL;
        for (Map.Entry<String, List<Finding>> each : findings.entrySet()) {
            CheckedFile checked = dockerfiles.get(each.getKey());
            List<Finding> own = List.copyOf(each.getValue());
            List<Finding> shown = own.subList(0, Math.min(own.size(), Math.min(left, MOST_FINDINGS)));
            left -= shown.size();
            SourceText source = checked != null ? checked.source() : own.get(0).source();
            files.add(new PageFile(
                    "f" + (files.size() + 1), each.getKey(), source, Optional.ofNullable(checked), own, shown));
        }
        return new Page(files, report.dockerfiles().size() <= HtmlReport.MOST_WHOLE);
    }
}
