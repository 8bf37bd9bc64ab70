package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/** Text that goes into a file: by a redirection, by {@code tee}. */
public final class FileWrite {

    private FileWrite() {}

    /** The path of the file that the word names, links followed; empty when nobody knows. */
    public static Optional<String> path(ImageState image, PartialString directory, Operand file) {
        return file.glob()
                ? Optional.empty()
                : image.locate(directory, file.value()).flatMap(image::resolveLinks);
    }

    /** Whether the file that the word names can be opened for writing. */
    public static Outcome opens(ImageState image, PartialString directory, Operand file) {
        return path(image, directory, file).map(p -> opens(image, p)).orElse(Outcome.UNKNOWN);
    }

    /** Whether the file at a path without links can be opened for writing. */
    static Outcome opens(ImageState image, String path) {
        FileNode node = image.file(path);
        if (node instanceof FileNode.Directory) {
            return Outcome.FAILS;
        }
        if (node instanceof FileNode.Regular || path.startsWith("/dev/")) {
            return Outcome.SUCCEEDS;
        }
        // a script that prints to a path knows that the base image has no directory there
        boolean ofBase = image.files().node(path).isEmpty();
        boolean file = ofBase || !image.mayBeDirectory(path);
        return file ? canBeMadeIn(image, FileSystem.parent(path)) : Outcome.UNKNOWN;
    }

    /** Whether a file can be made in what is at a path without links. */
    static Outcome canBeMadeIn(ImageState image, String directory) {
        FileNode node = image.file(directory);
        if (node instanceof FileNode.Directory) {
            return Outcome.SUCCEEDS;
        }
        boolean no = node.equals(FileNode.ABSENT) || node instanceof FileNode.Regular;
        return no ? Outcome.FAILS : Outcome.UNKNOWN;
    }

    /** The image after the text was written to, or appended to, the file that the word names. */
    public static ImageState write(
            ImageState image, PartialString directory, Operand file, PartialString text, boolean append, Span at) {
        Optional<String> path = path(image, directory, file);
        if (path.isEmpty()) {
            Call call = new Call(image, directory, "", List.of(), PartialString.EMPTY, at);
            return call.afterWritingTo(file);
        }
        PartialString before = append ? image.content(path.get()).orElse(PartialString.EMPTY) : PartialString.EMPTY;
        FileNode written = FileNode.written(image.file(path.get()), before.plus(text));
        return image.withFiles(image.files().with(path.get(), written, at));
    }
}
