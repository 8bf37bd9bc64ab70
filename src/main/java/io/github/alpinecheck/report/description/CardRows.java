package io.github.alpinecheck.report.description;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.report.description.Card.Row;
import io.github.alpinecheck.report.description.Item.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes a card, row by row. */
final class CardRows {

    private final Texts texts;
    private final List<Row> rows = new ArrayList<>();

    CardRows(Texts texts) {
        this.texts = texts;
    }

    void add(String key, Item... items) {
        rows.add(new Row(texts.get(key), List.of(items)));
    }

    /** With a label that is no text of ours. */
    void addLiteral(String label, Item item) {
        rows.add(new Row(label, List.of(item)));
    }

    void addOrNone(String key, List<Item> items) {
        rows.add(new Row(texts.get(key), items.isEmpty() ? List.of(Item.of(Kind.WORDS, texts.get("none"))) : items));
    }

    Item unknown() {
        return Item.of(Kind.UNKNOWN, texts.get("unknown"));
    }

    Kind kind(Presence presence) {
        return switch (presence) {
            case PRESENT -> Kind.PRESENT;
            case ABSENT -> Kind.WANTING;
            case UNKNOWN -> Kind.UNKNOWN;
        };
    }

    Card card(String id) {
        return new Card(id, texts.get("card." + id), rows);
    }
}
