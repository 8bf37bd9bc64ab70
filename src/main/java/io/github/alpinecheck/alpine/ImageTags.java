package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Some tags of a repository that are alike: a line of {@code image-tags.tsv}.
 *
 * @param images which they are
 * @param history which releases a tag that does not name it stood for; empty if nobody knows
 * @param frozen the day of the last push, if nobody builds them any more
 * @param contents what they contain
 * @param java where their names say which Java they bring
 */
record ImageTags(
        ImagePattern images, Optional<String> history, Optional<LocalDate> frozen, String contents, JavaInName java) {

    static ImageTags of(FactTable.Row row) {
        return new ImageTags(
                ImagePattern.of(row), row.optional(2), row.day(3), row.text(4), new JavaInName(row.list(5)));
    }
}
