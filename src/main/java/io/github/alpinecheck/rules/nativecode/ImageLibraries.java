package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Gcompat;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.SharedLibraries;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.linker.Library;
import io.github.alpinecheck.linker.LibraryFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries of an image, as far as they are known.
 *
 * @param unpacked the names of the files that the jar may unpack beside each other
 */
record ImageLibraries(ImageState image, Release release, Machine machine, Set<String> unpacked)
        implements LibraryFiles {

    /** Where the Java virtual machine has its own libraries, which it puts on the search path when it starts. */
    static final String OF_JAVA = "//java";

    /** Where the jar unpacks its libraries. */
    static final String UNPACKED = "//unpacked";

    ImageLibraries {
        unpacked = Set.copyOf(unpacked);
    }

    @Override
    public Library at(String path) {
        String name = FileSystem.name(path);
        String directory = path.substring(0, Math.max(0, path.length() - name.length() - 1));
        List<SharedLibraries.Provider> providers = SharedLibraries.load().providers(name, release);
        if (directory.equals(UNPACKED)) {
            return unpacked.contains(name) ? Library.UNKNOWN : Library.ABSENT;
        }
        if (directory.equals(OF_JAVA)) {
            return providers.stream().anyMatch(p -> p.content() == SharedLibraries.Content.JAVA)
                    ? new Library.Unlisted(List.of())
                    : Library.ABSENT;
        }
        String normal = FileSystem.normalize(path);
        if (isMusl(normal)) {
            return Library.MUSL;
        }
        Optional<FileNode> built = image.files().node(normal);
        if (built.isPresent()) {
            return built(built.get(), normal);
        }
        // of a name that nobody knows not even the package is known
        return providers.isEmpty() ? Library.UNKNOWN : ofPackages(providers, FileSystem.parent(normal));
    }

    private boolean isMusl(String path) {
        return path.equals("/lib/ld-musl-" + machine.id() + ".so.1")
                || path.equals("/lib/libc.musl-" + machine.id() + ".so.1");
    }

    /** What the build itself has put there: links to musl in the place of glibc's files are an old remedy. */
    private Library built(FileNode node, String path) {
        if (node.equals(FileNode.ABSENT)) {
            return Library.ABSENT;
        }
        if (node instanceof FileNode.Link link) {
            boolean toMusl = link.target()
                    .known()
                    .map(t -> FileSystem.normalize(t.startsWith("/") ? t : FileSystem.parent(path) + "/" + t))
                    .filter(this::isMusl)
                    .isPresent();
            return toMusl ? Library.MUSL : brought(image.resolveLinks(path).orElse(path));
        }
        return brought(path);
    }

    /** A file of the build context. */
    private Library brought(String path) {
        return BroughtFile.at(image, path, machine)
                .<Library>map(Library.Known::new)
                .orElse(Library.UNKNOWN);
    }

    private Library ofPackages(List<SharedLibraries.Provider> providers, String directory) {
        boolean unclear = false;
        for (SharedLibraries.Provider provider : providers) {
            if (provider.directory().filter(directory::equals).isPresent()) {
                Presence presence = presence(provider);
                if (presence == Presence.PRESENT) {
                    return content(provider);
                }
                unclear |= presence == Presence.UNKNOWN;
            }
        }
        return unclear ? Library.UNKNOWN : Library.ABSENT;
    }

    private Presence presence(SharedLibraries.Provider provider) {
        boolean needed = SharedLibraries.load().needing(provider.library(), release).stream()
                .anyMatch(p -> ofPackage(p) == Presence.PRESENT);
        return needed ? Presence.PRESENT : ofPackage(provider);
    }

    private Presence ofPackage(SharedLibraries.Provider provider) {
        return provider.packageName().map(image::packagePresence).orElse(Presence.UNKNOWN);
    }

    private static Library content(SharedLibraries.Provider provider) {
        return switch (provider.content()) {
            case LIBRARY, JAVA -> new Library.Unlisted(provider.needs());
            case MUSL -> Library.MUSL;
            case LOADER -> new Library.Listed(provider.needs(), Set.of());
            case GCOMPAT -> new Library.Listed(provider.needs(), withNeeded());
            case UNKNOWN -> Library.UNKNOWN;
        };
    }

    /** A library that gcompat needs has names of a libc too, so they are counted as gcompat's. */
    private static Set<String> withNeeded() {
        Set<String> names = new HashSet<>(Gcompat.exports());
        names.addAll(Gcompat.ofLibrariesThatItNeeds());
        return names;
    }
}
