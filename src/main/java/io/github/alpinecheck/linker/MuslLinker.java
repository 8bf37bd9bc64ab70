package io.github.alpinecheck.linker;

import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.linker.Library.Known;
import io.github.alpinecheck.linker.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * musl's dynamic linker on a machine, over the files of an image.
 *
 * @param musl what the release's libc exports and how its linker behaves
 * @param preloads the paths of {@code LD_PRELOAD}
 * @param libraryPath the directories of {@code LD_LIBRARY_PATH}
 */
public record MuslLinker(
        Musl musl, Machine machine, LibraryFiles files, List<String> preloads, List<String> libraryPath) {

    private static final String GCOMPAT = "/lib/libgcompat.so.0";

    public MuslLinker {
        preloads = List.copyOf(preloads);
        libraryPath = List.copyOf(libraryPath);
    }

    /**
     * What happens when a running JVM that was built for musl loads a library by its path, as {@code System.load} does:
     * lazily, and with its names for itself.
     */
    public Verdict load(String path, ElfFile file) {
        Loader loader = new Loader(files, musl, machine, libraryPath);
        preload(loader);
        loader.loadNeeded();
        List<LoadedObject> early = List.copyOf(loader.objects());
        Optional<Outcome> refused = loader.refused(file);
        if (refused.isPresent()) {
            return Verdict.of(refused.get());
        }
        LoadedObject root = loader.put(path, new Known(file));
        loader.loadNeeded();
        List<LoadedObject> scope = new ArrayList<>(early);
        scope.addAll(loader.withDependencies(root));
        return link(loader, scope, Set.copyOf(early), true);
    }

    /** What happens when a program is started. */
    public Verdict start(String path, ElfFile file) {
        if (file.header().machine().filter(machine::equals).isEmpty()) {
            return Verdict.of(Outcome.WRONG_MACHINE);
        }
        if (file.interpreter().isEmpty()) {
            return Verdict.of(file.isProgram() || !file.dynamic() ? Outcome.RUNS : Outcome.NOT_LOADABLE);
        }
        Library interpreter = files.at(file.interpreter().get());
        if (interpreter instanceof Library.Absent) {
            return new Verdict(
                    Outcome.MISSING_INTERPRETER, List.of(file.interpreter().get()), path);
        }
        boolean gcompat = interpreter instanceof Library.Listed;
        if (!gcompat && !(interpreter instanceof Library.MuslItself)) {
            return Verdict.of(Outcome.UNKNOWN);
        }
        Loader loader = new Loader(files, musl, machine, libraryPath);
        loader.put(path, new Known(file));
        if (gcompat) {
            // its linker starts musl's with itself preloaded, under its own name
            loader.put(file.interpreter().get(), interpreter);
            loader.put(GCOMPAT, files.at(GCOMPAT));
        }
        preload(loader);
        loader.loadNeeded();
        Verdict verdict = link(loader, loader.objects(), Set.copyOf(loader.objects()), false);
        return verdict.outcome() == Outcome.LOADS ? Verdict.of(Outcome.RUNS) : verdict;
    }

    private void preload(Loader loader) {
        for (String path : preloads) {
            Library library = files.at(path);
            // what cannot be preloaded is a message on the screen and nothing else
            if (!(library instanceof Library.Absent)) {
                loader.put(path, library);
            }
        }
    }

    private Verdict link(Loader loader, List<LoadedObject> scope, Set<LoadedObject> early, boolean lazy) {
        Optional<Verdict> failure = loader.failure();
        if (failure.isPresent()) {
            return failure.get();
        }
        if (loader.isUncertain()) {
            return Verdict.of(Outcome.UNKNOWN);
        }
        Relocator relocator = new Relocator(musl, RelocationTypes.of(machine), scope, early, lazy);
        loader.objects().stream().filter(o -> !lazy || !early.contains(o)).forEach(relocator::relocate);
        return relocator.verdict();
    }
}
