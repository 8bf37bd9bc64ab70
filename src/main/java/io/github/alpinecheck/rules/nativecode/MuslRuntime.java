package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A JDK or another program that is put on Alpine was built for musl. */
@RuleName("muslRuntime")
public final class MuslRuntime extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (!stage.initial().isAlpine() || stage.initial().libc() != Libc.MUSL) {
                continue;
            }
            for (Step step : stage.steps()) {
                copied(context, stage, step);
                if (stage.shipped()) {
                    step.invocations().forEach(i -> downloaded(context, stage, i));
                }
            }
        }
    }

    private static void copied(RuleContext context, StageModel stage, Step step) {
        // a stage that is not shipped may only pass it on
        boolean transfer = stage.shipped() && step.instruction() instanceof Instruction.Copy;
        if (!transfer || mayRunGlibc(stage.result())) {
            return;
        }
        for (Map.Entry<String, FileNode.Program> each : programsOf(step).entrySet()) {
            // one that is deleted or replaced again was not put there to run
            boolean kept =
                    each.getValue().equals(stage.result().files().programs().get(each.getKey()));
            if (kept && each.getValue().libc() == Libc.GLIBC && !Placement.isInVolume(stage, each.getKey())) {
                context.report(
                        Severity.ERROR,
                        stage.index(),
                        Placement.sources(step.instruction()),
                        context.message(
                                key(each.getValue().kind()), each.getValue().origin(), stage.base(), each.getKey()));
            }
        }
    }

    private static String key(FileNode.Program.Kind kind) {
        return switch (kind) {
            case JDK -> "jdk";
            case RUNTIME_IMAGE -> "runtimeImage";
            case EXECUTABLE -> "executable";
        };
    }

    /** The programs that the step has put into the image, by path. */
    private static Map<String, FileNode.Program> programsOf(Step step) {
        Map<String, FileNode.Program> programs = new TreeMap<>();
        step.after().files().programs().forEach((path, program) -> {
            boolean here = step.after()
                    .files()
                    .entry(path)
                    .flatMap(FileSystem.Entry::writtenAt)
                    .filter(step.instruction().span()::equals)
                    .isPresent();
            if (here) {
                programs.put(path, program);
            }
        });
        return programs;
    }

    /** A build for glibc that is downloaded while nothing in the image could run it. */
    private static void downloaded(RuleContext context, StageModel stage, Invocation invocation) {
        boolean download = invocation.certain() && (invocation.runs("wget") || invocation.runs("curl"));
        if (!download || asksOnly(invocation) || mayRunGlibc(stage.result())) {
            return;
        }
        for (Operand word : invocation.arguments()) {
            Optional<GlibcDownload> build = word.known().flatMap(GlibcDownload::of);
            if (build.isPresent()) {
                context.report(
                        Severity.WARNING,
                        stage.index(),
                        word.span(),
                        context.message(
                                build.get().forAlpine() ? "downloaded" : "downloadedPackaged",
                                build.get().product(),
                                stage.base().toString(),
                                build.get().packages()));
            }
        }
    }

    /** Whether it only asks whether the file is there. */
    private static boolean asksOnly(Invocation download) {
        return download.arguments().stream()
                .map(w -> w.value().pattern())
                .anyMatch(w -> w.equals("--spider")
                        || w.equals("--head")
                        || download.runs("curl") && w.startsWith("-") && !w.startsWith("--") && w.indexOf('I') > 0);
    }

    private static final Set<String> COMPATIBILITY = Set.of("gcompat", "libc6-compat");

    /** Whether something may be there that starts programs for glibc: gcompat, an added glibc, a loader from elsewhere. */
    private static boolean mayRunGlibc(ImageState image) {
        boolean packages = COMPATIBILITY.stream().anyMatch(p -> image.packagePresence(p) != Presence.ABSENT);
        boolean loader = image.exists("/lib64/ld-linux-x86-64.so.2") != Presence.ABSENT
                || image.exists("/lib/ld-linux-aarch64.so.1") != Presence.ABSENT;
        return packages || OtherLibc.mayBeAdded(image) || loader || image.libc() != Libc.MUSL;
    }
}
