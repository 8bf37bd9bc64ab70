package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** {@code rm} (POSIX.1-2017 {@code rm}). */
final class RemoveModel implements CommandModel {

    @Override
    public Result run(Call call) {
        Arguments arguments = Arguments.of(call.arguments());
        boolean force = arguments.has("f", "force");
        boolean recursive = arguments.has("r", "R", "recursive");
        return arguments.operands().isEmpty() && !force
                ? Result.fails(call.image())
                : Result.each(call, arguments.operands(), (c, operand) -> one(c, operand, force, recursive));
    }

    private static Result one(Call call, Operand operand, boolean force, boolean recursive) {
        ImageState image = call.image();
        String pattern = operand.value().pattern();
        if (operand.glob()) {
            return all(call, operand, recursive);
        }
        String last = FileSystem.name(pattern);
        if (last.equals(".") || last.equals("..")) {
            // refused by POSIX, and not by the first releases
            return Result.maySucceed(call.afterWritingTo(operand));
        }
        Optional<String> path = call.path(operand);
        if (path.isEmpty()) {
            return Result.maySucceed(call.afterWritingTo(operand));
        }
        Optional<String> link = last.isEmpty() ? linkBeforeSlash(call, operand) : Optional.empty();
        if (link.isPresent()) {
            // whether the slash makes it the directory behind the link depends on the release
            FileSystem unclear = image.files().withOpaque(link.get());
            return Result.maySucceed(image.withFiles(unclear.withOpaque(call.knownDirectory(operand))));
        }
        FileNode old = image.file(path.get());
        if (old.equals(FileNode.ABSENT)) {
            return Result.test(image, !force ? Outcome.FAILS : belowFile(image, path.get()));
        }
        boolean directory = old instanceof FileNode.Directory;
        if (directory && !recursive) {
            return Result.fails(image);
        }
        boolean goes = recursive || old instanceof FileNode.Link || !image.mayBeDirectory(path.get());
        FileSystem files = goes
                ? image.files().with(path.get(), FileNode.ABSENT, call.span())
                : image.files().withOpaque(path.get());
        boolean reachable = image.file(FileSystem.parent(path.get())) instanceof FileNode.Directory;
        boolean certain = force && goes && reachable || !old.equals(FileNode.UNKNOWN);
        return certain ? Result.succeeds(image.withFiles(files)) : Result.maySucceed(image.withFiles(files));
    }

    /** {@code rm -f} accepts that a file is not there, but busybox's not that it cannot be there. */
    private static Outcome belowFile(ImageState image, String path) {
        String above = path;
        while (!above.equals("/") && image.file(above).equals(FileNode.ABSENT)) {
            above = FileSystem.parent(above);
        }
        return image.file(above) instanceof FileNode.Regular ? Outcome.UNKNOWN : Outcome.SUCCEEDS;
    }

    private static Optional<String> linkBeforeSlash(Call call, Operand operand) {
        String path = operand.value().pattern();
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return call.image()
                .locate(call.directory(), new PartialString(path.substring(0, end)))
                .filter(p -> !(call.image().file(p) instanceof FileNode.Directory));
    }

    /** {@code rm -r directory/*} empties the directory, but for names that start with a dot. */
    private static Result all(Call call, Operand operand, boolean recursive) {
        String pattern = operand.value().pattern();
        String directory = call.knownDirectory(operand);
        boolean whole = recursive
                && pattern.endsWith("/*")
                && operand.value().isKnown()
                && "*?[".chars().noneMatch(c -> pattern.indexOf(c) < pattern.length() - 1 && pattern.indexOf(c) >= 0);
        FileNode node = call.image().file(directory);
        if (!whole || !(node instanceof FileNode.Directory)) {
            return Result.maySucceed(call.afterWritingTo(operand));
        }
        return Result.maySucceed(call.image().withFiles(call.image().files().emptied(directory, call.span())));
    }
}
