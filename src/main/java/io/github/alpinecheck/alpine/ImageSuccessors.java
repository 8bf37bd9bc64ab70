package io.github.alpinecheck.alpine;

import java.util.List;
import java.util.Optional;

/** What to build on instead of images that nobody builds any more: {@code image-successors.tsv}. */
public final class ImageSuccessors {

    private static final String JAVA = "{java}";

    private final List<Line> lines = FactTable.read("image-successors.tsv", 4).stream()
            .map(row -> new Line(
                    ImagePattern.of(row),
                    row.text(2),
                    row.list(3).stream().map(Integer::valueOf).toList()))
            .toList();

    private ImageSuccessors() {}

    /** The table; read once. */
    public static ImageSuccessors load() {
        return Holder.INSTANCE;
    }

    /**
     * The image of the same kind that is still built, with the same Java or the next newer one that it can be had with.
     *
     * @return empty when there is none, or nobody knows which Java it has to have
     */
    public Optional<ImageReference> of(BaseImage image) {
        String tag = image.reference().tag().orElse("latest");
        return lines.stream()
                .filter(line -> line.images().matchesRepository(image.family())
                        && line.images().matchesTag(tag))
                .findFirst()
                .flatMap(line -> line.successor(image))
                .flatMap(ImageReference::parse);
    }

    private record Line(ImagePattern images, String successor, List<Integer> versions) {

        Optional<String> successor(BaseImage image) {
            if (versions.isEmpty()) {
                return Optional.of(successor);
            }
            return image.java()
                    .flatMap(java -> versions.stream()
                            .filter(version -> version >= java.feature())
                            .findFirst()
                            .map(version -> successor.replace(JAVA, version.toString())));
        }
    }

    private static final class Holder {
        static final ImageSuccessors INSTANCE = new ImageSuccessors();
    }
}
