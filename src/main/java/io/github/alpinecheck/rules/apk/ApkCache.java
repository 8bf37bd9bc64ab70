package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.image.command.ApkModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Optional;

/** No layer of the shipped image keeps apk's index. */
@RuleName("apkCache")
public final class ApkCache extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.INFO;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.shipped()) {
                stage.steps().forEach(step -> leaving(step).ifPresent(i -> report(context, stage, i)));
            }
        }
    }

    /** The command that first put the index where it is still at the end of the layer. */
    private static Optional<Invocation> leaving(Step step) {
        Optional<Invocation> first = Optional.empty();
        for (Invocation invocation : step.invocations()) {
            Optional<Span> written = writtenAt(invocation.after());
            if (written.isEmpty()) {
                first = Optional.empty();
            } else if (first.isEmpty() && invocation.certain() && written.get().equals(invocation.span())) {
                first = Optional.of(invocation);
            }
        }
        return first.filter(i -> writtenAt(step.after())
                .filter(step.instruction().span()::contains)
                .isPresent());
    }

    private static Optional<Span> writtenAt(ImageState image) {
        return image.files()
                .entry(ApkModel.INDEX)
                .filter(e -> e.node().equals(FileNode.SOME_FILE))
                .flatMap(FileSystem.Entry::writtenAt);
    }

    private static void report(RuleContext context, StageModel stage, Invocation invocation) {
        boolean removedLater = stage.result().file(ApkModel.INDEX).equals(FileNode.ABSENT);
        String applet = ApkCommandLine.of(invocation).applet().orElse("");
        String key = removedLater ? "otherLayer" : applet.equals("update") ? "update" : "add";
        context.report(Severity.INFO, stage.index(), invocation.span(), context.message(key, applet));
    }
}
