package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A program with what it is started with.
 *
 * @param image the image when it starts
 * @param directory its working directory
 * @param program its name, without directory
 * @param arguments the words after the name
 * @param input its standard input
 * @param span the command in the Dockerfile
 */
public record Call(
        ImageState image,
        PartialString directory,
        String program,
        List<Operand> arguments,
        PartialString input,
        Span span) {

    public Call {
        arguments = List.copyOf(arguments);
    }

    /** The same program with another image. */
    Call in(ImageState other) {
        return new Call(other, directory, program, arguments, input, span);
    }

    /** The absolute path that the program sees in a word; empty for patterns and for what is not known. */
    public Optional<String> path(Operand operand) {
        return operand.glob() ? Optional.empty() : image.locate(directory, operand.value());
    }

    /** The image after the program has written where nobody knows, at or below what the word names, a link or not. */
    public ImageState afterWritingTo(Operand operand) {
        FileSystem files = image.files().withOpaque(knownDirectory(operand));
        Optional<String> itself = path(operand);
        return image.withFiles(itself.isPresent() ? files.withOpaque(itself.get()) : files);
    }

    /** The deepest directory that holds whatever the word names, links followed. */
    public String knownDirectory(Operand operand) {
        String text = directory.known().orElse("");
        String pattern = operand.value().pattern();
        if (!pattern.startsWith("/")) {
            if (text.isEmpty() || pattern.startsWith(String.valueOf(PartialString.HOLE))) {
                return "/";
            }
            pattern = text + "/" + pattern;
        }
        int end = pattern.length();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == PartialString.HOLE || operand.glob() && (c == '*' || c == '?' || c == '[')) {
                end = pattern.lastIndexOf('/', i);
                break;
            }
        }
        String known = pattern.substring(0, Math.max(0, end)) + "/";
        return FileSystem.normalize(image.resolveLinks(known).orElse("/"));
    }
}
