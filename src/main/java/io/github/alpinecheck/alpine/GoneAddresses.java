package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses that recipes still name and that are gone: the table {@code gone-addresses.tsv}, whose head names the sources. */
public final class GoneAddresses {

    private final List<Gone> all = new ArrayList<>();

    private GoneAddresses() {
        for (FactTable.Row row : FactTable.read("gone-addresses.tsv", 3)) {
            all.add(new Gone(row.text(0), row.day(row.text(1)), row.optional(2)));
        }
    }

    /** The table; read once. */
    public static GoneAddresses load() {
        return Holder.INSTANCE;
    }

    /**
     * An address that is gone, and all that start with it.
     *
     * @param prefix without scheme
     * @param since the day it went
     * @param instead where the file is now; empty where it is nowhere
     */
    public record Gone(String prefix, LocalDate since, Optional<String> instead) {}

    /** What is known of an address with its scheme; empty if it is not known to be gone. */
    public Optional<Gone> find(String address) {
        String plain = address.substring(address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3);
        return all.stream().filter(g -> plain.startsWith(g.prefix())).findFirst();
    }

    private static final class Holder {
        static final GoneAddresses INSTANCE = new GoneAddresses();
    }
}
