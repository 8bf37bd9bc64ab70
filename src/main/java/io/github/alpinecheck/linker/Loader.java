package io.github.alpinecheck.linker;

import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.linker.Library.Absent;
import io.github.alpinecheck.linker.Library.MuslItself;
import io.github.alpinecheck.linker.Library.Unknown;
import io.github.alpinecheck.linker.Verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the libraries that a file needs, and those that these need, breadth first, as musl does. */
final class Loader {

    /** Names that are musl, whatever follows the dot. */
    private static final List<String> RESERVED =
            List.of("libc.", "libm.", "libpthread.", "librt.", "libdl.", "libutil.", "libxnet.");

    private static final List<String> SYSTEM_PATH = List.of("/lib", "/usr/local/lib", "/usr/lib");

    /** More libraries than any process has: the end for files that need each other under ever new paths. */
    private static final int MAX_OBJECTS = 4096;

    private final LibraryFiles files;
    private final Musl musl;
    private final Machine machine;
    private final List<String> libraryPath;

    /** All that is in the process beside musl, in the order of loading. */
    private final List<LoadedObject> objects = new ArrayList<>();
    /** What a library needs, as far as it was found. */
    private final Map<LoadedObject, List<LoadedObject>> dependencies = new HashMap<>();

    private final List<String> missing = new ArrayList<>();
    private String missedBy = "";
    private Optional<Outcome> refusal = Optional.empty();
    private boolean uncertain;

    Loader(LibraryFiles files, Musl musl, Machine machine, List<String> libraryPath) {
        this.files = files;
        this.musl = musl;
        this.machine = machine;
        this.libraryPath = libraryPath;
    }

    /** Puts the file that was asked for, and nothing that it needs, into the process. */
    LoadedObject put(String path, Library library) {
        LoadedObject object = new LoadedObject(path, false, library, Optional.empty());
        objects.add(object);
        return object;
    }

    /** Loads what the objects that are there need, until nothing is needed any more. */
    void loadNeeded() {
        for (int i = 0; i < objects.size() && i < MAX_OBJECTS; i++) {
            LoadedObject object = objects.get(i);
            if (!dependencies.containsKey(object)) {
                List<LoadedObject> found = new ArrayList<>();
                object.needed().forEach(name -> load(name, object).ifPresent(found::add));
                dependencies.put(object, found);
            }
        }
    }

    private Optional<LoadedObject> load(String name, LoadedObject neededBy) {
        if (RESERVED.stream().anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        boolean search = name.indexOf('/') < 0;
        if (search) {
            Optional<LoadedObject> there =
                    objects.stream().filter(o -> o.shortName().equals(name)).findFirst();
            if (there.isPresent()) {
                return there;
            }
        }
        for (String path : search ? candidates(name, neededBy) : List.of(name)) {
            Library library = path.startsWith("/") ? files.at(path) : Library.ABSENT;
            if (!(library instanceof Absent)) {
                return add(new LoadedObject(path, search, library, Optional.of(neededBy)));
            }
        }
        if (missing.isEmpty()) {
            missedBy = neededBy.path();
        }
        missing.add(name);
        return Optional.empty();
    }

    /** Where a library is looked for, in order. */
    private List<String> candidates(String name, LoadedObject neededBy) {
        List<String> directories = new ArrayList<>(libraryPath);
        // the search paths of all who led here count, also DT_RUNPATH
        for (Optional<LoadedObject> by = Optional.of(neededBy);
                by.isPresent();
                by = by.get().neededBy()) {
            by.get().searchPath().ifPresent(p -> directories.addAll(List.of(p.split("[:\n]"))));
        }
        directories.addAll(SYSTEM_PATH);
        return directories.stream()
                .filter(d -> !d.isEmpty())
                .map(d -> d + "/" + name)
                .toList();
    }

    private Optional<LoadedObject> add(LoadedObject object) {
        if (object.library() instanceof Unknown) {
            uncertain = true;
            return Optional.empty();
        }
        if (object.library() instanceof MuslItself) {
            return Optional.empty();
        }
        Optional<LoadedObject> same =
                objects.stream().filter(o -> o.path().equals(object.path())).findFirst();
        if (same.isPresent()) {
            return same;
        }
        Optional<Outcome> refused = object.file().flatMap(this::refused);
        if (refused.isPresent()) {
            refusal = refusal.or(() -> refused);
            return Optional.empty();
        }
        if (object.file().filter(Loader::isLibc).isPresent()) {
            return Optional.empty();
        }
        objects.add(object);
        return Optional.of(object);
    }

    /** Why a file cannot be mapped. */
    Optional<Outcome> refused(ElfFile file) {
        if (!file.header().machine().filter(machine::equals).isPresent()) {
            return Optional.of(Outcome.WRONG_MACHINE);
        }
        if (!file.dynamic()) {
            return Optional.of(Outcome.NOT_LOADABLE);
        }
        return file.emptySegment() && !musl.acceptsEmptySegments()
                ? Optional.of(Outcome.EMPTY_SEGMENT)
                : Optional.empty();
    }

    /** A second libc is dropped in favour of the one that runs. */
    private static boolean isLibc(ElfFile file) {
        return file.exports().get("__libc_start_main") == ElfFile.Export.DEFINED
                && file.exports().get("stdin") == ElfFile.Export.DEFINED;
    }

    /** All objects in the order in which they were loaded. */
    List<LoadedObject> objects() {
        return objects;
    }

    /** An object and all that it needs, breadth first. */
    List<LoadedObject> withDependencies(LoadedObject root) {
        List<LoadedObject> found = new ArrayList<>(List.of(root));
        for (int i = 0; i < found.size(); i++) {
            for (LoadedObject dependency : dependencies.getOrDefault(found.get(i), List.of())) {
                if (!found.contains(dependency)) {
                    found.add(dependency);
                }
            }
        }
        return found;
    }

    /** Why the load fails before any relocation; empty when it does not. */
    Optional<Verdict> failure() {
        if (refusal.isPresent()) {
            return Optional.of(Verdict.of(refusal.get()));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Outcome.MISSING_LIBRARY, missing.stream().distinct().toList(), missedBy));
    }

    /** Whether a library may or may not be there. */
    boolean isUncertain() {
        return uncertain;
    }
}
