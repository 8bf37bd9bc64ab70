package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.InstalledPackages.Root;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Packages that only the build needs are in no layer of the shipped image. */
@RuleName("buildDependencies")
public final class BuildDependencies extends Rule {

    /** Words in the names of virtual packages that only the build needs. Those of the finished program have "run" in them. */
    private static final Set<String> OF_THE_BUILD =
            Set.of("build", "builddep", "builddeps", "builder", "buildtime", "compile", "fetch");

    private static final String OF_THE_PROGRAM = "run";

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.shipped()) {
                ApkCall.of(stage).forEach(call -> deletedLater(context, call));
            }
        }
        context.build().result().ifPresent(stage -> neverDeleted(context, stage));
    }

    private static void deletedLater(RuleContext context, ApkCall call) {
        if (!call.is("del") || call.isElsewhere()) {
            return;
        }
        Map<String, Root> roots = call.invocation().before().packages().roots();
        List<String> names = new ArrayList<>();
        Optional<Span> added = Optional.empty();
        for (Operand word : call.line().names()) {
            Optional<Root> root = word.known().map(roots::get).filter(r -> isOfEarlierLayer(r, call));
            if (root.isPresent() && !names.contains(root.get().name())) {
                names.add(root.get().name());
                added = added.or(() -> root.map(Root::at));
            }
        }
        if (added.isPresent()) {
            int line = context.build()
                    .dockerfile()
                    .source()
                    .position(added.get().start())
                    .line();
            context.report(
                    Severity.WARNING,
                    call.stage().index(),
                    call.invocation().span(),
                    context.message("otherLayer", String.join(" ", names), line));
        }
    }

    private static boolean isOfEarlierLayer(Root root, ApkCall call) {
        return root.certain() && !call.step().instruction().span().contains(root.at());
    }

    private static void neverDeleted(RuleContext context, StageModel stage) {
        if (!stage.result().isAlpine() || mayBeDeletedLater(stage)) {
            return;
        }
        for (Root root : stage.result().packages().roots().values()) {
            if (root.virtual() && root.certain() && isOfTheBuild(root.name())) {
                context.report(Severity.WARNING, root.at(), context.message("neverDeleted", root.name()));
            }
        }
    }

    private static boolean isOfTheBuild(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains(OF_THE_PROGRAM)
                && Stream.of(lower.split("[-._]", -1)).anyMatch(OF_THE_BUILD::contains);
    }

    /** In the build of another image on top of this one. */
    private static boolean mayBeDeletedLater(StageModel stage) {
        return stage.steps().stream().anyMatch(step -> step.instruction() instanceof Instruction.Onbuild);
    }
}
