package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code chmod} (POSIX.1-2017 {@code chmod}): of the modes only whether a file can be executed is known. */
final class ChmodModel {

    private ChmodModel() {}

    static Result chmod(Call call) {
        List<Operand> operands = new ArrayList<>();
        boolean recursive = false;
        for (Operand word : call.arguments()) {
            String text = word.value().pattern();
            // -x, -w and their like are modes
            boolean option = text.length() > 1
                    && text.charAt(0) == '-'
                    && (text.charAt(1) == '-' || text.substring(1).chars().allMatch(c -> "Rcfv".indexOf(c) >= 0));
            recursive |= option && (text.indexOf('R') > 0 || text.equals("--recursive"));
            if (!option) {
                operands.add(word);
            }
        }
        if (operands.isEmpty()) {
            return Result.maySucceed(call.image());
        }
        PartialString mode = operands.get(0).value();
        ImageState image = call.image();
        boolean allThere = true;
        for (Operand file : operands.subList(1, operands.size())) {
            Optional<String> path = call.path(file).flatMap(image::resolveLinks);
            allThere &=
                    path.filter(p -> call.image().exists(p) == Presence.PRESENT).isPresent();
            image = image.withFiles(
                    path.isPresent()
                            ? changed(image.files(), path.get(), mode, recursive)
                            : doubted(image.files(), call.knownDirectory(file), mode));
        }
        return allThere ? Result.succeeds(image) : Result.maySucceed(image);
    }

    private static FileSystem changed(FileSystem files, String path, PartialString mode, boolean recursive) {
        boolean directory = files.entry(path)
                .filter(e -> e.node() instanceof FileNode.Regular)
                .isEmpty();
        return directory && !recursive
                ? files
                : files.changed(
                        path,
                        node -> node instanceof FileNode.Regular file
                                ? file.withExecutable(FileMode.executable(mode, file.executable()))
                                : node);
    }

    /** Some of the files in the directory have got the mode, and nobody knows which. */
    private static FileSystem doubted(FileSystem files, String directory, PartialString mode) {
        return files.changed(
                directory,
                node -> node instanceof FileNode.Regular file
                                && FileMode.executable(mode, file.executable()) != file.executable()
                        ? file.withExecutable(Presence.UNKNOWN)
                        : node);
    }
}
