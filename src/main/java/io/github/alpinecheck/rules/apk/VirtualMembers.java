package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.ApkModel;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * {@code apk add tini --virtual .deps gcc}: everything on the line is a member of the virtual package, also what stands
 * before it, and is deleted with it (measured with the apk of each release).
 */
final class VirtualMembers {

    private VirtualMembers() {}

    static void check(RuleContext context, StageModel stage) {
        List<ApkCall> calls = ApkCall.of(stage);
        for (int i = 0; i < calls.size(); i++) {
            ApkCall call = calls.get(i);
            Optional<String> virtual = call.line().value("--virtual").flatMap(Operand::known);
            if (call.is("add") && virtual.isPresent() && !call.isElsewhere()) {
                deletion(calls.subList(i + 1, calls.size()), virtual.get())
                        .ifPresent(after -> report(context, call, virtual.get(), after));
            }
        }
    }

    /** The image after the first command that deletes the virtual package. */
    private static Optional<ImageState> deletion(List<ApkCall> calls, String virtual) {
        return calls.stream()
                .filter(c -> c.is("del") && c.line().names().stream().anyMatch(n -> n.is(virtual)))
                .map(c -> c.invocation().after())
                .findFirst();
    }

    private static void report(RuleContext context, ApkCall call, String virtual, ImageState after) {
        int option = start(call.line().value("--virtual").orElseThrow());
        boolean onBothSides = call.line().names().stream().anyMatch(n -> start(n) > option);
        for (Operand word : call.line().names()) {
            Optional<String> name = word.known().map(ApkModel::packageName);
            boolean lost = name.filter(n -> isGone(after, n)).isPresent();
            if (onBothSides && start(word) < option && lost) {
                context.report(
                        Severity.WARNING,
                        call.stage().index(),
                        word.span(),
                        context.message("virtual", name.orElse(""), virtual));
            }
        }
    }

    private static int start(Operand word) {
        return word.span().start();
    }

    /** Whether nothing that apk was asked for keeps the package. */
    private static boolean isGone(ImageState image, String name) {
        return image.packagePresence(name) != Presence.PRESENT
                && image.packages().roots().values().stream()
                        .noneMatch(root -> root.members().contains(name));
    }
}
