package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.image.Script;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.shell.Command.AndOr.Operator;
import io.github.alpinecheck.shell.SyntaxTree;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code || true} in the middle of a chain excuses one command, not all that stand before it. */
@RuleName("maskedFailure")
public final class MaskedFailure extends Rule {

    private static final Set<String> ALWAYS_TRUE = Set.of("true", ":");

    /** Commands that only ask, or that have nothing to fail at. */
    private static final Set<String> HARMLESS = Set.of(
            "[", "test", "[[", "command", "type", "which", "hash", "grep", "egrep", "fgrep", "cmp", "diff", "getent",
            "id", "ls", "pgrep", "pidof", "true", ":", "cd", "echo", "printf", "export", "set", "unset", "sleep");

    @Override
    public Severity defaultLevel() {
        return Severity.WARNING;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                for (Step step : stage.steps()) {
                    step.scripts().stream()
                            .map(Script::syntax)
                            .flatMap(s -> SyntaxTree.commands(s).stream())
                            .forEach(c -> command(context, stage, c));
                }
            }
        }
    }

    /** Chains lean to the left: {@code a && b || true && c} is {@code ((a && b) || true) && c}. */
    private static void command(RuleContext context, StageModel stage, Command command) {
        if (!(command instanceof Command.AndOr goesOn)
                || goesOn.operator() != Operator.AND
                || !(goesOn.left() instanceof Command.AndOr excuse)
                || excuse.operator() != Operator.OR
                || !isTrue(excuse.right())) {
            return;
        }
        List<Command> swallowed = new ArrayList<>();
        collect(excuse.left(), swallowed);
        if (swallowed.size() > 1) {
            SourceText source = context.build().dockerfile().source();
            Command first = swallowed.get(0);
            Command last = swallowed.get(swallowed.size() - 1);
            Span span = excuse.operatorSpan().to(excuse.right().span());
            context.report(
                    Severity.WARNING,
                    stage.index(),
                    span,
                    context.message(
                            "chain",
                            name(source, last),
                            name(source, first),
                            source.position(first.span().start()).line()));
        }
    }

    /** The commands whose failure leads to the end of the chain, in order; what stands before an earlier excuse is none. */
    private static void collect(Command command, List<Command> swallowed) {
        if (command instanceof Command.AndOr both) {
            if (both.operator() == Operator.AND) {
                collect(both.left(), swallowed);
                collect(both.right(), swallowed);
            } else if (!isTrue(both.right())) {
                swallowed.add(both);
            }
        } else if (!cannotFail(command)) {
            swallowed.add(command);
        }
    }

    private static boolean cannotFail(Command command) {
        if (command instanceof Command.Simple simple) {
            return simple.words().isEmpty()
                    || simple.words()
                            .get(0)
                            .literal()
                            .filter(HARMLESS::contains)
                            .isPresent();
        } else if (command instanceof Command.Group group) {
            return endsExcused(group.body());
        } else if (command instanceof Command.Subshell subshell) {
            return endsExcused(subshell.body());
        }
        return command instanceof Command.Conditional
                || command instanceof Command.Pipeline pipeline && pipeline.negated();
    }

    private static boolean endsExcused(Command body) {
        if (body instanceof Command.Sequence sequence && !sequence.elements().isEmpty()) {
            return endsExcused(
                    sequence.elements().get(sequence.elements().size() - 1).command());
        }
        return body instanceof Command.AndOr both && both.operator() == Operator.OR && isTrue(both.right())
                || cannotFail(body);
    }

    private static boolean isTrue(Command command) {
        return command instanceof Command.Simple simple
                && simple.words().size() == 1
                && simple.words().get(0).literal().filter(ALWAYS_TRUE::contains).isPresent();
    }

    /** The first word of a command, as it is written. */
    private static String name(SourceText source, Command command) {
        String text = source.text(command.span());
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != ';') {
            end++;
        }
        return text.substring(0, end);
    }
}
