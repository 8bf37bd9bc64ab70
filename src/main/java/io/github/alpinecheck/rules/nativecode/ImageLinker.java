package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.linker.Library;
import io.github.alpinecheck.linker.MuslLinker;
import io.github.alpinecheck.linker.Verdict;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** musl's linker in a container of an image, as a Java program in it meets it. */
final class ImageLinker {

    /** What musl reads when a program starts. */
    static final String PRELOAD = "LD_PRELOAD";

    static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    private final ImageState image;
    private final Release release;
    private final Musl musl;
    private final Machine machine;
    private final List<String> preloads;
    private final List<String> libraryPath;

    private ImageLinker(
            ImageState image,
            Release release,
            Musl musl,
            Machine machine,
            List<String> preloads,
            List<String> libraryPath) {
        this.image = image;
        this.release = release;
        this.musl = musl;
        this.machine = machine;
        this.preloads = preloads;
        this.libraryPath = libraryPath;
    }

    /** The linker; empty where nobody knows what it would read. */
    static Optional<ImageLinker> of(ImageState image, Machine machine) {
        Optional<Release> release = image.release();
        Optional<Musl> musl = release.flatMap(r -> Musl.of(r, machine.id()));
        Optional<List<String>> preloads = words(image, PRELOAD, "[: \t\n]");
        Optional<List<String>> directories = words(image, LIBRARY_PATH, "[:\n]");
        if (musl.isEmpty() || preloads.isEmpty() || directories.isEmpty()) {
            return Optional.empty();
        }
        List<String> libraryPath = new ArrayList<>(directories.get());
        libraryPath.add(0, ImageLibraries.OF_JAVA);
        ImageLinker linker =
                new ImageLinker(image, release.get(), musl.get(), machine, preloads.get(), List.copyOf(libraryPath));
        return linker.preloadsAreKnown() ? Optional.of(linker) : Optional.empty();
    }

    private static Optional<List<String>> words(ImageState image, String variable, String separator) {
        Optional<PartialString> value = EnvironmentVariables.value(image, variable);
        if (value.isEmpty()) {
            return Optional.of(List.of());
        }
        return value.get()
                .known()
                .map(text -> Stream.of(text.split(separator))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private boolean preloadsAreKnown() {
        ImageLibraries libraries = new ImageLibraries(image, release, machine, Set.of());
        return preloads.stream().map(libraries::at).noneMatch(Library.UNKNOWN::equals);
    }

    /**
     * What becomes of files that are unpacked from a jar, and loaded or started, each by itself.
     *
     * @param all what the jar may unpack beside them
     */
    List<Verdict> unpacked(List<NativeFile> files, List<NativeFile> all) {
        MuslLinker linker = linker(all.stream().map(NativeFile::name).collect(Collectors.toSet()));
        return files.stream()
                .map(f -> verdict(linker, ImageLibraries.UNPACKED + "/" + f.name(), f.file()))
                .toList();
    }

    /** What becomes of a file of the image when it is loaded or started. */
    Verdict inPlace(String path, ElfFile file) {
        return verdict(linker(Set.of()), path, file);
    }

    private MuslLinker linker(Set<String> unpacked) {
        return new MuslLinker(
                musl, machine, new ImageLibraries(image, release, machine, unpacked), preloads, libraryPath);
    }

    private static Verdict verdict(MuslLinker linker, String path, ElfFile file) {
        return file.isProgram() ? linker.start(path, file) : linker.load(path, file);
    }
}
