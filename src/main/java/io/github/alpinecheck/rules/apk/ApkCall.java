package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@code apk} that is certainly run, on an image that is certainly Alpine.
 *
 * @param stage where
 * @param step the instruction
 * @param invocation the command
 * @param line its words, as the apk of the image's release reads them
 */
record ApkCall(StageModel stage, Step step, Invocation invocation, ApkCommandLine line) {

    /** All of a build, in order. */
    static List<ApkCall> of(Build build) {
        List<ApkCall> calls = new ArrayList<>();
        build.stages().forEach(stage -> calls.addAll(of(stage)));
        return calls;
    }

    /** All of a stage, in order. */
    static List<ApkCall> of(StageModel stage) {
        List<ApkCall> calls = new ArrayList<>();
        for (Step step : stage.steps()) {
            for (Invocation invocation : step.invocations()) {
                if (invocation.certain()
                        && invocation.runs("apk")
                        && invocation.before().isAlpine()) {
                    calls.add(new ApkCall(stage, step, invocation, ApkCommandLine.of(invocation)));
                }
            }
        }
        return calls;
    }

    /** Whether it is {@code apk add}, {@code apk del} … */
    boolean is(String applet) {
        return line.applet().filter(applet::equals).isPresent();
    }

    /** How bad it is when the command fails: the build stops, or the script goes on without what it should have done. */
    Severity severityOfFailure() {
        return invocation.failsBuild() ? Severity.ERROR : Severity.WARNING;
    }

    /** Whether it works on another root directory than the image's, or may: a word from outside may be any option. */
    boolean isElsewhere() {
        return line.has("--root") || line.mayHaveMoreOptions();
    }
}
