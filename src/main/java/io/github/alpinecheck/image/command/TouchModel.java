package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** {@code touch} (POSIX.1-2017 {@code touch}). */
final class TouchModel implements CommandModel {

    @Override
    public Result run(Call call) {
        Arguments arguments = Arguments.of(call.arguments(), "d", "t", "r", "date", "reference");
        boolean create = !arguments.has("c", "no-create");
        Result result = Result.each(call, arguments.operands(), (c, operand) -> one(c, operand, create));
        return arguments.hasOnly("c") && !arguments.operands().isEmpty()
                ? result
                : Result.test(result.image(), Outcome.UNKNOWN);
    }

    private static Result one(Call call, Operand operand, boolean create) {
        ImageState image = call.image();
        Optional<String> path = call.path(operand).flatMap(image::resolveLinks);
        if (path.isEmpty()) {
            return Result.maySucceed(call.afterWritingTo(operand));
        }
        FileNode old = image.file(path.get());
        if (old.equals(FileNode.ABSENT)) {
            Outcome opens = create ? FileWrite.opens(image, path.get()) : Outcome.UNKNOWN;
            FileNode empty = FileNode.written(old, PartialString.EMPTY);
            return create && opens != Outcome.FAILS
                    ? Result.test(image.withFiles(image.files().with(path.get(), empty, call.span())), opens)
                    : Result.test(image, opens);
        }
        if (old.equals(FileNode.UNKNOWN)) {
            boolean file = create && !image.mayBeDirectory(path.get());
            FileSystem files = image.files();
            return Result.test(
                    file ? image.withFiles(files.with(path.get(), FileNode.SOME_FILE, call.span())) : image,
                    Outcome.UNKNOWN);
        }
        return Result.succeeds(image);
    }
}
