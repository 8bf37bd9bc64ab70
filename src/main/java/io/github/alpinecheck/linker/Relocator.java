package io.github.alpinecheck.linker;

import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfSymbol;
import io.github.alpinecheck.elf.Relocation;
import io.github.alpinecheck.linker.LoadedObject.Has;
import io.github.alpinecheck.linker.Verdict.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works through the relocations of libraries as musl does: which names are found, and what happens when one is not. */
final class Relocator {

    /** How names begin that the run-time libraries of gcc and clang have. */
    private static final List<String> COMPILER_NAMES =
            List.of("_Z", "__cxa_", "__gxx_", "_Unwind_", "__once_proxy", "__dynamic_cast");

    private static final List<String> COMPILER_VERSIONS =
            List.of("GLIBCXX_", "CXXABI_", "GCC_", "GOMP_", "OMP_", "LIBATOMIC_");

    private final Musl musl;
    private final RelocationTypes types;
    /** Where names are looked up, in order; musl's own are found from everywhere. */
    private final List<LoadedObject> scope;
    /** Libraries that were there when the process started: their thread-local variables have fixed places. */
    private final Set<LoadedObject> early;
    /** Whether functions may be missing until they are called. */
    private final boolean lazy;

    private final Set<String> missing = new LinkedHashSet<>();
    private String missedBy = "";
    private final Set<String> unresolved = new LinkedHashSet<>();
    private String unresolvedBy = "";
    private Optional<Outcome> other = Optional.empty();
    /** Whether a name may be in a library that nobody has listed, or in the program that loads this one. */
    private boolean uncertain;

    Relocator(Musl musl, RelocationTypes types, List<LoadedObject> scope, Set<LoadedObject> early, boolean lazy) {
        this.musl = musl;
        this.types = types;
        this.scope = scope;
        this.early = early;
        this.lazy = lazy;
    }

    /** Relocates one object; the first fatal thing of all objects counts. */
    void relocate(LoadedObject object) {
        Optional<ElfFile> file = object.file();
        if (file.isEmpty()) {
            return;
        }
        boolean mayWait = lazy && !file.get().bindNow();
        for (Relocation relocation : file.get().relocations()) {
            if (!isFatal()) {
                relocate(object, relocation, mayWait);
            } else if (other.isEmpty()) {
                collectMissing(object, relocation, mayWait);
            }
        }
        if (file.get().compactRelocations() && !musl.knowsCompactRelocations() && !isFatal()) {
            other = Optional.of(Outcome.IGNORED_RELOCATIONS);
        }
    }

    private boolean isFatal() {
        return other.isPresent() || !missing.isEmpty();
    }

    private void collectMissing(LoadedObject object, Relocation relocation, boolean mayWait) {
        boolean waits = mayWait && types.mayWait(relocation.type());
        if (!waits
                && relocation
                        .symbol()
                        .filter(s -> isMissing(object, s, relocation.type()))
                        .isPresent()) {
            miss(object, relocation.symbol().get());
        }
    }

    private void relocate(LoadedObject object, Relocation relocation, boolean mayWait) {
        int type = relocation.type();
        if (types.isNothing(type)) {
            return;
        }
        Optional<ElfSymbol> symbol = relocation.symbol();
        if (symbol.isPresent() && isMissing(object, symbol.get(), type)) {
            if (mayWait && types.mayWait(type)) {
                postpone(object, symbol.get());
            } else {
                miss(object, symbol.get());
            }
        } else if (types.isInitialExec(type) && musl.refusesLateThreadLocals() && isLate(object, symbol)) {
            other = Optional.of(Outcome.LATE_THREAD_LOCALS);
        } else if (!types.isSupported(type)) {
            other = Optional.of(Outcome.UNSUPPORTED_RELOCATION);
        }
    }

    private void postpone(LoadedObject object, ElfSymbol symbol) {
        if (isOfRuntime(symbol)) {
            if (unresolved.isEmpty()) {
                unresolvedBy = object.path();
            }
            unresolved.add(symbol.name());
        } else {
            uncertain = true;
        }
    }

    private void miss(LoadedObject object, ElfSymbol symbol) {
        if (isOfRuntime(symbol)) {
            if (missing.isEmpty()) {
                missedBy = object.path();
            }
            missing.add(symbol.name());
        } else {
            uncertain = true;
        }
    }

    private boolean isMissing(LoadedObject object, ElfSymbol symbol, int type) {
        if (symbol.binding() == ElfSymbol.Binding.LOCAL) {
            return false;
        }
        if (symbol.binding() == ElfSymbol.Binding.WEAK && !symbol.defined()) {
            return false;
        }
        Has has = definition(object, symbol, type);
        uncertain |= has == Has.PERHAPS && !isOfCompiler(symbol);
        return has == Has.NO;
    }

    /** Whether the name is found: in the scope, then, since musl is in every process, in musl. */
    private Has definition(LoadedObject object, ElfSymbol symbol, int type) {
        if (musl.finds(symbol.name())) {
            return Has.YES;
        }
        Has best = Has.NO;
        for (LoadedObject candidate : scope) {
            if (types.isCopy(type) && candidate.equals(object)) {
                continue;
            }
            Has has = candidate.has(symbol.name(), types.isCall(type));
            if (has == Has.YES) {
                return has;
            }
            best = has == Has.PERHAPS && !isOfLibc(symbol) ? has : best;
        }
        return best;
    }

    /** Whether the variable certainly belongs to a library that came late. */
    private boolean isLate(LoadedObject object, Optional<ElfSymbol> symbol) {
        if (symbol.isEmpty() || symbol.get().binding() == ElfSymbol.Binding.LOCAL) {
            return isLate(object);
        }
        for (LoadedObject candidate : scope) {
            Has has = candidate.has(symbol.get().name(), false);
            if (has != Has.NO) {
                return has == Has.YES && isLate(candidate);
            }
        }
        return false;
    }

    private boolean isLate(LoadedObject object) {
        return !early.contains(object)
                && object.file().filter(ElfFile::threadLocalStorage).isPresent();
    }

    /** Whether a libc or a compiler's runtime must have the name, and not the program that loads the library. */
    private static boolean isOfRuntime(ElfSymbol symbol) {
        return symbol.version().isPresent() || isOfLibc(symbol);
    }

    /** Whether it is a name of the libraries of a compiler: one that is linked with them was made for their names. */
    private static boolean isOfCompiler(ElfSymbol symbol) {
        return COMPILER_NAMES.stream().anyMatch(symbol.name()::startsWith)
                || symbol.version()
                        .filter(v -> COMPILER_VERSIONS.stream().anyMatch(v::startsWith))
                        .isPresent();
    }

    private static boolean isOfLibc(ElfSymbol symbol) {
        return symbol.version().filter(v -> v.startsWith("GLIBC_")).isPresent() || Musl.isEverExported(symbol.name());
    }

    Verdict verdict() {
        if (!missing.isEmpty()) {
            return new Verdict(Outcome.MISSING_SYMBOL, List.copyOf(missing), missedBy);
        }
        if (other.isPresent()) {
            return Verdict.of(other.get());
        }
        if (!unresolved.isEmpty()) {
            return new Verdict(Outcome.LOADS_WITH_UNRESOLVED, List.copyOf(unresolved), unresolvedBy);
        }
        return Verdict.of(uncertain ? Outcome.UNKNOWN : Outcome.LOADS);
    }
}
