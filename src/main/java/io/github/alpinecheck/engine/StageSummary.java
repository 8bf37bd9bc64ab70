package io.github.alpinecheck.engine;

import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.engine.Report.CheckedStage;
import io.github.alpinecheck.image.Build;
import java.util.List;

/** What a report says of a build's stages. */
final class StageSummary {

    private StageSummary() {}

    static List<CheckedStage> of(Build build) {
        return build.stages().stream()
                .map(stage -> new CheckedStage(
                        stage.index(),
                        stage.name(),
                        stage.base().toString(),
                        stage.initial().release().map(Release::version),
                        stage.initial().libc()))
                .toList();
    }
}
