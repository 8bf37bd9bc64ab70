package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.Commands;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.StartedScript;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The scripts that RUN, ENTRYPOINT, CMD and HEALTHCHECK start can be started: their mode and their first line allow it. */
@RuleName("scriptInterpreter")
public final class ScriptInterpreter extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                Set<String> reported = new HashSet<>();
                for (Step step : stage.steps()) {
                    step.invocations().forEach(i -> command(context, stage, i, reported));
                }
            }
        }
        context.build()
                .result()
                .filter(s -> s.initial().isAlpine())
                .ifPresent(s -> ContainerStart.of(s).forEach(c -> start(context, s, c)));
    }

    private static void command(RuleContext context, StageModel stage, Invocation invocation, Set<String> reported) {
        Optional<StartedScript> script =
                invocation.consequence() == Consequence.HANDLED ? Optional.empty() : failing(invocation);
        if (script.isPresent() && reported.add(script.get().path())) {
            boolean fatal = invocation.failsBuild();
            Severity severity = fatal ? Severity.ERROR : Severity.WARNING;
            report(context, severity, stage, invocation, script.get(), fatal ? "run" : "runIgnored");
        }
    }

    private static void start(RuleContext context, StageModel stage, ContainerStart container) {
        Optional<Invocation> failing = container.start().invocations().stream()
                .filter(i -> failing(i).isPresent())
                .findFirst();
        if (container.start().fails() && failing.isPresent()) {
            StartedScript script = failing(failing.get()).orElseThrow();
            String consequence = container.key().equals("healthcheck") ? "healthcheck" : "container";
            report(context, Severity.ERROR, stage, failing.get(), script, consequence);
        }
    }

    /** The script that certainly cannot be started. */
    private static Optional<StartedScript> failing(Invocation invocation) {
        return invocation.certain() && invocation.outcome() == Invocation.Outcome.FAILS
                ? StartedScript.of(
                                invocation.before(),
                                invocation.directory(),
                                invocation.words().get(0))
                        .filter(s -> s.obstacle(invocation.before()).isPresent())
                : Optional.empty();
    }

    private static void report(
            RuleContext context,
            Severity severity,
            StageModel stage,
            Invocation invocation,
            StartedScript script,
            String consequence) {
        String then = context.message(consequence).text();
        String line = script.firstLine().orElse("");
        Message message = switch (script.obstacle(invocation.before()).orElseThrow()) {
            case MODE -> context.message("notExecutable", script.path(), then);
            case LINE_END -> context.message("lineEnd", script.path(), line.substring(0, line.length() - 1), then);
            case INTERPRETER -> missing(context, stage, invocation, script, then);
        };
        context.report(severity, stage.index(), invocation.words().get(0).span(), message);
    }

    private static Message missing(
            RuleContext context, StageModel stage, Invocation invocation, StartedScript script, String then) {
        String program = script.missingInterpreter(invocation.before()).orElseThrow();
        String line = script.firstLine().orElseThrow();
        String base = stage.initial().base().map(b -> b.reference().toString()).orElse("");
        String text = context.message("missing", script.path(), line, program, base, then)
                .text();
        Optional<String> help = Commands.load().providers(program).stream()
                .findFirst()
                .map(provider -> context.message("install", provider, FileSystem.name(script.path()))
                        .text());
        return new Message(text, help);
    }
}
