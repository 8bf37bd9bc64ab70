package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.FileSystem.Entry;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Native code that the build context has brought into an image, and that is still there.
 *
 * @param path in the image
 * @param origin in the build context; behind {@code !/} what it is called in an archive
 * @param at what has put it there
 */
record BroughtFile(String path, String origin, Span at, ElfFile file) {

    /** All of an image, of every machine where it does not come from an archive. */
    static List<BroughtFile> of(ImageState image, Machine machine) {
        List<BroughtFile> found = new ArrayList<>();
        for (String path : image.files().pathsBelow("/")) {
            Entry entry = image.files().entry(path).orElseThrow();
            if (entry.writtenAt().isEmpty()) {
                continue;
            }
            Span at = entry.writtenAt().get();
            if (entry.node() instanceof FileNode.Regular regular) {
                boolean data = regular.executable() == Presence.ABSENT;
                regular.source()
                        .flatMap(source -> source.elf().map(elf -> new BroughtFile(path, source.path(), at, elf)))
                        .filter(f -> !data || !f.file().isProgram())
                        .ifPresent(found::add);
            } else if (entry.node() instanceof FileNode.Directory directory) {
                directory.unpacked().forEach(archive -> found.addAll(of(archive, image, path, machine)));
            }
        }
        return found;
    }

    /** What is left of an archive; nothing of one for several machines, which is for others than this image too. */
    private static List<BroughtFile> of(ContextFile archive, ImageState image, String directory, Machine machine) {
        ContextFile.NativeCode code = archive.unpacked(machine);
        return code.otherMachines()
                ? List.of()
                : code.files().keySet().stream()
                        .flatMap(name -> unpacked(image, FileSystem.child(directory, name), machine).stream())
                        .filter(f -> f.origin().startsWith(archive.path() + "!/"))
                        .toList();
    }

    /** The file at a path; empty where it is none of the build context, or no native code. */
    static Optional<ElfFile> at(ImageState image, String path, Machine machine) {
        return image.files().node(path).orElse(FileNode.ABSENT) instanceof FileNode.Regular regular
                ? regular.source().flatMap(ContextFile::elf)
                : unpacked(image, path, machine).map(BroughtFile::file);
    }

    /** What ADD has unpacked at a path, if nothing was written there since. */
    private static Optional<BroughtFile> unpacked(ImageState image, String path, Machine machine) {
        Optional<Map.Entry<String, Entry>> closest = image.files().closest(path);
        if (closest.isEmpty()
                || closest.get().getValue().writtenAt().isEmpty()
                || !(closest.get().getValue().node() instanceof FileNode.Directory directory)
                || path.equals(closest.get().getKey())) {
            return Optional.empty();
        }
        String name = path.substring(closest.get().getKey().length() + 1);
        Span at = closest.get().getValue().writtenAt().get();
        // the last one has overwritten what the others had there
        for (int i = directory.unpacked().size() - 1; i >= 0; i--) {
            ContextFile archive = directory.unpacked().get(i);
            ElfFile file = archive.unpacked(machine).files().get(name);
            if (file != null) {
                return Optional.of(new BroughtFile(path, archive.path() + "!/" + name, at, file));
            }
        }
        return Optional.empty();
    }

    /** Whether it is a library by its name, and not a program that can be moved. */
    boolean isLibrary() {
        return !file.isProgram() && file.dynamic() && name().contains(".so");
    }

    String name() {
        return FileSystem.name(path);
    }

    NativeFile nativeFile() {
        return new NativeFile(path, file);
    }
}
