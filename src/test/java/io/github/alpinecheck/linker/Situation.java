package io.github.alpinecheck.linker;

import io.github.alpinecheck.alpine.Gcompat;
import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.elf.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A situation in which native files were tried: {@code 3.20/cxxg} is a release and what was added to it. */
record Situation(Release release, boolean runtime, boolean gcompat, boolean preloaded) {

    private static final Library UNLISTED = new Library.Unlisted(List.of());

    static Situation of(String name) {
        int slash = name.indexOf('/');
        String added = name.substring(slash + 1);
        Release release = Releases.load().find(name.substring(0, slash)).orElseThrow();
        return new Situation(release, added.startsWith("cxx"), added.startsWith("cxxg"), added.equals("cxxgp"));
    }

    /** The linker in this situation, over the system's libraries and files of an artifact. */
    MuslLinker linker(Map<String, Library> artifact) {
        return new MuslLinker(
                Musl.of(release, Machine.X86_64.id()).orElseThrow(),
                Machine.X86_64,
                path -> at(Path.of(path).normalize().toString(), artifact),
                preloaded ? List.of("/lib/libgcompat.so.0") : List.of(),
                List.of());
    }

    private Library at(String path, Map<String, Library> artifact) {
        return artifact.containsKey(path) ? artifact.get(path) : system(path);
    }

    private Library system(String path) {
        if (path.equals("/lib/ld-musl-x86_64.so.1")) {
            return Library.MUSL;
        }
        if (gcompat
                && Set.of("/lib/ld-linux-x86-64.so.2", "/lib64/ld-linux-x86-64.so.2")
                        .contains(path)) {
            return new Library.Listed(List.of(), Set.of());
        }
        if (gcompat
                && Set.of("/lib/libgcompat.so.0", "/lib/libresolv.so.2", "/lib/libcrypt.so.1")
                        .contains(path)) {
            return new Library.Listed(List.of(), Gcompat.exports());
        }
        boolean cxx = Set.of("libstdc++.so.6", "libgcc_s.so.1", "libgomp.so.1", "libatomic.so.1")
                .contains(path.replace("/usr/lib/", ""));
        boolean base = path.equals("/lib/libz.so.1")
                || release.isAtLeast(3, 9)
                        && !release.isAtLeast(3, 17)
                        && Set.of("/lib/libssl.so.1.1", "/lib/libcrypto.so.1.1").contains(path)
                || release.isAtLeast(3, 17)
                        && Set.of("/lib/libssl.so.3", "/lib/libcrypto.so.3").contains(path);
        return base || runtime && cxx ? UNLISTED : Library.ABSENT;
    }
}
