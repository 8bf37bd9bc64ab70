package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.Heredoc;
import io.github.alpinecheck.dockerfile.IgnorePatterns;
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
import java.util.TreeMap;

/** COPY and ADD. */
final class FileTransfer {

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
        if (instruction.header().flags().stream().anyMatch(f -> f.name().equals("parents"))) {
            image = image.withFiles(image.files().withOpaque(path.get()));
            return image;
        }
        Optional<ContextTransfer.Options> options = options(instruction);
        if (options.isEmpty()) {
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
                fromImage(other.get(), name, path.get(), directory, options.get());
            } else {
                image = new ContextTransfer(image, context, options.get()).copy(name, path.get(), directory);
            }
        }
        for (Heredoc heredoc : heredocs) {
            inline(heredoc, path.get(), directory, options.get());
        }
        return image;
    }

    /** How the instruction copies; empty when nobody knows what it leaves out. */
    private Optional<ContextTransfer.Options> options(Instruction instruction) {
        List<PartialString> excluded = instruction.header().flags().stream()
                .filter(f -> f.name().equals("exclude"))
                .flatMap(f -> f.value().stream())
                .map(v -> expansion.word(v, image::variable))
                .toList();
        if (!excluded.stream().allMatch(PartialString::isKnown)) {
            return Optional.empty();
        }
        IgnorePatterns patterns =
                IgnorePatterns.of(excluded.stream().map(PartialString::pattern).toList());
        Optional<PartialString> mode = instruction.flag("chmod").map(f -> expansion.word(f, image::variable));
        boolean add = instruction instanceof Instruction.Add;
        return Optional.of(new ContextTransfer.Options(add, mode, patterns, instruction.span()));
    }

    private static String deepestKnown(PartialString target) {
        String known =
                target.pattern().substring(0, Math.max(0, target.pattern().indexOf(PartialString.HOLE)));
        return known.startsWith("/") ? FileSystem.parent(FileSystem.normalize(known + "x")) : "/";
    }

    private void fromImage(
            ImageState other, PartialString name, String target, boolean directory, ContextTransfer.Options options) {
        Span at = options.at();
        Optional<String> source =
                Glob.isPattern(name.pattern()) ? Optional.empty() : FileSystem.resolve(PartialString.of("/"), name);
        FileNode node = source.map(other::followed).orElse(FileNode.UNKNOWN);
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        if (node instanceof FileNode.Program program) {
            boolean named = into && !program.directory();
            put(named ? target + "/" + FileSystem.name(source.orElse("")) : target, node, at);
        } else if (node instanceof FileNode.Regular regular) {
            FileNode copy = new FileNode.Regular(
                    regular.content(),
                    regular.copyOf().or(() -> source),
                    options.executable(regular.executable()),
                    regular.source());
            boolean excluded = options.excluded().matches(FileSystem.name(source.orElse("")));
            if (excluded || !into && image.mayBeDirectory(target)) {
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

    private void inline(Heredoc heredoc, String target, boolean directory, ContextTransfer.Options options) {
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        PartialString body = heredoc.expand()
                ? expansion.body(heredoc.body(), image::variable)
                : PartialString.of(heredoc.body().toString());
        // such a file has the mode 644
        Presence executable = options.executable(Presence.ABSENT);
        FileNode node = new FileNode.Regular(body, Optional.empty(), executable);
        put(into ? target + "/" + heredoc.delimiter() : target, node, options.at());
    }

    private void put(String path, FileNode node, Span at) {
        image = image.withFiles(image.files().with(FileSystem.normalize(path), node, at));
    }
}
