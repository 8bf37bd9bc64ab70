package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.LoginShells;
import io.github.alpinecheck.alpine.LoginShells.Start;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** A login shell calls {@code java} by its name only where its PATH leads to it. */
@RuleName("loginShell")
public final class LoginShell extends Rule {

    private static final String JAVA = "java";

    @Override
    public Severity defaultLevel() {
        return Severity.WARNING;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            stage.invocations().stream()
                    .filter(i -> i.consequence() != Consequence.HANDLED)
                    .forEach(i -> invocation(context, stage, i));
        }
        context.build()
                .result()
                .ifPresent(stage -> ContainerStart.of(stage).stream()
                        .flatMap(c -> c.start().invocations().stream())
                        .forEach(i -> invocation(context, stage, i)));
    }

    private static void invocation(RuleContext context, StageModel stage, Invocation invocation) {
        PartialString path = invocation.environment().getOrDefault("PATH", PartialString.UNKNOWN);
        if (!invocation.certain() || !invocation.words().get(0).is(JAVA) || !path.isKnown()) {
            return;
        }
        Optional<Release> release = invocation.before().release();
        Optional<String> directory = invocation
                .before()
                .javaDirectory()
                .filter(d -> !List.of(path.pattern().split(":", -1)).contains(d));
        for (Start start : Start.values()) {
            boolean lost = release.flatMap(r -> LoginShells.load().path(start, r))
                    .filter(path::is)
                    .isPresent();
            if (lost && directory.isPresent()) {
                report(context, stage, invocation, start, release.get(), directory.get());
                return;
            }
        }
    }

    private static void report(
            RuleContext context,
            StageModel stage,
            Invocation invocation,
            Start start,
            Release release,
            String directory) {
        String key = start == Start.SHELL ? "profile" : "su";
        String help = context.message("absolute", directory + "/" + JAVA).text();
        String text = context.message(key, JAVA, release, directory).text();
        context.report(
                Severity.WARNING,
                stage.index(),
                invocation.words().get(0).span(),
                new Message(text, Optional.of(help)));
    }
}
