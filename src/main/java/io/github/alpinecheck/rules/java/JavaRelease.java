package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.OwnCode;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** The image runs a Java that is not older than the one that the project is compiled for. */
@RuleName("javaRelease")
public final class JavaRelease extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(stage -> stage.initial().isAlpine())
                .ifPresent(stage -> stage.result().java().ifPresent(java -> check(context, stage, java)));
    }

    private static void check(RuleContext context, StageModel stage, JavaVersion java) {
        Optional<Span> code = new OwnCode(context).in(stage);
        OptionalInt compiled = code.isPresent() ? context.project().javaRelease() : OptionalInt.empty();
        if (compiled.isPresent() && compiled.getAsInt() > java.feature()) {
            context.report(
                    Severity.ERROR,
                    stage.index(),
                    code.get(),
                    context.message("older", compiled.getAsInt(), java.feature(), stage.base()));
        }
    }
}
