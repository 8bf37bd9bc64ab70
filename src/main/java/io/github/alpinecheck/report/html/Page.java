package io.github.alpinecheck.report.html;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.text.SourceText;
import java.util.ArrayList;
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

    /** In a report of more Dockerfiles, each shows its findings only: a browser must still open the page. */
    static final int MOST_WHOLE = 100;

    /**
     * A file.
     *
     * @param id of its place in the page
     * @param checked empty for a file that is no Dockerfile, such as a manifest
     */
    record PageFile(String id, String name, SourceText source, Optional<CheckedFile> checked, List<Finding> findings) {

        /** The id of a finding's place, by its number in the file. */
        String findingId(int number) {
            return id + "-" + (number + 1);
        }
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
        for (Map.Entry<String, List<Finding>> each : findings.entrySet()) {
            CheckedFile checked = dockerfiles.get(each.getKey());
            List<Finding> own = each.getValue();
            SourceText source = checked != null ? checked.source() : own.get(0).source();
            files.add(new PageFile(
                    "f" + (files.size() + 1), each.getKey(), source, Optional.ofNullable(checked), List.copyOf(own)));
        }
        return new Page(files, report.dockerfiles().size() <= MOST_WHOLE);
    }
}
