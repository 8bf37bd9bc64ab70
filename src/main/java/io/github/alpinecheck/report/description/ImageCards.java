package io.github.alpinecheck.report.description;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.description.BaseDescription;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.description.PackagesDescription;
import io.github.alpinecheck.description.RepositoriesDescription;
import io.github.alpinecheck.description.StartDescription;
import io.github.alpinecheck.report.description.Item.Kind;
import io.github.alpinecheck.text.PartialString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An image in cards. */
public final class ImageCards {

    private final Texts texts;
    private final LocalDate asOf;

    /**
     * Cards in one language.
     *
     * @param asOf the day that support ends are judged by
     */
    public ImageCards(Texts texts, LocalDate asOf) {
        this.texts = texts;
        this.asOf = asOf;
    }

    /** All cards of an image. */
    public List<Card> of(ImageDescription image) {
        SystemCards system = new SystemCards(texts);
        List<Card> cards = new ArrayList<>();
        cards.add(base(image));
        cards.add(start(image.start()));
        cards.add(packages(image.packages()));
        cards.add(repositories(image));
        cards.add(system.clock(image.clock()));
        cards.add(system.trust(image));
        cards.add(system.resolver(image.resolver()));
        cards.add(environment(image));
        return cards;
    }

    /** The card about base image and system. */
    public Card base(ImageDescription image) {
        BaseDescription base = image.base();
        CardRows rows = new CardRows(texts);
        rows.add("base.image", literal(base.reference(), OptionalInt.of(base.line())));
        rows.add("base.system", system(base));
        if (base.alpine() != Presence.ABSENT) {
            rows.add("base.support", support(base));
        }
        rows.add("base.libc", libc(base.libc()));
        if (base.java().isPresent()) {
            rows.add("base.java", Item.of(Kind.WORDS, base.java().get().toString()));
        } else {
            boolean none = image.clock().virtualMachine() == Presence.ABSENT;
            rows.add("base.java", none ? Item.of(Kind.WORDS, texts.get("noJava")) : rows.unknown());
        }
        rows.add("base.user", literal(image.user(), OptionalInt.empty()));
        rows.add("base.directory", literal(image.directory(), OptionalInt.empty()));
        if (!base.known()) {
            rows.add("base.hint", Item.of(Kind.WORDS, texts.get("base.nothingKnown")));
        }
        return rows.card("base");
    }

    private Item system(BaseDescription base) {
        if (base.release().isPresent()) {
            return Item.of(Kind.WORDS, base.release().get().toString());
        }
        return switch (base.alpine()) {
            case PRESENT -> Item.of(Kind.UNKNOWN, texts.get("base.someAlpine"));
            case ABSENT -> Item.of(Kind.WORDS, texts.get("base.notAlpine"));
            case UNKNOWN -> Item.of(Kind.UNKNOWN, texts.get("unknown"));
        };
    }

    private Item[] support(BaseDescription base) {
        List<Item> items = new ArrayList<>();
        Optional<LocalDate> end = base.release().flatMap(Release::endOfSupport);
        if (end.isPresent()) {
            boolean ended = !end.get().isAfter(asOf);
            items.add(Item.of(
                    ended ? Kind.WANTING : Kind.PRESENT,
                    texts.get(ended ? "base.ended" : "base.supported", end.get().toString())));
        } else if (base.release().isPresent()) {
            items.add(Item.of(Kind.WORDS, texts.get("base.rolling")));
        } else {
            items.add(Item.of(Kind.UNKNOWN, texts.get("unknown")));
        }
        if (base.frozenSince().isPresent()) {
            items.add(Item.of(
                    Kind.WANTING,
                    texts.get("base.frozen", base.frozenSince().get().toString())));
        }
        if (base.floating()) {
            items.add(Item.of(Kind.WORDS, texts.get("base.floating")));
        }
        return items.toArray(new Item[0]);
    }

    private Item libc(Libc libc) {
        return switch (libc) {
            case MUSL -> Item.of(Kind.WORDS, "musl");
            case GLIBC -> Item.of(Kind.WORDS, "glibc");
            case NONE -> Item.of(Kind.WORDS, texts.get("base.noLibc"));
            case UNKNOWN -> Item.of(Kind.UNKNOWN, texts.get("unknown"));
        };
    }

    private Card start(StartDescription start) {
        CardRows rows = new CardRows(texts);
        rows.add("start.entrypoint", line(start.entrypoint(), "start.ofBase"));
        rows.add("start.cmd", line(start.cmd(), start.entrypoint().isPresent() ? "none" : "start.ofBase"));
        rows.add("start.healthcheck", line(start.healthcheck(), "none"));
        List<Item> commands = new ArrayList<>();
        for (StartDescription.Called each : start.commands()) {
            Kind kind = rows.kind(each.there());
            String text = each.there() == Presence.ABSENT
                    ? texts.get("start.missing", each.name(), word(each.by()))
                    : each.name();
            commands.add(new Item(text, kind, OptionalInt.of(each.line())));
        }
        if (!commands.isEmpty()) {
            rows.add("start.commands", commands.toArray(new Item[0]));
        }
        return rows.card("start");
    }

    private String word(String key) {
        return texts.get("start." + key);
    }

    private Item line(Optional<StartDescription.Line> line, String otherwise) {
        return line.isPresent()
                ? new Item(
                        line.get().text(),
                        Kind.LITERAL,
                        OptionalInt.of(line.get().line()))
                : Item.of(Kind.WORDS, texts.get(otherwise));
    }

    private Card packages(PackagesDescription packages) {
        CardRows rows = new CardRows(texts);
        List<Item> added = new ArrayList<>();
        for (PackagesDescription.Added each : packages.added()) {
            String name = each.members().isEmpty()
                    ? each.name()
                    : each.name() + " (" + String.join(" ", each.members()) + ")";
            added.add(
                    each.certain()
                            ? new Item(name, Kind.LITERAL, OptionalInt.of(each.line()))
                            : new Item(texts.get("packages.perhaps", name), Kind.UNKNOWN, OptionalInt.of(each.line())));
        }
        rows.addOrNone("packages.added", added);
        List<Item> ofBase = new ArrayList<>();
        for (String name : packages.ofBase()) {
            ofBase.add(Item.of(Kind.LITERAL, name));
        }
        if (!ofBase.isEmpty()) {
            rows.add("packages.ofBase", ofBase.toArray(new Item[0]));
        }
        if (!packages.complete()) {
            rows.add("packages.others", rows.unknown());
        }
        return rows.card("packages");
    }

    private Card repositories(ImageDescription image) {
        RepositoriesDescription repositories = image.repositories();
        CardRows rows = new CardRows(texts);
        List<Item> lines = new ArrayList<>();
        for (RepositoriesDescription.Line line : repositories.lines()) {
            lines.add(Item.of(Kind.LITERAL, line.text().toString()));
        }
        if (!repositories.complete() || repositories.file() == Presence.UNKNOWN) {
            lines.add(Item.of(Kind.UNKNOWN, texts.get(lines.isEmpty() ? "unknown" : "repositories.more")));
        }
        rows.addOrNone("repositories.lines", lines);
        List<Item> hosts = new ArrayList<>();
        for (RepositoriesDescription.Line line : repositories.lines()) {
            if (line.repository().isPresent() && !line.repository().get().isOnDisk()) {
                Item host = Item.of(Kind.LITERAL, line.repository().get().host());
                if (!hosts.contains(host)) {
                    hosts.add(host);
                }
            }
        }
        if (!hosts.isEmpty()) {
            rows.add("repositories.hosts", hosts.toArray(new Item[0]));
        }
        if (repositories.file() == Presence.PRESENT) {
            OptionalInt at = repositories.writtenAt();
            rows.add(
                    "repositories.writtenBy",
                    new Item(texts.get(at.isPresent() ? "instruction" : "repositories.asInBase"), Kind.WORDS, at));
        }
        Optional<String> apk = image.base().release().map(Release::apkTools).filter(version -> !version.isEmpty());
        if (apk.isPresent()) {
            rows.add("repositories.apk", Item.of(Kind.WORDS, "apk-tools " + apk.get()));
        }
        return rows.card("repositories");
    }

    private Card environment(ImageDescription image) {
        CardRows rows = new CardRows(texts);
        for (ImageDescription.Variable variable : image.environment()) {
            rows.addLiteral(variable.name(), literal(variable.value(), variable.line()));
        }
        if (!image.environmentComplete()) {
            rows.add("environment.others", rows.unknown());
        }
        return rows.card("environment");
    }

    private Item literal(PartialString text, OptionalInt line) {
        return text.equals(PartialString.UNKNOWN)
                ? new Item(texts.get("unknown"), Kind.UNKNOWN, line)
                : new Item(text.toString(), Kind.LITERAL, line);
    }
}
