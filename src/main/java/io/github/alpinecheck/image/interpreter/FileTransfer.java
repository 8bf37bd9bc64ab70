package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.Heredoc;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** COPY and ADD. */
final class FileTransfer {

    /** No directory has a name that ends like this, so what is copied is one file. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "jar",
            "war",
            "ear",
            "sh",
            "crt",
            "cer",
            "pem",
            "key",
            "pub",
            "conf",
            "cnf",
            "ini",
            "json",
            "yml",
            "yaml",
            "xml",
            "properties",
            "txt",
            "md",
            "ttf",
            "ttc",
            "otf",
            "so",
            "js",
            "py",
            "sql",
            "p12",
            "jks",
            "apk");

    private static final List<String> ARCHIVES = List.of(
            ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".gz", ".bz2", ".xz");

    private ImageState image;
    private final Interpreter.Sources sources;
    private final BuildContext context;
    private final Expansion expansion;

    FileTransfer(ImageState image, Interpreter.Sources sources, BuildContext context, Expansion expansion) {
        this.image = image;
        this.sources = sources;
        this.context = context;
        this.expansion = expansion;
    }

    /** The image after the instruction. */
    ImageState run(Instruction instruction) {
        boolean add = instruction instanceof Instruction.Add;
        List<Argument> from = instruction instanceof Instruction.Copy copy
                ? copy.sources()
                : ((Instruction.Add) instruction).sources();
        Argument to = instruction instanceof Instruction.Copy copy
                ? copy.destination()
                : ((Instruction.Add) instruction).destination();
        List<Heredoc> heredocs = instruction instanceof Instruction.Copy copy
                ? copy.heredocs()
                : ((Instruction.Add) instruction).heredocs();
        PartialString target = expansion.word(to, image::variable);
        Optional<String> path = FileSystem.resolve(image.workdir(), target);
        if (path.isEmpty()) {
            image = image.withFiles(image.files().withOpaque(deepestKnown(target)));
            return image;
        }
        boolean chosen = instruction.header().flags().stream()
                .anyMatch(f -> f.name().equals("parents") || f.name().equals("exclude"));
        if (chosen) {
            image = image.withFiles(image.files().withOpaque(path.get()));
            return image;
        }
        boolean several = from.size() + heredocs.size() > 1;
        boolean directory = several || target.pattern().endsWith("/") || target.is(".");
        Optional<ImageState> other =
                instruction.flag("from").map(f -> sources.image(expansion.word(f, image::variable)));
        for (Argument source : from) {
            PartialString name = expansion.word(source, image::variable);
            if (other.isPresent()) {
                fromImage(other.get(), name, path.get(), directory, instruction.span());
            } else {
                fromContext(name, path.get(), directory, add, instruction.span());
            }
        }
        for (Heredoc heredoc : heredocs) {
            inline(heredoc, path.get(), directory, instruction.span());
        }
        return image;
    }

    private static String deepestKnown(PartialString target) {
        String known =
                target.pattern().substring(0, Math.max(0, target.pattern().indexOf(PartialString.HOLE)));
        return known.startsWith("/") ? FileSystem.parent(FileSystem.normalize(known + "x")) : "/";
    }

    private void fromImage(ImageState other, PartialString name, String target, boolean directory, Span at) {
        Optional<String> source =
                Glob.isPattern(name.pattern()) ? Optional.empty() : FileSystem.resolve(PartialString.of("/"), name);
        FileNode node = source.map(other::followed).orElse(FileNode.UNKNOWN);
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        if (node instanceof FileNode.Program program) {
            boolean named = into && !program.directory();
            put(named ? target + "/" + FileSystem.name(source.orElse("")) : target, node, at);
        } else if (node instanceof FileNode.Regular regular) {
            FileNode copy =
                    new FileNode.Regular(regular.content(), regular.copyOf().or(() -> source));
            if (!into && image.mayBeDirectory(target)) {
                image = image.withFiles(image.files().withOpaque(target));
            } else {
                put(into ? target + "/" + FileSystem.name(source.orElse("")) : target, copy, at);
            }
        } else {
            image = image.withFiles(image.files().withOpaque(target));
            source.filter(s -> !s.equals("/")).ifPresent(s -> programsBelow(other, s, target, at));
        }
    }

    /** What is known of a directory's content: run-time images and JDKs. */
    private void programsBelow(ImageState other, String source, String target, Span at) {
        Map<String, FileNode.Program> programs = new TreeMap<>(other.files().programs());
        other.base().map(b -> b.environment().get("JAVA_HOME")).ifPresent(home -> {
            if (other.file(home) instanceof FileNode.Program runtime) {
                programs.put(home, runtime);
            }
        });
        programs.forEach((path, program) -> {
            if (path.startsWith(source + "/")) {
                put(target + path.substring(source.length()), program, at);
            }
        });
    }

    private void fromContext(PartialString name, String target, boolean directory, boolean add, Span at) {
        String pattern = name.pattern();
        boolean remote = pattern.contains("://") || pattern.startsWith("git@");
        boolean unpacked = add && !remote && ARCHIVES.stream().anyMatch(pattern::endsWith);
        if (!isFile(name, remote) || unpacked) {
            image = image.withFiles(image.files().withOpaque(target));
            return;
        }
        String file = FileSystem.name(pattern);
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        if (into && Glob.isPattern(file)) {
            // names that end like files that no rule asks for
            return;
        }
        if (!into && image.mayBeDirectory(target) && image.files().node(target).isPresent()) {
            image = image.withFiles(image.files().withOpaque(target));
            return;
        }
        put(into ? target + "/" + file : target, FileNode.SOME_FILE, at);
    }

    private boolean isFile(PartialString name, boolean remote) {
        String pattern = name.pattern();
        if (name.isKnown() && !Glob.isPattern(pattern) && !remote) {
            BuildContext.Kind kind = context.kind(pattern);
            if (kind == BuildContext.Kind.FILE || kind == BuildContext.Kind.DIRECTORY) {
                return kind == BuildContext.Kind.FILE;
            }
        }
        String last = FileSystem.name(pattern);
        int dot = last.lastIndexOf('.');
        return dot >= 0 && FILE_ENDINGS.contains(last.substring(dot + 1));
    }

    private void inline(Heredoc heredoc, String target, boolean directory, Span at) {
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        PartialString body = heredoc.expand()
                ? heredoc.body().toString().indexOf('$') < 0
                        ? PartialString.of(heredoc.body().toString())
                        : PartialString.UNKNOWN
                : PartialString.of(heredoc.body().toString());
        put(into ? target + "/" + heredoc.delimiter() : target, new FileNode.Regular(body, Optional.empty()), at);
    }

    private void put(String path, FileNode node, Span at) {
        image = image.withFiles(image.files().with(FileSystem.normalize(path), node, at));
    }
}
