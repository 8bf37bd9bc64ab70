package io.github.alpinecheck.alpine;

import io.github.alpinecheck.text.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands of apk: the table {@code apk-applets.tsv}, whose head names the sources. */
public final class ApkApplets {

    private final Set<String> names = new HashSet<>();

    /** Words that are no commands, with what people mean by them. */
    private final Map<String, String> meant = new HashMap<>();

    private ApkApplets() {
        for (FactTable.Row row : FactTable.read("apk-applets.tsv", 2)) {
            row.optional(1).ifPresentOrElse(m -> meant.put(row.text(0), m), () -> names.add(row.text(0)));
        }
    }

    /** The table; read once. */
    public static ApkApplets load() {
        return Holder.INSTANCE;
    }

    /** Whether it is a command of apk, in one version or another. */
    public boolean exists(String word) {
        return names.contains(word);
    }

    /** The command that is meant by a word that is none; empty for a command, and where nobody can tell. */
    public Optional<String> meantBy(String word) {
        if (exists(word)) {
            return Optional.empty();
        }
        return Optional.ofNullable(meant.get(word)).or(() -> Nearest.nearest(word, names));
    }

    private static final class Holder {
        static final ApkApplets INSTANCE = new ApkApplets();
    }
}
