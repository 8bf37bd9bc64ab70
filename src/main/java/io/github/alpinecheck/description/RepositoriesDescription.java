package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Repository;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where apk looks for packages.
 *
 * @param file whether there is {@code /etc/apk/repositories}
 * @param lines of that file, comments left out, as far as known
 * @param complete whether all of it is known
 * @param writtenAt the line of the Dockerfile that wrote it; empty when it is that of the base image, or depends
 */
public record RepositoriesDescription(Presence file, List<Line> lines, boolean complete, OptionalInt writtenAt) {

    private static final String FILE = "/etc/apk/repositories";

    public RepositoriesDescription {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param repository empty where nobody knows enough of the line
     */
    public record Line(PartialString text, Optional<Repository> repository) {}

    static RepositoriesDescription of(ImageState image, Lines lines) {
        Optional<PartialString> content = image.content(FILE);
        List<Line> found = new ArrayList<>();
        if (content.isPresent()) {
            for (String each : content.get().pattern().split("\n", -1)) {
                String text = each.strip();
                PartialString line = new PartialString(text);
                if (!text.isEmpty() && text.charAt(0) != '#' && !line.equals(PartialString.UNKNOWN)) {
                    found.add(new Line(line, Repository.parse(text)));
                }
            }
        }
        boolean complete = content.isEmpty() || content.get().isKnown();
        return new RepositoriesDescription(
                image.exists(FILE),
                found,
                complete,
                lines.first(image.files().entry(FILE).flatMap(FileSystem.Entry::writtenAt)));
    }
}
