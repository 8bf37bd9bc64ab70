package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.image.command.ApkModel;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Certificates that are put into the image are registered, by a program that is there. */
@RuleName("caCertificates")
public final class CaCertificates extends Rule {

    private static final String UPDATE = "update-ca-certificates";
    private static final String OWN = "/usr/local/share/ca-certificates";
    private static final Set<String> ENDINGS = Set.of(".crt", ".pem", ".cer");

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.invocations().forEach(i -> missing(context, stage, i));
            }
        }
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> unregistered(context, s));
    }

    /** {@code update-ca-certificates} comes with the package only; no base image of Alpine's has it. */
    private static void missing(RuleContext context, StageModel stage, Invocation invocation) {
        boolean fails = invocation.certain()
                && invocation.runs(UPDATE)
                && invocation.outcome() == Invocation.Outcome.FAILS
                && invocation.consequence() != Consequence.HANDLED
                && invocation.before().packagePresence("ca-certificates") == Presence.ABSENT;
        if (fails) {
            boolean fatal = invocation.consequence() == Consequence.FAILS_BUILD;
            context.report(
                    fatal ? Severity.ERROR : Severity.WARNING,
                    stage.index(),
                    invocation.words().get(0).span(),
                    context.message(
                            fatal ? "missing" : "missingIgnored", stage.base().toString()));
        }
    }

    /** A certificate lies where {@code update-ca-certificates} looks, and that never ran. */
    private static void unregistered(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        List<Step> steps = stage.steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> certificate = certificateOf(steps.get(i));
            if (certificate.isEmpty() || mayBeRegistered(steps.subList(i, steps.size()), image)) {
                continue;
            }
            Span span = steps.get(i).instruction().span();
            context.report(Severity.WARNING, stage.index(), span, context.message("unregistered", certificate.get()));
        }
    }

    /** The certificate that a COPY or ADD puts into the directory of own certificates. */
    private static Optional<String> certificateOf(Step step) {
        boolean transfer =
                step.instruction() instanceof Instruction.Copy || step.instruction() instanceof Instruction.Add;
        return transfer
                ? step.after().files().pathsBelow(OWN).stream()
                        .filter(p -> ENDINGS.stream().anyMatch(p::endsWith))
                        .filter(p -> step.after().file(p) instanceof FileNode.Regular)
                        .filter(p -> step.after()
                                .files()
                                .entry(p)
                                .flatMap(FileSystem.Entry::writtenAt)
                                .filter(step.instruction().span()::equals)
                                .isPresent())
                        .sorted()
                        .findFirst()
                : Optional.empty();
    }

    private static boolean mayBeRegistered(List<Step> later, ImageState image) {
        boolean inBuild = later.stream().flatMap(s -> s.invocations().stream()).anyMatch(CaCertificates::mayRegister);
        // Temurin's entry point registers them when it is asked to
        boolean atStart = image.environment().containsKey("USE_SYSTEM_CA_CERTS")
                || image.processes()
                        .main()
                        .map(c -> Interpreter.start(c, new Span(0, 0), image).invocations().stream()
                                .anyMatch(i -> mayRegister(i) && !i.runs("java")))
                        .orElse(true);
        return inBuild || atStart;
    }

    private static boolean mayRegister(Invocation invocation) {
        if (!invocation.understood() || invocation.runs(UPDATE) || invocation.runs("keytool")) {
            return true;
        }
        if (invocation.runs("cat") || invocation.runs("tee") || invocation.runs("cp") || invocation.runs("mv")) {
            return invocation.words().stream().anyMatch(w -> w.value().pattern().contains("ca-certificates"));
        }
        if (!invocation.runs("apk")) {
            return false;
        }
        // the package's trigger runs update-ca-certificates when it is installed
        return ApkCommandLine.parse(invocation.arguments(), invocation.before().release()).names().stream()
                .map(n -> n.known().map(ApkModel::packageName).orElse("ca-certificates"))
                .anyMatch("ca-certificates"::equals);
    }
}
