package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.UnreachedNames;
import io.github.alpinecheck.linker.Verdict;
import io.github.alpinecheck.rule.NativeFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Native code in a jar that certainly does not work.
 *
 * @param files those of which the jar's classes load one or all
 * @param file the one of them that fares best
 * @param verdict what becomes of it
 */
record JarFailure(List<NativeFile> files, NativeFile file, Verdict verdict) {

    /**
     * What fails: a library, or else a program, which such classes unpack and start.
     *
     * @param all the native files of the jar for one machine
     */
    static Optional<JarFailure> of(List<NativeFile> all, ImageLinker linker) {
        return of(LoadedFiles.of(all), all, linker).or(() -> of(LoadedFiles.programs(all), all, linker));
    }

    private static Optional<JarFailure> of(List<NativeFile> files, List<NativeFile> all, ImageLinker linker) {
        List<Verdict> verdicts = linker.unpacked(files, all);
        if (doesWithout(files, verdicts)) {
            return Optional.empty();
        }
        // what is true of the one that fares best is true of all, whichever is loaded
        Optional<Verdict> best = verdicts.stream().max(Comparator.comparing(Fate::of));
        return best.filter(v -> Fate.of(v) != Fate.WELL)
                .map(v -> new JarFailure(files, files.get(verdicts.indexOf(v)), v));
    }

    /** Whether one of the files does not call what it lacks. */
    private static boolean doesWithout(List<NativeFile> files, List<Verdict> verdicts) {
        UnreachedNames unreached = UnreachedNames.load();
        for (int i = 0; i < files.size(); i++) {
            String file = files.get(i).name();
            Verdict verdict = verdicts.get(i);
            if (Fate.of(verdict) == Fate.CRASHES
                    && verdict.names().stream().allMatch(name -> unreached.contains(file, name))) {
                return true;
            }
        }
        return false;
    }

    boolean refused() {
        return Fate.of(verdict) == Fate.REFUSED;
    }

    /** The key of its message: what goes wrong, and whether anything of Alpine's helps. */
    String key(Optional<String> remedy) {
        if (refused()) {
            return remedy.isPresent() ? "refused" : "refusedAnyway";
        }
        return remedy.isPresent() ? "unresolved" : "unresolvedAnyway";
    }

    /** What musl says, or the names that it does not find. */
    String detail() {
        return refused() ? Fate.said(verdict, file.name()) : Fate.names(verdict.names());
    }
}
