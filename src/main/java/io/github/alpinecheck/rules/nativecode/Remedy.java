package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Packages;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.SharedLibraries;
import io.github.alpinecheck.alpine.SharedLibraries.Content;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.linker.Verdict;
import io.github.alpinecheck.linker.Verdict.Outcome;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What to add to an image so that native code loads or starts: tried on the image's model, and given only if the linker then finds
 * everything.
 *
 * @param at where the packages would be installed
 * @param trial what becomes of all that must load or start
 */
record Remedy(ImageState image, Machine machine, Span at, Function<ImageLinker, List<Verdict>> trial) {

    private static final Set<Outcome> MISSING = Set.of(Outcome.MISSING_LIBRARY, Outcome.MISSING_INTERPRETER);

    private static final String GCOMPAT = "gcompat";
    private static final String GCOMPAT_LIBRARY = "libgcompat.so.0";

    /** A missing library may hide that another one is missing, and that one a third. */
    private static final int ROUNDS = 3;

    /** The instructions, as they are written; empty if nothing of Alpine's certainly helps. */
    Optional<String> find() {
        return byPackages().or(this::byPreloading);
    }

    /** The instruction that installs what is missing; empty if that is not certainly enough. */
    Optional<String> byPackages() {
        return missingPackages()
                .filter(packages -> !packages.isEmpty() && allLoad(with(packages)))
                .map(Remedy::add);
    }

    /** The instructions with which gcompat's names are found by all libraries: it must be there before them. */
    Optional<String> byPreloading() {
        return missingPackages().flatMap(this::preloading);
    }

    /** The instruction that installs those packages that may not be there; empty if all are. */
    Optional<String> installing(Set<String> packages) {
        Set<String> missing = new TreeSet<>(packages);
        missing.removeIf(name -> image.packagePresence(name) == Presence.PRESENT);
        return missing.isEmpty() ? Optional.empty() : Optional.of(add(missing));
    }

    private Optional<String> preloading(Set<String> packages) {
        Optional<String> library = image.release().flatMap(Remedy::preloadable);
        if (library.isEmpty()) {
            return Optional.empty();
        }
        packages.add(GCOMPAT);
        ImageState next = with(packages).withVariable(ImageLinker.PRELOAD, PartialString.of(library.get()));
        String variable = "ENV " + ImageLinker.PRELOAD + "=" + library.get();
        return allLoad(next)
                ? Optional.of(
                        installing(packages).map(add -> add + ", " + variable).orElse(variable))
                : Optional.empty();
    }

    private static String add(Set<String> packages) {
        Packages known = Packages.load();
        return packages.stream()
                .filter(name -> packages.stream()
                        .noneMatch(by -> !by.equals(name) && known.with(by).contains(name)))
                .collect(Collectors.joining(" ", "RUN apk add --no-cache ", ""));
    }

    private static Optional<String> preloadable(Release release) {
        return SharedLibraries.load().providers(GCOMPAT_LIBRARY, release).stream()
                .filter(p -> p.content() == Content.GCOMPAT)
                .flatMap(p -> p.directory().stream())
                .map(directory -> directory + "/" + GCOMPAT_LIBRARY)
                .findFirst();
    }

    private ImageState with(Set<String> packages) {
        return packages.isEmpty()
                ? image
                : image.withPackages(image.packages().add(List.copyOf(packages), Optional.empty(), at));
    }

    private boolean allLoad(ImageState next) {
        return verdicts(next).stream().allMatch(v -> v.outcome() == Outcome.LOADS || v.outcome() == Outcome.RUNS);
    }

    private List<Verdict> verdicts(ImageState next) {
        return ImageLinker.of(next, machine).map(trial).orElse(List.of());
    }

    /** The packages of all libraries that are missing, one after the other; empty if one of them has none. */
    private Optional<Set<String>> missingPackages() {
        Set<String> packages = new TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            Optional<Set<String>> more = missingPackages(with(packages));
            if (more.isEmpty()) {
                return Optional.empty();
            }
            packages.addAll(more.get());
        }
        return Optional.of(packages);
    }

    private Optional<Set<String>> missingPackages(ImageState next) {
        Set<String> packages = new TreeSet<>();
        for (Verdict verdict : verdicts(next)) {
            if (MISSING.contains(verdict.outcome())) {
                for (String file : verdict.names()) {
                    Optional<String> name = packageOf(FileSystem.name(file));
                    if (name.isEmpty()) {
                        return Optional.empty();
                    }
                    packages.add(name.get());
                }
            }
        }
        return Optional.of(packages);
    }

    private Optional<String> packageOf(String library) {
        return image.release().stream()
                .flatMap(release -> SharedLibraries.load().providers(library, release).stream())
                .filter(p -> p.content() != Content.UNKNOWN)
                // the links of libc6-compat are all that is needed where there still are some
                .sorted(Comparator.comparing(p -> p.content() != Content.MUSL))
                .flatMap(p -> p.packageName().stream())
                .findFirst();
    }
}
