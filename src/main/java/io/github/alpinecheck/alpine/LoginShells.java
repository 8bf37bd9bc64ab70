package io.github.alpinecheck.alpine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What PATH a login shell gives its commands: the table {@code login-shells.tsv}, whose head names the source. */
public final class LoginShells {

    private final Map<Start, Map<String, String>> paths = new EnumMap<>(Start.class);

    private LoginShells() {
        List<String> releases = Releases.load().all().stream()
                .filter(r -> r.isAtLeast(3, 6) && !r.isEdge())
                .map(Release::version)
                .toList();
        for (FactTable.Row row : FactTable.read("login-shells.tsv", 3)) {
            Map<String, String> byRelease = paths.computeIfAbsent(
                    Start.valueOf(row.text(0).toUpperCase(Locale.ROOT)), start -> new HashMap<>());
            VersionStretch.of(releases, row.text(1), row).forEach(release -> byRelease.put(release, row.text(2)));
        }
    }

    /** The table; read once. */
    public static LoginShells load() {
        return Holder.INSTANCE;
    }

    /** The PATH that replaces the one of the image; empty where the shell keeps that, or nobody looked. */
    public Optional<String> path(Start start, Release release) {
        return Optional.ofNullable(paths.getOrDefault(start, Map.of()).get(release.version()));
    }

    /** How a login shell is started. */
    public enum Start {
        /** {@code sh -l}. */
        SHELL,
        /** {@code su -}. */
        SU
    }

    private static final class Holder {
        static final LoginShells INSTANCE = new LoginShells();
    }
}
