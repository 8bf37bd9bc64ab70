package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** {@code mkdir} (POSIX.1-2017 {@code mkdir}). */
final class MakeDirectoryModel implements CommandModel {

    @Override
    public Result run(Call call) {
        Arguments arguments = Arguments.of(call.arguments(), "m", "mode");
        boolean parents = arguments.has("p", "parents");
        return arguments.operands().isEmpty()
                ? Result.fails(call.image())
                : Result.each(
                        call,
                        arguments.operands(),
                        (c, operand) -> one(c, operand, parents, arguments.has("m", "mode")));
    }

    private static Result one(Call call, Operand operand, boolean parents, boolean mode) {
        ImageState image = call.image();
        Optional<String> path =
                operand.glob() ? Optional.empty() : image.locate(call.directory(), withoutSlashes(operand.value()));
        if (path.isEmpty()) {
            return Result.maySucceed(call.afterWritingTo(operand));
        }
        if (parents && operand.value().pattern().contains("..")) {
            // what stands before it is made too
            return Result.maySucceed(image.withFiles(image.files().withOpaque("/")));
        }
        if (mode && image.followed(path.get()) instanceof FileNode.Directory) {
            // busybox sets the mode of a directory that is there, in some releases
            return Result.test(image, Outcome.UNKNOWN);
        }
        return parents ? withParents(call, image, path.get()) : make(call, image, path.get(), false);
    }

    private static PartialString withoutSlashes(PartialString path) {
        String text = path.pattern();
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == '/') {
            end--;
        }
        return new PartialString(text.substring(0, end));
    }

    private static Result withParents(Call call, ImageState image, String path) {
        FileNode old = image.followed(path);
        if (old instanceof FileNode.Directory || path.equals("/")) {
            return Result.succeeds(image);
        }
        if (!path.endsWith("/.")) {
            Result parent = withParents(call, image, FileSystem.parent(path));
            Result made = make(call, parent.image(), path, true);
            Outcome outcome = Result.both(parent.outcome(), made.outcome());
            boolean partly = outcome == Outcome.FAILS && parent.outcome() == Outcome.UNKNOWN;
            return Result.test(partly ? image.join(made.image()) : made.image(), outcome);
        }
        return Result.fails(image);
    }

    /** Makes one directory where none is. */
    private static Result make(Call call, ImageState image, String path, boolean mayBeThere) {
        FileNode old = image.file(path);
        if (old.equals(FileNode.UNKNOWN)) {
            return Result.maySucceed(image.withFiles(
                    image.files().with(path, mayBeThere ? FileNode.DIRECTORY : FileNode.NEW_DIRECTORY, call.span())));
        }
        Outcome outcome =
                old.equals(FileNode.ABSENT) ? FileWrite.canBeMadeIn(image, FileSystem.parent(path)) : Outcome.FAILS;
        return new Result(
                outcome == Outcome.FAILS
                        ? image
                        : image.withFiles(image.files().with(path, FileNode.NEW_DIRECTORY, call.span())),
                PartialString.EMPTY,
                outcome,
                true);
    }
}
