package io.github.alpinecheck.rules.nativecode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published build for glibc, recognized by the name of its file. Source: the download pages of the vendors as of
 * 2026-11-23; a vendor that builds for Alpine too gives that file another name.
 *
 * @param product whose it is
 * @param instead what the vendor's build for Alpine has in its file name, or what packages of Alpine's have in theirs
 * @param packaged whether it is packages, because the vendor has no build for musl
 */
record GlibcDownload(String product, String instead, boolean packaged) {

    /** A name that has all the parts of {@code named} and none of {@code not}. */
    private record Pattern(List<String> named, List<String> not, GlibcDownload download) {
        boolean matches(String file) {
            return named.stream().allMatch(file::contains) && not.stream().noneMatch(file::contains);
        }
    }

    private static final List<String> MUSL = List.of("alpine", "musl");

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern(
                    List.of("openjdk", "_linux_hotspot_", ".tar.gz"),
                    MUSL,
                    new GlibcDownload("Temurin", "alpine-linux", false)),
            new Pattern(
                    List.of("amazon-corretto-", "-linux-", ".tar.gz"),
                    MUSL,
                    new GlibcDownload("Amazon Corretto", "alpine", false)),
            new Pattern(
                    List.of("zulu", "-linux_", ".tar.gz"), MUSL, new GlibcDownload("Azul Zulu", "linux_musl", false)),
            new Pattern(
                    List.of("bellsoft-j", "-linux-", ".tar.gz"), MUSL, new GlibcDownload("Liberica", "-musl", false)),
            new Pattern(List.of("graalvm-", "linux-", ".tar.gz"), MUSL, new GlibcDownload("GraalVM", "openjdk", true)),
            new Pattern(List.of("node-v", "-linux-", ".tar."), MUSL, new GlibcDownload("Node.js", "nodejs", true)));

    /** What an address downloads; empty if it is none of the known builds. */
    static Optional<GlibcDownload> of(String address) {
        if (!address.contains("://")) {
            return Optional.empty();
        }
        String file = address.substring(address.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return PATTERNS.stream().filter(p -> p.matches(file)).findFirst().map(Pattern::download);
    }
}
