package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.linker.Verdict;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The programs and libraries that one image has from the build context. */
final class BroughtFiles {

    /** More are not tried with other packages: they are a whole runtime, which has more needs than its files show. */
    private static final int MOST_FOR_REMEDY = 20;

    private final RuleContext context;
    private final StageModel stage;
    private final ImageState image;
    private final Machine machine;

    BroughtFiles(RuleContext context, StageModel stage, Machine machine) {
        this.context = context;
        this.stage = stage;
        this.image = stage.result();
        this.machine = machine;
    }

    /**
     * What goes wrong with one or more files of an instruction.
     *
     * @param detail what is missing, or what musl says
     */
    private record Problem(Kind kind, String detail) {

        /** The key of its message: whether anything of Alpine's helps. */
        String key(Optional<String> remedy) {
            return switch (kind) {
                case INTERPRETER -> remedy.isPresent() ? "interpreter" : "interpreterAnyway";
                case REFUSED -> remedy.isPresent() ? "refused" : "refusedAnyway";
                case UNRESOLVED -> remedy.isPresent() ? "unresolved" : "unresolvedAnyway";
            };
        }
    }

    private enum Kind {
        /** The program's own linker is not there. */
        INTERPRETER,
        /** musl cannot load it. */
        REFUSED,
        /** It is loaded without all names. */
        UNRESOLVED
    }

    void check() {
        List<BroughtFile> all = BroughtFile.of(image, machine);
        if (all.isEmpty() || Placement.isForOthers(stage)) {
            return;
        }
        Set<String> names = names();
        Optional<ImageLinker> linker = ImageLinker.of(image, machine);
        // a linker of glibc's in any directory can start all programs
        if (linker.isPresent() && names.stream().noneMatch(OtherLibc::isLoader)) {
            byInstruction(all).forEach((at, files) -> check(at, files, linker.get(), names));
        }
    }

    private static Map<Span, List<BroughtFile>> byInstruction(List<BroughtFile> files) {
        Map<Span, List<BroughtFile>> groups = new TreeMap<>();
        files.forEach(
                f -> groups.computeIfAbsent(f.at(), at -> new ArrayList<>()).add(f));
        return groups;
    }

    /** Of all files that the build certainly has put there. */
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String path : image.files().pathsBelow("/")) {
            FileNode node = image.file(path);
            if (node instanceof FileNode.Directory directory) {
                directory
                        .unpacked()
                        .forEach(a -> names.addAll(a.unpacked(machine).libraries()));
            } else if (!node.equals(FileNode.ABSENT)) {
                names.add(FileSystem.name(path));
            }
        }
        return names;
    }

    private void check(Span at, List<BroughtFile> all, ImageLinker linker, Set<String> names) {
        boolean oneMachine = all.stream()
                .allMatch(
                        f -> f.file().header().machine().filter(machine::equals).isPresent());
        // who brings files for several machines, or a build for musl too, chooses at the start
        boolean musl = all.stream().anyMatch(f -> LoadedFiles.isForMusl(f.nativeFile()));
        List<BroughtFile> files = all.stream()
                .filter(f -> !musl || LoadedFiles.isForMusl(f.nativeFile()))
                .filter(f -> LoadedFiles.isLinux(f.nativeFile()) && isUsedHere(f))
                .toList();
        Map<Problem, List<BroughtFile>> problems = new LinkedHashMap<>();
        if (oneMachine) {
            files.forEach(f -> problem(f, linker, names)
                    .ifPresent(p ->
                            problems.computeIfAbsent(p, k -> new ArrayList<>()).add(f)));
        }
        if (problems.keySet().stream().anyMatch(p -> p.kind() == Kind.INTERPRETER)) {
            // the libraries are those of the programs
            problems.keySet().removeIf(p -> p.kind() != Kind.INTERPRETER);
        }
        problems.forEach((problem, with) -> report(at, problem, with, files));
    }

    private boolean isUsedHere(BroughtFile file) {
        boolean starts = image.processes().main().isPresent()
                || image.base().filter(BaseImage::isMinirootfs).isEmpty();
        boolean called =
                image.programOnPath(file.name()).filter(file.path()::equals).isPresent();
        return (starts || called) && !Placement.isInVolume(stage, file.path());
    }

    private Optional<Problem> problem(BroughtFile file, ImageLinker linker, Set<String> names) {
        if (!file.file().isProgram() && !file.isLibrary()) {
            return Optional.empty();
        }
        Verdict verdict = linker.inPlace(file.path(), file.file());
        Fate fate = Fate.of(verdict);
        if (fate == Fate.WELL) {
            return Optional.empty();
        }
        return switch (verdict.outcome()) {
            case MISSING_INTERPRETER -> interpreter(verdict.names().get(0));
            case MISSING_LIBRARY -> missing(file, verdict, names);
            default ->
                isCertain(file, verdict)
                        ? Optional.of(
                                fate == Fate.CRASHES
                                        ? new Problem(Kind.UNRESOLVED, Fate.names(verdict.names()))
                                        : refused(file, verdict))
                        : Optional.empty();
        };
    }

    private static Problem refused(BroughtFile file, Verdict verdict) {
        return new Problem(Kind.REFUSED, Fate.said(verdict, file.name()));
    }

    private Optional<Problem> interpreter(String path) {
        return image.exists(path) == Presence.ABSENT
                ? Optional.of(new Problem(Kind.INTERPRETER, path))
                : Optional.empty();
    }

    /** A script may set a search path that leads to any file of the image. */
    private Optional<Problem> missing(BroughtFile file, Verdict verdict, Set<String> names) {
        boolean all = !image.files().mayHaveWritten("/");
        return verdict.names().stream()
                .filter(name -> !names.contains(name) && (all || OtherLibc.isLoader(name)))
                .findFirst()
                .map(name -> refused(file, new Verdict(verdict.outcome(), List.of(name), verdict.file())));
    }

    private boolean isCertain(BroughtFile file, Verdict verdict) {
        if (file.file().isProgram()) {
            return true;
        }
        // a script can preload gcompat, and nobody sees it here
        boolean compatible =
                Stream.of("gcompat", "libc6-compat").anyMatch(name -> image.packagePresence(name) != Presence.ABSENT);
        // what a program needs from its start may have such variables; what Java loads may not
        boolean late = verdict.outcome() != Verdict.Outcome.LATE_THREAD_LOCALS
                || LoadedFiles.isCalledByJava(file.nativeFile());
        return !compatible && late;
    }

    private void report(Span at, Problem problem, List<BroughtFile> with, Collection<BroughtFile> all) {
        Span from = stage.syntax().from().image().span();
        Remedy remedy = new Remedy(
                image,
                machine,
                from,
                l -> all.stream().map(f -> l.inPlace(f.path(), f.file())).toList());
        Optional<String> help = all.size() > MOST_FOR_REMEDY ? Optional.empty() : remedy.find();
        context.report(
                problem.kind() == Kind.UNRESOLVED ? Severity.WARNING : Severity.ERROR,
                Placement.sources(context.build(), at),
                context.message(
                        problem.key(help),
                        Fate.names(with.stream().map(BroughtFile::origin).toList()),
                        stage.base(),
                        problem.detail(),
                        help.orElse("")));
    }
}
