package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.Busybox;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.Refusal;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Locale;
import java.util.Optional;

/** Programs of busybox are called with options and words that they understand in this release. */
@RuleName("busyboxUsage")
public final class BusyboxUsage extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            stage.invocations().forEach(i -> run(context, stage, i));
        }
        context.build()
                .result()
                .ifPresent(stage -> ContainerStart.of(stage).stream()
                        .filter(c -> c.start().fails())
                        .forEach(c -> c.start().invocations().stream()
                                .filter(i -> refusal(i).isPresent())
                                .findFirst()
                                .ifPresent(i -> report(context, stage, i, Severity.ERROR, c.key()))));
    }

    private static void run(RuleContext context, StageModel stage, Invocation invocation) {
        if (invocation.consequence() != Consequence.HANDLED) {
            boolean fatal = invocation.failsBuild();
            report(context, stage, invocation, fatal ? Severity.ERROR : Severity.WARNING, fatal ? "stops" : "ignored");
        }
    }

    private static Optional<Refusal> refusal(Invocation invocation) {
        return invocation.certain() && invocation.outcome() == Invocation.Outcome.FAILS
                ? Refusal.of(
                        invocation.before(),
                        invocation.words().get(0).toString(),
                        invocation.arguments(),
                        invocation.input())
                : Optional.empty();
    }

    private static void report(
            RuleContext context, StageModel stage, Invocation invocation, Severity severity, String consequence) {
        Optional<Refusal> refusal = refusal(invocation);
        if (refusal.isPresent()) {
            Span span = refusal.get().at().orElse(invocation.words().get(0)).span();
            String program = invocation.words().get(0).toString();
            String release =
                    invocation.before().release().map(Release::toString).orElse("");
            String effect = context.message(consequence).text();
            String key = refusal.get().kind().name().toLowerCase(Locale.ROOT);
            String text = context.message(key, program, release, refusal.get().what(), effect)
                    .text();
            context.report(severity, stage.index(), span, new Message(text, help(context, refusal.get(), program)));
        }
    }

    private static Optional<String> help(RuleContext context, Refusal refusal, String program) {
        if (refusal.kind() == Refusal.Kind.ASKS) {
            return Optional.of(
                    context.message("withoutPassword", refusal.what()).text());
        }
        Optional<String> other = Busybox.load()
                .program(program)
                .flatMap(p -> p.packages().stream().findFirst());
        Message help;
        if (refusal.instead().isEmpty()) {
            help = other.isPresent() ? context.message("install", other.get()) : context.message("leaveOut");
        } else {
            help = other.isPresent()
                    ? context.message("useOrInstall", refusal.instead().get(), other.get())
                    : context.message("use", refusal.instead().get());
        }
        return Optional.of(help.text());
    }
}
