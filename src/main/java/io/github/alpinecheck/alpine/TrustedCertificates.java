package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which lists of certificates programs trust: the tables {@code certificate-lists.tsv} and {@code java-truststores.tsv},
 * whose heads name the sources.
 */
public final class TrustedCertificates {

    private final Map<String, Optional<String>> lists = new HashMap<>();
    private final Map<String, Optional<String>> ownStores = new HashMap<>();

    private TrustedCertificates() {
        for (FactTable.Row row : FactTable.read("certificate-lists.tsv", 2)) {
            lists.put(row.text(0), row.optional(1));
        }
        for (FactTable.Row row : FactTable.read("java-truststores.tsv", 2)) {
            ownStores.put(row.text(0), row.optional(1));
        }
    }

    /** The tables; read once. */
    public static TrustedCertificates load() {
        return Holder.INSTANCE;
    }

    /** Whether the release's minirootfs certainly has no list at all. */
    public boolean hasNoList(Release release) {
        return lists.containsKey(release.version())
                && lists.get(release.version()).isEmpty();
    }

    /** The file that the release's own programs read; empty where there is none, or nobody looked. */
    public Optional<String> list(Release release) {
        return lists.getOrDefault(release.version(), Optional.empty());
    }

    /** Whether the image's Java virtual machine certainly trusts a list of its own only. */
    public boolean hasOwnJavaStore(BaseImage image) {
        return image.jvm() && image.alpine() && ownStores.containsKey(image.family());
    }

    /** The entry point of the image that imports certificates for its Java virtual machine. */
    public Optional<String> importingEntrypoint(BaseImage image) {
        return hasOwnJavaStore(image) && image.packages().contains("ca-certificates")
                ? ownStores.getOrDefault(image.family(), Optional.empty())
                : Optional.empty();
    }

    private static final class Holder {
        static final TrustedCertificates INSTANCE = new TrustedCertificates();
    }
}
