package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** {@code cp} and {@code mv}, busybox's and GNU's (POSIX.1-2017 {@code cp}, {@code mv}). */
final class CopyModel implements CommandModel {

    private final boolean move;

    CopyModel(boolean move) {
        this.move = move;
    }

    @Override
    public Result run(Call call) {
        Arguments arguments = Arguments.of(call.arguments(), "t", "S", "target-directory", "suffix");
        Optional<Operand> directory = arguments.value("t", "target-directory");
        List<Operand> operands = arguments.operands();
        if (operands.size() < (directory.isPresent() ? 1 : 2)) {
            return operands.stream().allMatch(o -> o.known().isPresent())
                    ? Result.fails(call.image())
                    : Result.anything(call.image());
        }
        Operand target = directory.orElseGet(() -> operands.get(operands.size() - 1));
        List<Operand> sources = directory.isPresent() ? operands : operands.subList(0, operands.size() - 1);
        boolean followed = move
                ? arguments.hasOnly("f", "v", "t", "force", "verbose", "target-directory")
                : arguments.hasOnly(
                        "a",
                        "d",
                        "f",
                        "p",
                        "r",
                        "t",
                        "v",
                        "L",
                        "P",
                        "R",
                        "archive",
                        "force",
                        "preserve",
                        "recursive",
                        "target-directory",
                        "verbose");
        if (!followed || target.is("")) {
            return Result.maySucceed(somewhere(call, call.image(), sources, target));
        }
        boolean recursive = arguments.has("r", "R", "a", "recursive", "archive");
        boolean keepsLinks = recursive || arguments.has("d", "P");
        boolean several = sources.size() > 1 || directory.isPresent();
        if (several && !target.value().pattern().endsWith("/") && certainlyNoDirectory(call, target)) {
            return Result.fails(call.image());
        }
        return Result.each(call, sources, (c, source) -> one(c, source, target, several, recursive, keepsLinks));
    }

    /** A slash behind what is no directory is an error for some programs, and no matter for others. */
    private static boolean slashBehindFile(Call call, Operand operand) {
        return operand.value().pattern().endsWith("/")
                && call.path(operand)
                        .map(call.image()::followed)
                        .filter(FileNode.Directory.class::isInstance)
                        .isEmpty();
    }

    private static Operand withoutSlash(Operand operand) {
        String path = operand.value().pattern();
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return new Operand(new PartialString(path.substring(0, end)), operand.span(), operand.glob());
    }

    private static boolean certainlyNoDirectory(Call call, Operand target) {
        return call.path(target)
                .map(call.image()::followed)
                .filter(n -> n.equals(FileNode.ABSENT) || n instanceof FileNode.Regular)
                .isPresent();
    }

    /** When nobody knows what is written: anything at and below the target; of {@code mv} the sources may be gone. */
    private ImageState somewhere(Call call, ImageState image, List<Operand> sources, Operand target) {
        ImageState after = call.in(image).afterWritingTo(target);
        for (Operand source : sources) {
            after = move ? call.in(after).afterWritingTo(source) : after;
        }
        return after;
    }

    private Result one(
            Call call, Operand source, Operand target, boolean several, boolean recursive, boolean keepsLinks) {
        ImageState image = call.image();
        if (slashBehindFile(call, source) || slashBehindFile(call, target)) {
            return Result.maySucceed(somewhere(call, image, List.of(withoutSlash(source)), withoutSlash(target)));
        }
        Optional<String> from = call.path(source);
        Optional<String> to = call.path(target);
        FileNode node = from.map(image::file).orElse(FileNode.UNKNOWN);
        if (node.equals(FileNode.ABSENT)) {
            return Result.fails(image);
        }
        boolean link = node instanceof FileNode.Link;
        if (link && !move && !keepsLinks) {
            node = image.followed(from.get());
            if (node.equals(FileNode.ABSENT)) {
                return Result.fails(image);
            }
        }
        Optional<String> place =
                from.isPresent() && to.isPresent() ? place(image, source, to.get(), several) : Optional.empty();
        boolean toLink =
                place.filter(p -> image.file(p) instanceof FileNode.Link).isPresent();
        if (place.isEmpty() || link && keepsLinks || toLink && !move) {
            return Result.maySucceed(somewhere(call, image, List.of(source), target));
        }
        if (node instanceof FileNode.Directory && !move && !recursive) {
            return Result.fails(image);
        }
        return onto(call, from.get(), node, place.get());
    }

    private Result onto(Call call, String from, FileNode node, String place) {
        ImageState image = call.image();
        FileNode old = image.file(place);
        boolean same = place.equals(from) || image.resolveLinks(from).equals(image.resolveLinks(place));
        boolean inside = place.startsWith(from + "/") || from.startsWith(place + "/");
        boolean directory = node instanceof FileNode.Directory;
        boolean mixed = directory ? !old.equals(FileNode.ABSENT) : old instanceof FileNode.Directory;
        if (same || inside || mixed) {
            FileSystem files = image.files().withOpaque(place);
            return Result.maySucceed(image.withFiles(move ? files.withOpaque(from) : files));
        }
        Outcome possible = old.equals(FileNode.UNKNOWN)
                ? Outcome.UNKNOWN
                : Result.both(Outcome.SUCCEEDS, FileWrite.canBeMadeIn(image, FileSystem.parent(place)));
        if (possible == Outcome.FAILS) {
            return Result.fails(image);
        }
        FileSystem files = copy(image, from, node, place, call);
        if (move) {
            files = files.with(from, FileNode.ABSENT, call.span());
        }
        Outcome outcome = node.equals(FileNode.UNKNOWN) ? Outcome.UNKNOWN : possible;
        return Result.test(image.withFiles(files), outcome);
    }

    /** The path that is written: the target, or the source's name in it when it is a directory. */
    private static Optional<String> place(ImageState image, Operand source, String to, boolean several) {
        FileNode node = image.followed(to);
        boolean directory =
                node instanceof FileNode.Directory || node instanceof FileNode.Program program && program.directory();
        if (directory || several) {
            String name = FileSystem.name(source.value().pattern());
            boolean plain = !name.isEmpty() && !name.equals(".") && !name.equals("..");
            return plain
                    ? image.resolveLinks(to).map(t -> t.equals("/") ? "/" + name : t + "/" + name)
                    : Optional.empty();
        }
        return image.mayBeDirectory(to) ? Optional.empty() : Optional.of(to);
    }

    private FileSystem copy(ImageState image, String from, FileNode node, String place, Call call) {
        if (node instanceof FileNode.Regular regular) {
            String origin = image.resolveLinks(from).orElse(from);
            FileNode old = image.file(place);
            // cp writes into an old file, mv puts the new one in its place
            Presence executable = move || old.equals(FileNode.ABSENT)
                    ? regular.executable()
                    : FileNode.written(old, PartialString.EMPTY).executable();
            FileNode copy = new FileNode.Regular(
                    regular.content(), regular.copyOf().or(() -> Optional.of(origin)), executable, regular.source());
            return image.files().with(place, copy, call.span());
        }
        if (node instanceof FileNode.Program || node instanceof FileNode.Link) {
            return image.files().with(place, node, call.span());
        }
        return image.files().withOpaque(place);
    }
}
