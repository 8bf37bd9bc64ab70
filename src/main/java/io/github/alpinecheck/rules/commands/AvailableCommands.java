package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.Commands;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The image has the programs that RUN, SHELL, ENTRYPOINT, CMD and HEALTHCHECK start, when they start. */
@RuleName("availableCommands")
public final class AvailableCommands extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        Build build = context.build();
        for (StageModel stage : build.stages()) {
            if (!stage.initial().isAlpine()) {
                continue;
            }
            for (Step step : stage.steps()) {
                shell(context, stage, step);
                Set<String> reported = new HashSet<>();
                step.invocations().forEach(i -> invocation(context, stage, i, reported));
            }
        }
        build.result()
                .filter(s -> s.initial().isAlpine())
                .ifPresent(s -> ContainerStart.of(s).forEach(c -> start(context, s, c)));
    }

    private static void invocation(RuleContext context, StageModel stage, Invocation invocation, Set<String> reported) {
        Optional<String> program = invocation.words().get(0).known();
        // caCertificates tells more about its own
        boolean missing = program.isPresent()
                && !invocation.runs("update-ca-certificates")
                && invocation.certain()
                && invocation.outcome() == Invocation.Outcome.FAILS
                && isMissing(program.get(), invocation.before());
        if (!missing || invocation.consequence() == Consequence.HANDLED || !reported.add(program.get())) {
            return;
        }
        boolean fatal = invocation.failsBuild();
        context.report(
                fatal ? Severity.ERROR : Severity.WARNING,
                stage.index(),
                invocation.words().get(0).span(),
                message(context, fatal ? "run" : "runIgnored", program.get(), invocation.before()));
    }

    private static boolean isMissing(String program, ImageState image) {
        return image.command(program) == Presence.ABSENT;
    }

    private static void shell(RuleContext context, StageModel stage, Step step) {
        if (step.instruction() instanceof Instruction.Shell shell
                && !shell.words().isEmpty()) {
            String program = shell.words().get(0).toString();
            if (isMissing(program, step.before())) {
                context.report(
                        Severity.ERROR,
                        stage.index(),
                        shell.words().get(0).span(),
                        message(context, "shell", FileSystem.name(program), stage.initial()));
            }
        }
    }

    private static void start(RuleContext context, StageModel stage, ContainerStart container) {
        Optional<Invocation> missing = container.start().invocations().stream()
                .filter(i -> i.certain() && i.outcome() == Invocation.Outcome.FAILS)
                .filter(i -> isMissing(i.words().get(0).known().orElse(""), stage.result()))
                .findFirst();
        if (container.start().fails() && missing.isPresent()) {
            Operand program = missing.get().words().get(0);
            String name = FileSystem.name(program.toString());
            context.report(
                    Severity.ERROR,
                    stage.index(),
                    program.span(),
                    message(context, container.key(), name, stage.initial()));
        }
    }

    private static Message message(RuleContext context, String key, String program, ImageState image) {
        String base = image.base().map(b -> b.reference().toString()).orElse("");
        return new Message(context.message(key, program, base).text(), help(context, FileSystem.name(program), image));
    }

    private static Optional<String> help(RuleContext context, String program, ImageState image) {
        if (program.equals("sudo") && image.user().is("root")) {
            return Optional.of(context.message("leaveOut").text());
        }
        Optional<String> instead = Commands.load().alternative(program);
        Optional<String> provider = Commands.load().providers(program).stream().findFirst();
        if (provider.isEmpty()) {
            return instead.map(i -> context.message("use", i).text());
        }
        return Optional.of(
                instead.isPresent()
                        ? context.message("installOrUse", provider.get(), instead.get())
                                .text()
                        : context.message("install", provider.get()).text());
    }
}
