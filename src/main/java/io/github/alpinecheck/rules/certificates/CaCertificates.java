package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Invocation.Consequence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.certificates.JavaTrust;
import io.github.alpinecheck.image.certificates.Registration;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Certificates that are put into the image are trusted by what runs in it. */
@RuleName("caCertificates")
public final class CaCertificates extends Rule {

    /** Programs that do not look into the files that they name. */
    private static final Set<String> BLIND = Set.of("chgrp", "chmod", "chown", "echo", "ls", "printf", "test", "[");

    private static final String JAVA_LIST = "/etc/ssl/certs/java/cacerts";

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.invocations().forEach(i -> missing(context, stage, i));
                stage.invocations().stream()
                        .filter(Registration::needsMissingList)
                        .findFirst()
                        .ifPresent(i -> context.report(
                                Severity.WARNING, stage.index(), i.span(), context.message("noList", stage.base())));
            }
        }
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> {
            JavaTrust java = JavaTrust.of(s);
            certificates(context, s, java);
            link(context, s);
            entrypoint(context, s, java);
        });
    }

    /** {@code update-ca-certificates} comes with the package only; no base image of Alpine's has it. */
    private static void missing(RuleContext context, StageModel stage, Invocation invocation) {
        boolean fails = invocation.certain()
                && invocation.runs(Registration.UPDATE)
                && invocation.outcome() == Invocation.Outcome.FAILS
                && invocation.consequence() != Consequence.HANDLED
                && invocation.before().packagePresence("ca-certificates") == Presence.ABSENT;
        if (fails) {
            boolean fatal = invocation.failsBuild();
            context.report(
                    fatal ? Severity.ERROR : Severity.WARNING,
                    stage.index(),
                    invocation.words().get(0).span(),
                    context.message(
                            fatal ? "missing" : "missingIgnored", stage.base().toString()));
        }
    }

    /** A certificate lies where {@code update-ca-certificates} looks, and those who should trust it do not. */
    private static void certificates(RuleContext context, StageModel stage, JavaTrust java) {
        List<Step> steps = stage.steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> certificate = Registration.certificateOf(steps.get(i));
            if (certificate.isPresent() && !isNamed(certificate.get(), java)) {
                Registration registration = Registration.after(steps.subList(i, steps.size()), java);
                Span span = steps.get(i).instruction().span();
                problem(context, stage, java, registration, certificate.get())
                        .ifPresent(m -> context.report(Severity.WARNING, stage.index(), span, m));
            }
        }
    }

    private static Optional<Message> problem(
            RuleContext context, StageModel stage, JavaTrust java, Registration registration, String certificate) {
        if (!registration.isPossible()) {
            return Optional.of(context.message(java.hasOwnStore() ? "unregisteredJvm" : "unregistered", certificate));
        }
        boolean systemOnly =
                registration.isForSystemOnly() && java.hasOwnStore() && java.startsJava() && !java.mayDiffer();
        if (!systemOnly) {
            return Optional.empty();
        }
        String key = java.mayImportAtStart() ? "systemOnlyImport" : "systemOnly";
        return Optional.of(
                context.message(key, certificate, stage.initial().base().get().reference()));
    }

    /** Whether a program is told to read the file, or all in its directory, by itself. */
    private static boolean isNamed(String certificate, JavaTrust java) {
        boolean variable = java.image().environment().values().stream()
                .map(PartialString::pattern)
                .anyMatch(v -> v.contains(FileSystem.parent(certificate)));
        Stream<Invocation> started = java.started().stream().flatMap(List::stream);
        return variable
                || Stream.concat(java.invocations().stream(), started)
                        .filter(i -> i.program().filter(BLIND::contains).isEmpty())
                        .flatMap(i -> i.words().stream())
                        .anyMatch(w -> w.value().pattern().contains(certificate));
    }

    /** The list of a JVM is a link that leads nowhere. */
    private static void link(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        for (String path : image.files().pathsBelow("/")) {
            Optional<Span> at = image.files().entry(path).flatMap(FileSystem.Entry::writtenAt);
            boolean list = FileSystem.name(path).equals("cacerts") && at.isPresent();
            if (list && image.file(path) instanceof FileNode.Link link) {
                String target = link.target().toString();
                boolean dangling = image.exists(path) == Presence.ABSENT
                        || target.equals(JAVA_LIST) && Registration.isCertainlyWithoutJavaList(stage);
                if (dangling) {
                    context.report(
                            Severity.WARNING, stage.index(), at.get(), context.message("dangling", path, target));
                }
            }
        }
    }

    /** The variable is set, and what reads it does not run. */
    private static void entrypoint(RuleContext context, StageModel stage, JavaTrust java) {
        boolean asked = Optional.ofNullable(java.image().environment().get(JavaTrust.IMPORT))
                .flatMap(PartialString::known)
                .filter(v -> !v.isEmpty())
                .isPresent();
        Optional<String> replaced = java.replacedEntrypoint();
        if (asked && replaced.isPresent()) {
            Span span = java.image().processes().entrypoint().get().span();
            context.report(
                    Severity.WARNING,
                    stage.index(),
                    span,
                    context.message(
                            "entrypoint",
                            replaced.get(),
                            stage.initial().base().get().reference()));
        }
    }
}
