package io.github.alpinecheck.report.description;

import java.util.List;

/**
 * One side of an image.
 *
 * @param id in lower case, the same in all languages
 */
public record Card(String id, String title, List<Row> rows) {

    public Card {
        rows = List.copyOf(rows);
    }

    /** A label with what there is of it. */
    public record Row(String label, List<Item> items) {
        public Row {
            items = List.copyOf(items);
        }
    }
}
