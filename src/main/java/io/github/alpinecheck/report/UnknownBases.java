package io.github.alpinecheck.report;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.CheckedStage;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What keeps rules from judging whole stages.
 *
 * @param images that nobody knows
 * @param variables the places of FROM with a variable that has no value
 */
record UnknownBases(Set<String> images, Set<String> variables) {

    /** Stands for a value that is not known. */
    private static final String UNKNOWN = "\u2026";

    static UnknownBases in(Report report) {
        Set<String> images = new TreeSet<>();
        Set<String> variables = new TreeSet<>();
        for (CheckedFile file : report.dockerfiles()) {
            Set<String> earlier = new HashSet<>();
            for (CheckedStage stage : file.stages()) {
                boolean image = !earlier.contains(stage.base());
                if (image && stage.base().contains(UNKNOWN)) {
                    variables.add(file.source().name() + " (FROM " + stage.base() + ")");
                } else if (image
                        && stage.libc() == Libc.UNKNOWN
                        && stage.alpine().isEmpty()) {
                    images.add(stage.base());
                }
                stage.name().ifPresent(earlier::add);
            }
        }
        return new UnknownBases(images, variables);
    }
}
