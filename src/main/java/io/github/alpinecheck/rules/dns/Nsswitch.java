package io.github.alpinecheck.rules.dns;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /etc/nsswitch.conf} is written where it is missing, not where the base image ships it. */
@RuleName("nsswitch")
public final class Nsswitch extends Rule {

    private static final String FILE = "/etc/nsswitch.conf";
    private static final Set<String> TESTS = Set.of("[", "[[", "test");
    /** Operators that are true for a file like that. */
    private static final Set<String> PRESENT = Set.of("-e", "-f", "-s", "-r");

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.steps().forEach(s -> check(context, stage, s));
            }
        }
    }

    private static void check(RuleContext context, StageModel stage, Step step) {
        boolean shipped = stage.initial().exists(FILE) == Presence.PRESENT;
        Optional<Invocation> guard =
                step.invocations().stream().filter(i -> shipped && stops(i)).findFirst();
        if (guard.isPresent()) {
            context.report(Severity.ERROR, stage.index(), guard.get().span(), context.message("guard", stage.base()));
        } else {
            write(context, stage, step);
        }
    }

    /** {@code [ ! -e /etc/nsswitch.conf ] && …} fails, and with it the build, where the file is there. */
    private static boolean stops(Invocation invocation) {
        return invocation.certain()
                && invocation.program().filter(TESTS::contains).isPresent()
                && invocation.outcome() == Invocation.Outcome.FAILS
                && invocation.failsBuild()
                && asksWhetherMissing(invocation.arguments());
    }

    /** {@code ! -e /etc/nsswitch.conf}: other tests fail for other reasons. */
    private static boolean asksWhetherMissing(List<Operand> words) {
        return words.size() >= 3
                && words.get(0).is("!")
                && words.get(1).known().filter(PRESENT::contains).isPresent()
                && words.get(2).is(FILE);
    }

    /** What is written is what the base image has anyway. */
    private static void write(RuleContext context, StageModel stage, Step step) {
        Optional<Span> at = step.after()
                .files()
                .entry(FILE)
                .flatMap(FileSystem.Entry::writtenAt)
                .filter(step.instruction().span()::contains);
        if (at.isEmpty()) {
            return;
        }
        Optional<String> base = words(stage.initial().content(FILE));
        Optional<String> before = words(step.before().content(FILE));
        Optional<String> after = words(step.after().content(FILE));
        boolean untouched = step.invocations().stream()
                .filter(i -> i.span().end() <= at.get().start())
                .allMatch(i -> words(i.after().content(FILE)).equals(before));
        if (base.isPresent() && base.equals(before) && base.equals(after) && untouched) {
            Span span = step.invocations().stream()
                    .map(Invocation::span)
                    .filter(s -> s.contains(at.get()))
                    .findFirst()
                    .orElse(at.get());
            context.report(Severity.INFO, stage.index(), span, context.message("sameContent", stage.base()));
        }
    }

    /** The content without the blanks that make no difference. */
    private static Optional<String> words(Optional<PartialString> content) {
        return content.flatMap(PartialString::known).map(text -> text.strip().replaceAll("[ \t]+", " "));
    }
}
