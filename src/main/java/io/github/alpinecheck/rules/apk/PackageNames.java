package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.MissingPackages;
import io.github.alpinecheck.alpine.MissingPackages.Missing;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.InstalledPackages.Root;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.ApkModel;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.Optional;

/** The packages that {@code apk add} asks for exist in the release, under the names that it asks for. */
@RuleName("packageNames")
public final class PackageNames extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (ApkCall call : ApkCall.of(context.build())) {
            boolean looks = call.is("add")
                    && !call.isElsewhere()
                    && !call.line().has("--force-broken-world")
                    && call.invocation().consequence() != Consequence.HANDLED;
            if (looks) {
                StandardRepositories.release(call).ifPresent(release -> check(context, call, release));
            }
        }
    }

    private static void check(RuleContext context, ApkCall call, Release release) {
        for (Operand word : call.line().names()) {
            Optional<String> name = word.known()
                    .filter(PackageNames::isAnyRepositorys)
                    .map(ApkModel::packageName)
                    .filter(n -> !isVirtual(call, n));
            Optional<Missing> missing = name.flatMap(n -> MissingPackages.load().missing(n, release));
            missing.ifPresent(m -> context.report(
                    call.severityOfFailure(),
                    call.stage().index(),
                    word.span(),
                    message(context, name.orElseThrow(), release, m)));
        }
    }

    /** Not a file, and not a name with a tag, which is looked for in the repository of that tag. */
    private static boolean isAnyRepositorys(String word) {
        return !word.endsWith(".apk") && word.indexOf('@') < 0;
    }

    /** Whether an earlier {@code apk add --virtual} has made the name. */
    private static boolean isVirtual(ApkCall call, String name) {
        Root root = call.invocation().before().packages().roots().get(name);
        return root != null && root.virtual();
    }

    private static Message message(RuleContext context, String name, Release release, Missing missing) {
        String text = missing.gone().isPresent()
                ? context.message("gone", name, release, missing.gone().get().version())
                        .text()
                : context.message("never", name).text();
        String help = missing.instead().isPresent()
                ? context.message("instead", missing.instead().get()).text()
                : context.message("search", release).text();
        return Message.of(text, help);
    }
}
