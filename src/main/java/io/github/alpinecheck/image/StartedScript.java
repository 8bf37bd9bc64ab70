package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/**
 * A script that is started by its name.
 *
 * @param firstLine without its line feed; empty if it names no interpreter, or is not known
 */
public record StartedScript(String path, Optional<String> firstLine, Presence executable) {

    private static final String SHEBANG = "#!";

    /** Why it certainly cannot be started. */
    public enum Obstacle {
        /** Nobody may execute it. */
        MODE,
        /** A carriage return is a part of its interpreter's name. */
        LINE_END,
        /** Its interpreter is not in the image. */
        INTERPRETER
    }

    /**
     * The script that a command's name stands for.
     *
     * @param directory in which the command is started
     * @return empty if it is no file whose content is known at least in part
     */
    public static Optional<StartedScript> of(ImageState image, PartialString directory, Operand name) {
        Optional<String> path = name.known()
                .flatMap(n -> n.indexOf('/') < 0
                        ? image.programOnPath(n)
                        : FileSystem.resolve(directory, PartialString.of(n)));
        return path.flatMap(p -> image.followed(p) instanceof FileNode.Regular file
                ? Optional.of(new StartedScript(p, firstLine(file.content()), file.executable()))
                : Optional.empty());
    }

    private static Optional<String> firstLine(PartialString content) {
        String text = content.pattern();
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.startsWith(SHEBANG) && line.indexOf(PartialString.HOLE) < 0 ? Optional.of(line) : Optional.empty();
    }

    /** What keeps it from being started in the image; empty if nothing does for certain. */
    public Optional<Obstacle> obstacle(ImageState image) {
        if (executable == Presence.ABSENT) {
            return Optional.of(Obstacle.MODE);
        }
        if (firstLine.filter(line -> line.endsWith("\r")).isPresent()) {
            return Optional.of(Obstacle.LINE_END);
        }
        return missingInterpreter(image).map(program -> Obstacle.INTERPRETER);
    }

    /** The program of the first line, if it is not in the image. */
    public Optional<String> missingInterpreter(ImageState image) {
        String[] words =
                firstLine.orElse(SHEBANG).substring(SHEBANG.length()).strip().split("[ \t]+", -1);
        if (!words[0].startsWith("/")) {
            return Optional.empty();
        }
        boolean env = FileSystem.name(words[0]).equals("env") && words.length == 2;
        if (env && !words[1].startsWith("-") && words[1].indexOf('/') < 0) {
            return image.command(words[1]) == Presence.ABSENT ? Optional.of(words[1]) : Optional.empty();
        }
        return image.programAt(FileSystem.normalize(words[0])) == Presence.ABSENT
                ? Optional.of(FileSystem.name(words[0]))
                : Optional.empty();
    }
}
