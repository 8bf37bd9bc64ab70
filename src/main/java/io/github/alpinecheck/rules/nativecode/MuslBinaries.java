package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.Optional;

/** Programs and libraries that COPY and ADD bring from the build context find all that they need in the image. */
@RuleName("muslBinaries")
public final class MuslBinaries extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(stage -> stage.initial().isAlpine()
                        && stage.result().libc() == Libc.MUSL
                        && !OtherLibc.mayBeAdded(stage.result()))
                .ifPresent(stage -> check(context, stage));
    }

    private static void check(RuleContext context, StageModel stage) {
        Optional<Machine> machine = Platform.of(context.build(), stage);
        if (machine.isPresent()) {
            new BroughtFiles(context, stage, machine.get()).check();
            new BroughtJars(context, stage, machine.get()).check();
        }
    }
}
