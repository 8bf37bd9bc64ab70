package io.github.alpinecheck.alpine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The packages of glibc for Alpine that people download from the project alpine-pkg-glibc: the table {@code
 * glibc-packages.tsv}, whose head names the sources.
 */
public final class GlibcPackages {

    private static final String DOWNLOADS = "/alpine-pkg-glibc/releases/download/";

    private final Map<String, Version> byName = new HashMap<>();

    private GlibcPackages() {
        for (FactTable.Row row : FactTable.read("glibc-packages.tsv", 4)) {
            byName.put(row.text(0), new Version(row.text(0), row.yes(1), row.yes(2), row.yes(3)));
        }
    }

    /** The table; read once. */
    public static GlibcPackages load() {
        return Holder.INSTANCE;
    }

    /**
     * A version of the project.
     *
     * @param name such as {@code 2.35-r1}
     * @param ownsNsswitch whether {@code glibc} brings {@code /etc/nsswitch.conf}
     * @param linksLib64 whether {@code glibc} brings {@code /lib64/ld-linux-x86-64.so.2}
     * @param binNeedsCompat whether {@code glibc-bin} needs {@code libc6-compat}
     */
    public record Version(String name, boolean ownsNsswitch, boolean linksLib64, boolean binNeedsCompat) {}

    /**
     * A package of a version.
     *
     * @param name such as {@code glibc} or {@code glibc-bin}
     */
    public record Download(String name, Version version) {

        /** As apk names it. */
        @Override
        public String toString() {
            return name + "-" + version.name();
        }
    }

    /** What is behind an address; empty if it is no package of the project's releases. */
    public Optional<Download> find(String address) {
        int at = address.indexOf(DOWNLOADS);
        String file = address.substring(address.lastIndexOf('/') + 1);
        if (at < 0) {
            return Optional.empty();
        }
        String directory = address.substring(at + DOWNLOADS.length());
        Version version = byName.get(directory.substring(0, Math.max(0, directory.indexOf('/'))));
        String ending = version == null ? "" : "-" + version.name() + ".apk";
        return version != null && file.endsWith(ending)
                ? Optional.of(new Download(file.substring(0, file.length() - ending.length()), version))
                : Optional.empty();
    }

    private static final class Holder {
        static final GlibcPackages INSTANCE = new GlibcPackages();
    }
}
