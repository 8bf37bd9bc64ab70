package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.StageModel;
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
import java.util.List;
import java.util.Optional;

/** The native code in the project's libraries loads with musl. */
@RuleName("muslDependencies")
public final class MuslDependencies extends Rule {

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
        // what the packaging leaves out is not in the image; this is asked last, for it opens the archive
        JarFailure.of(all, linker)
                .filter(failure -> context.project().packaged(library, machine) != Presence.ABSENT)
                .ifPresent(failure -> {
                    Span from = stage.syntax().from().image().span();
                    Remedy remedy = new Remedy(stage.result(), machine, from, l -> l.unpacked(failure.files(), all));
                    report(context, stage, library, failure, new LibraryRemedy(context, library, remedy).find());
                });
    }

    private static void report(
            RuleContext context, StageModel stage, Dependency library, JarFailure failure, Optional<String> remedy) {
        Message message = context.message(
                failure.key(remedy),
                library.coordinates(),
                library.trail(),
                stage.base(),
                failure.file().path(),
                failure.detail(),
                remedy.orElse(""));
        report(context, failure.refused() ? Severity.ERROR : Severity.WARNING, stage, library, message);
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
}
