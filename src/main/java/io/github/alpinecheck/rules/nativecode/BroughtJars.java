package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project.Dependency;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The jars that one image has from the build context, as far as the project's libraries are not in them. */
final class BroughtJars {

    private final RuleContext context;
    private final StageModel stage;
    private final ImageState image;
    private final Machine machine;

    BroughtJars(RuleContext context, StageModel stage, Machine machine) {
        this.context = context;
        this.stage = stage;
        this.image = stage.result();
        this.machine = machine;
    }

    void check() {
        List<FileSystem.Entry> jars = jars();
        if (jars.isEmpty() || image.java().isEmpty() || !LibraryChoice.isLeftToJava(image)) {
            return;
        }
        Optional<ImageLinker> linker = ImageLinker.of(image, machine);
        Set<String> libraries = libraries();
        for (FileSystem.Entry jar : jars) {
            ContextFile source = source(jar).orElseThrow();
            if (linker.isPresent() && !libraries.contains(FileSystem.name(source.path()))) {
                groups(source, libraries)
                        .forEach(files -> check(jar.writtenAt().orElseThrow(), source, files, linker.get()));
            }
        }
    }

    private List<FileSystem.Entry> jars() {
        List<FileSystem.Entry> jars = new ArrayList<>();
        for (String path : image.files().pathsBelow("/")) {
            FileSystem.Entry entry = image.files().entry(path).orElseThrow();
            boolean jar = source(entry)
                    .map(ContextFile::path)
                    .filter(p -> p.endsWith(".jar") || p.endsWith(".war"))
                    .isPresent();
            if (jar && entry.writtenAt().isPresent()) {
                jars.add(entry);
            }
        }
        return jars;
    }

    private static Optional<ContextFile> source(FileSystem.Entry entry) {
        return entry.node() instanceof FileNode.Regular regular ? regular.source() : Optional.empty();
    }

    /** The names of the jars that muslDependencies looks at. */
    private Set<String> libraries() {
        Set<String> names = new HashSet<>();
        for (Dependency library : context.project().runtimeDependencies()) {
            library.file()
                    .ifPresent(file -> names.add(FileSystem.name(file.toUri().getPath())));
        }
        return names;
    }

    /** The native files of a jar and of each jar in it, without what is a copy of a library's. */
    private List<List<NativeFile>> groups(ContextFile jar, Set<String> libraries) {
        Map<String, List<NativeFile>> groups = new LinkedHashMap<>();
        Map<String, ElfFile> found = jar.inJar(machine, libraries).files();
        Set<ElfFile> known = found.isEmpty() ? Set.of() : ofLibraries();
        found.forEach((path, file) -> {
            if (!known.contains(file)) {
                String nested = path.substring(0, path.indexOf("!/") + 1);
                groups.computeIfAbsent(nested, k -> new ArrayList<>()).add(new NativeFile(path, file));
            }
        });
        return List.copyOf(groups.values());
    }

    private Set<ElfFile> ofLibraries() {
        Set<ElfFile> files = new HashSet<>();
        for (Dependency library : context.project().runtimeDependencies()) {
            context.project().nativeFiles(library, machine).forEach(f -> files.add(f.file()));
        }
        return files;
    }

    private void check(Span at, ContextFile jar, List<NativeFile> all, ImageLinker linker) {
        JarFailure.of(all, linker).ifPresent(failure -> {
            Span from = stage.syntax().from().image().span();
            Optional<String> remedy = new Remedy(image, machine, from, l -> l.unpacked(failure.files(), all)).find();
            context.report(
                    failure.refused() ? Severity.ERROR : Severity.WARNING,
                    Placement.sources(context.build(), at),
                    context.message(
                            failure.key(remedy),
                            jar.path() + "!/" + failure.file().path(),
                            stage.base(),
                            failure.detail(),
                            remedy.orElse("")));
        });
    }
}
