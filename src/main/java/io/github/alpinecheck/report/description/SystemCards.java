package io.github.alpinecheck.report.description;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.description.ClockDescription;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.description.ResolverDescription;
import io.github.alpinecheck.description.TrustDescription;
import io.github.alpinecheck.image.timezone.ZoneSetting;
import io.github.alpinecheck.report.description.Item.Kind;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The cards about clock, certificates and names. */
final class SystemCards {

    private final Texts texts;

    SystemCards(Texts texts) {
        this.texts = texts;
    }

    Card clock(ClockDescription clock) {
        CardRows rows = new CardRows(texts);
        rows.add("clock.libc", zone(clock.libc(), "UTC"));
        rows.add(
                "clock.java",
                clock.virtualMachine() == Presence.ABSENT
                        ? Item.of(Kind.WORDS, texts.get("noJava"))
                        : zone(clock.java(), "GMT"));
        rows.add("clock.zones", presence(rows, clock.zones(), "clock.noZones"));
        List<Item> settings = new ArrayList<>();
        for (ClockDescription.Setting each : clock.settings()) {
            settings.add(new Item(place(each.place()) + each.zone(), Kind.LITERAL, OptionalInt.of(each.line())));
        }
        if (!settings.isEmpty()) {
            rows.add("clock.settings", settings.toArray(new Item[0]));
        }
        return rows.card("clock");
    }

    private Item zone(ClockDescription.Zone zone, String otherwise) {
        if (!zone.known()) {
            return Item.of(Kind.UNKNOWN, texts.get("unknown"));
        }
        return zone.name().isEmpty()
                ? Item.of(Kind.WORDS, texts.get("clock.none", otherwise))
                : Item.of(Kind.LITERAL, zone.name());
    }

    private static String place(ZoneSetting.Place place) {
        return switch (place) {
            case OPTION -> "-Duser.timezone=";
            case VARIABLE -> "TZ=";
            case LOCALTIME -> "/etc/localtime → ";
            case FILE -> "/etc/timezone: ";
        };
    }

    Card trust(ImageDescription image) {
        TrustDescription trust = image.trust();
        CardRows rows = new CardRows(texts);
        rows.add(
                "trust.system",
                trust.systemPath().isPresent()
                        ? Item.of(Kind.LITERAL, trust.systemPath().get())
                        : presence(rows, trust.system(), "trust.noList"));
        boolean noJava = image.clock().virtualMachine() == Presence.ABSENT;
        rows.add(
                "trust.java",
                noJava
                        ? Item.of(Kind.WORDS, texts.get("noJava"))
                        : switch (trust.java()) {
                            case OWN -> Item.of(Kind.WORDS, texts.get("trust.own"));
                            case OF_SYSTEM -> Item.of(Kind.WORDS, texts.get("trust.ofSystem"));
                            case UNKNOWN -> rows.unknown();
                        });
        List<Item> certificates = new ArrayList<>();
        for (TrustDescription.Certificate each : trust.certificates()) {
            String who = each.trusted().name().toLowerCase(Locale.ROOT);
            certificates.add(new Item(
                    texts.get("trust." + who, each.path()),
                    each.trusted() == TrustDescription.Trusted.NOBODY ? Kind.WANTING : Kind.WORDS,
                    OptionalInt.of(each.line())));
        }
        if (!certificates.isEmpty()) {
            rows.add("trust.certificates", certificates.toArray(new Item[0]));
        }
        return rows.card("trust");
    }

    Card resolver(ResolverDescription resolver) {
        CardRows rows = new CardRows(texts);
        boolean musl = resolver.libc() == Libc.MUSL;
        boolean known = musl || resolver.libc() == Libc.GLIBC;
        rows.add("resolver.resolver", known ? Item.of(Kind.WORDS, musl ? "musl" : "glibc") : rows.unknown());
        if (musl) {
            rows.add("resolver.options", Item.of(Kind.LITERAL, "ndots timeout attempts"));
        }
        rows.add(
                "resolver.tcp",
                switch (resolver.tcp()) {
                    case PRESENT -> Item.of(Kind.WORDS, texts.get("yes"));
                    case ABSENT -> Item.of(Kind.WANTING, texts.get("resolver.noTcp"));
                    case UNKNOWN -> rows.unknown();
                });
        OptionalInt at = resolver.nsswitchWrittenAt();
        boolean read =
                resolver.nsswitch() == Presence.PRESENT && !resolver.hosts().equals(PartialString.UNKNOWN);
        rows.add(
                "resolver.nsswitch",
                read
                        ? new Item(resolver.hosts().toString(), Kind.LITERAL, at)
                        : new Item(
                                texts.get(
                                        switch (resolver.nsswitch()) {
                                            case PRESENT -> "there";
                                            case ABSENT -> "none";
                                            case UNKNOWN -> "unknown";
                                        }),
                                resolver.nsswitch() == Presence.UNKNOWN ? Kind.UNKNOWN : Kind.WORDS,
                                at));
        return rows.card("resolver");
    }

    private Item presence(CardRows rows, Presence presence, String absent) {
        return switch (presence) {
            case PRESENT -> Item.of(Kind.PRESENT, texts.get("there"));
            case ABSENT -> Item.of(Kind.WORDS, texts.get(absent));
            case UNKNOWN -> rows.unknown();
        };
    }
}
