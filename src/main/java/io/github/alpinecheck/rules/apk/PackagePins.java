package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.MissingPackages;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The versions that {@code apk add} asks for can be had, also when the repository has moved on. */
@RuleName("packagePins")
public final class PackagePins extends Rule {

    /** Whether every package needs a version, such as {@code git~2.47}. */
    private boolean require;

    @Override
    protected void check(RuleContext context) {
        for (ApkCall call : ApkCall.of(context.build())) {
            if (call.is("add") && !call.isElsewhere()) {
                StandardRepositories.release(call).ifPresent(release -> versions(context, call, release));
                if (require) {
                    unpinned(context, call);
                }
            }
        }
    }

    private static void versions(RuleContext context, ApkCall call, Release release) {
        if (call.invocation().consequence() != Consequence.HANDLED) {
            call.line().names().forEach(word -> unsatisfiable(context, call, word));
        }
        if (movesOn(release, context.asOf())) {
            exact(context, call, release);
        }
    }

    private static void unsatisfiable(RuleContext context, ApkCall call, Operand word) {
        // measured: apk 2.7.6 of Alpine 3.6 finds nothing for ~, the later ones do
        boolean old = call.invocation()
                .before()
                .release()
                .filter(r -> !r.isAtLeast(3, 7))
                .isPresent();
        Optional<PackageVersion> version = word.known().flatMap(PackageVersion::parse);
        version.filter(v -> v.isExact() && !v.hasBuild())
                .ifPresent(v -> unsatisfiable(context, call, word, v, old ? "withoutBuildOld" : "withoutBuild"));
        version.filter(v -> old && v.isFuzzy()).ifPresent(v -> unsatisfiable(context, call, word, v, "fuzzy"));
    }

    private static void unsatisfiable(
            RuleContext context, ApkCall call, Operand word, PackageVersion version, String key) {
        context.report(
                call.severityOfFailure(),
                call.stage().index(),
                word.span(),
                context.message(key, word, version.relaxed(), version.name()));
    }

    /** Whether new builds of packages still take the place of older ones. */
    private static boolean movesOn(Release release, LocalDate day) {
        return release.isEdge() || release.endOfSupport().filter(day::isBefore).isPresent();
    }

    private static void exact(RuleContext context, ApkCall call, Release release) {
        List<PackageVersion> exact = call.line().names().stream()
                .flatMap(word -> word.known().flatMap(PackageVersion::parse).stream())
                .filter(v -> v.isExact() && v.hasBuild())
                .filter(v -> MissingPackages.load().missing(v.name(), release).isEmpty())
                .toList();
        if (!exact.isEmpty()) {
            PackageVersion first = exact.get(0);
            String key = exact.size() == 1 ? "exact" : "exactSeveral";
            context.report(
                    Severity.WARNING,
                    call.stage().index(),
                    call.invocation().span(),
                    context.message(
                            key,
                            first.name() + first.operator() + first.version(),
                            first.relaxed(),
                            release,
                            exact.size() - 1));
        }
    }

    private static void unpinned(RuleContext context, ApkCall call) {
        for (Operand word : call.line().names()) {
            boolean pinned = word.known().flatMap(PackageVersion::parse).isPresent();
            boolean name = word.known()
                    .filter(w -> PackageVersion.isName(w) && !w.endsWith(".apk"))
                    .isPresent();
            if (name && !pinned) {
                context.report(Severity.WARNING, call.stage().index(), word.span(), context.message("required", word));
            }
        }
    }
}
