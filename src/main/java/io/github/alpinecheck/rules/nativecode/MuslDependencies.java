package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.linker.Verdict;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.OwnCode;
import io.github.alpinecheck.rule.Project.Dependency;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The native code in the project's libraries loads with musl. */
@RuleName("muslDependencies")
public final class MuslDependencies extends Rule {

    private static final int MANY = 3;

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(stage -> stage.initial().isAlpine() && stage.result().libc() == Libc.MUSL)
                .filter(stage -> stage.result().java().isPresent() && LibraryChoice.isLeftToJava(stage.result()))
                .ifPresent(stage -> Platform.of(context.build(), stage).ifPresent(m -> check(context, stage, m)));
    }

    private static void check(RuleContext context, StageModel stage, Machine machine) {
        Optional<ImageLinker> linker = ImageLinker.of(stage.result(), machine);
        if (linker.isPresent() && new OwnCode(context).in(stage).isPresent()) {
            for (Dependency library : context.project().runtimeDependencies()) {
                check(context, stage, machine, linker.get(), library);
            }
        }
    }

    private static void check(
            RuleContext context, StageModel stage, Machine machine, ImageLinker linker, Dependency library) {
        List<NativeFile> all = context.project().nativeFiles(library, machine);
        Optional<String> unreadable = unreadable(context, machine, library, all);
        if (unreadable.isPresent()) {
            String key = "unreadable";
            Message message = context.message(key, library.coordinates(), library.trail(), unreadable.get());
            report(context, Severity.WARNING, stage, library, message);
            return;
        }
        List<NativeFile> files = LoadedFiles.of(all);
        List<Verdict> verdicts = linker.load(files, all);
        // what is true of the one that fares best is true of all, whichever is loaded
        Optional<Verdict> best = verdicts.stream().max(Comparator.comparing(MuslDependencies::fate));
        if (best.isPresent() && fate(best.get()) != Fate.WELL) {
            Span from = stage.syntax().from().image().span();
            Optional<String> remedy = new Remedy(stage.result(), machine, from, files, all).find();
            NativeFile file = files.get(verdicts.indexOf(best.get()));
            report(context, stage, library, file, best.get(), remedy);
        }
    }

    private static void report(
            RuleContext context,
            StageModel stage,
            Dependency library,
            NativeFile file,
            Verdict verdict,
            Optional<String> remedy) {
        boolean refused = fate(verdict) == Fate.REFUSED;
        Message message = context.message(
                key(refused, remedy.isPresent()),
                library.coordinates(),
                library.trail(),
                stage.base(),
                file.path(),
                refused ? said(verdict, file) : names(verdict.names()),
                remedy.orElse(""));
        report(context, refused ? Severity.ERROR : Severity.WARNING, stage, library, message);
    }

    private static void report(
            RuleContext context, Severity severity, StageModel stage, Dependency library, Message message) {
        List<Related> declaration = library.declaration().stream()
                .map(d -> new Related(
                        d.path(),
                        d.line(),
                        context.message("declared", library.direct()).text()))
                .toList();
        context.report(severity, stage.index(), stage.syntax().from().image().span(), message, declaration);
    }

    /** The jar, or the file in it that would have to be tried, if that cannot be read. */
    private static Optional<String> unreadable(
            RuleContext context, Machine machine, Dependency library, List<NativeFile> all) {
        String jar =
                library.file().map(file -> String.valueOf(file.getFileName())).orElse("");
        return context.project().isUnreadable(library, machine)
                ? Optional.of(jar)
                : LoadedFiles.unreadable(all).map(file -> jar + "!/" + file.path());
    }

    private static String key(boolean refused, boolean remedy) {
        if (refused) {
            return remedy ? "refused" : "refusedAnyway";
        }
        return remedy ? "unresolved" : "unresolvedAnyway";
    }

    /** From bad to good. */
    private enum Fate {
        REFUSED,
        CRASHES,
        /** Or nobody knows. */
        WELL
    }

    private static Fate fate(Verdict verdict) {
        return switch (verdict.outcome()) {
            case LOADS, RUNS, UNKNOWN, WRONG_MACHINE, NOT_LOADABLE, MISSING_INTERPRETER -> Fate.WELL;
            case LOADS_WITH_UNRESOLVED -> Fate.CRASHES;
            case MISSING_LIBRARY,
                    MISSING_SYMBOL,
                    LATE_THREAD_LOCALS,
                    UNSUPPORTED_RELOCATION,
                    IGNORED_RELOCATIONS,
                    EMPTY_SEGMENT -> Fate.REFUSED;
        };
    }

    /** musl's own words. */
    private static String said(Verdict verdict, NativeFile file) {
        return switch (verdict.outcome()) {
            case MISSING_LIBRARY ->
                "Error loading shared library " + verdict.names().get(0) + ": No such file or directory";
            case MISSING_SYMBOL ->
                "Error relocating " + file.name() + ": " + verdict.names().get(0) + ": symbol not found";
            case LATE_THREAD_LOCALS -> "initial-exec TLS resolves to dynamic definition";
            case UNSUPPORTED_RELOCATION -> "unsupported relocation type";
            case EMPTY_SEGMENT -> "Invalid argument";
            case IGNORED_RELOCATIONS -> "SIGSEGV";
            default -> throw new IllegalStateException(verdict.toString());
        };
    }

    private static String names(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(MANY, names.size())));
        return names.size() > MANY ? some + ", …" : some;
    }
}
