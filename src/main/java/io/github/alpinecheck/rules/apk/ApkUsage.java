package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.ApkApplets;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/** The apk of the release understands each word of an {@code apk} command, and as it was meant. */
@RuleName("apkUsage")
public final class ApkUsage extends Rule {

    /** Where apk keeps what is asked for and what is installed. */
    private static final List<String> DATABASE = List.of("/etc/apk/world", "/lib/apk/db/installed");

    @Override
    protected void check(RuleContext context) {
        for (ApkCall call : ApkCall.of(context.build())) {
            if (!call.isElsewhere() && call.invocation().consequence() != Consequence.HANDLED) {
                applet(context, call);
                UnknownOptions.check(context, call);
                swallowedOptions(context, call);
                wordsOfUpdate(context, call);
                deletion(context, call);
            }
        }
        context.build().stages().forEach(stage -> VirtualMembers.check(context, stage));
    }

    private static void applet(RuleContext context, ApkCall call) {
        Optional<Operand> word = call.line().appletWord();
        Optional<String> name = word.flatMap(Operand::known);
        Optional<String> meant = name.flatMap(ApkApplets.load()::meantBy);
        if (word.isPresent() && meant.isPresent()) {
            context.report(
                    call.severityOfFailure(),
                    call.stage().index(),
                    word.get().span(),
                    context.message("applet", name.orElse(""), meant.get()));
        }
    }

    /** {@code -t --no-cache}: what looks like an option is the value of the one before it. */
    private static void swallowedOptions(RuleContext context, ApkCall call) {
        for (ApkCommandLine.Option option : call.line().options()) {
            Optional<String> value = option.value().flatMap(Operand::known).filter(v -> v.startsWith("--"));
            boolean nextWord = option.value()
                    .filter(v -> !v.span().equals(option.word().span()))
                    .isPresent();
            if (value.isPresent() && nextWord) {
                context.report(
                        Severity.WARNING,
                        call.stage().index(),
                        option.value().get().span(),
                        context.message("value", option.word(), value.get()));
            }
        }
    }

    /** {@code apk update upgrade}, {@code apk update and apk add git}. */
    private static void wordsOfUpdate(RuleContext context, ApkCall call) {
        Optional<Operand> command = call.line().names().stream()
                .filter(word -> word.known().filter(ApkApplets.load()::exists).isPresent())
                .findFirst();
        if (call.is("update") && command.isPresent()) {
            context.report(
                    Severity.WARNING,
                    call.stage().index(),
                    command.get().span(),
                    context.message("update", command.get()));
        }
    }

    /** Measured: {@code apk del} of a name that it never heard of fails. No repository has a name with a leading dot. */
    private static void deletion(RuleContext context, ApkCall call) {
        if (!call.is("del") || DATABASE.stream().anyMatch(f -> isReplaced(call, f))) {
            return;
        }
        for (Operand word : call.line().names()) {
            boolean missing = word.known()
                    .filter(n -> n.startsWith("."))
                    .filter(n -> call.invocation().before().packages().asked(n) == Presence.ABSENT)
                    .isPresent();
            if (missing) {
                context.report(
                        call.severityOfFailure(), call.stage().index(), word.span(), context.message("deletion", word));
            }
        }
    }

    /** Whether the file may have come from elsewhere: copied, or written by hand. */
    private static boolean isReplaced(ApkCall call, String file) {
        return call.invocation().before().files().node(file).isPresent();
    }
}
