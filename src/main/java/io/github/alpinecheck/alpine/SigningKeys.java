package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;

/** Which releases can verify the index of another branch: the table {@code signing-keys.tsv}, whose head names the sources. */
public final class SigningKeys {

    private final Map<String, Release> first = new HashMap<>();

    private SigningKeys() {
        for (FactTable.Row row : FactTable.read("signing-keys.tsv", 2)) {
            Release release = Releases.load()
                    .find(row.text(1))
                    .orElseThrow(() -> new IllegalStateException(row + ": no release: " + row.text(1)));
            first.put(row.text(0), release);
        }
    }

    /** The table; read once. */
    public static SigningKeys load() {
        return Holder.INSTANCE;
    }

    /** Whether the release's image certainly lacks the key of a branch such as {@code edge}: apk ignores the branch then. */
    public boolean isMissing(Release image, String branch) {
        Release since = first.get(branch);
        return since != null && image.compareTo(since) < 0;
    }

    private static final class Holder {
        static final SigningKeys INSTANCE = new SigningKeys();
    }
}
