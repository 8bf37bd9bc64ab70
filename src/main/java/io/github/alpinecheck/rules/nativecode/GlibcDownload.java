package io.github.alpinecheck.rules.nativecode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published build for glibc, recognized by the name of its file. Source: the names in Dockerfiles and scripts that
 * download them, as of 2026-11-23. A vendor that builds for Alpine too names that in the file: {@code alpine} or {@code
 * musl}.
 *
 * @param product whose it is
 * @param packages what Alpine's own packages have in their names
 * @param forAlpine whether the vendor builds for Alpine too
 */
record GlibcDownload(String product, String packages, boolean forAlpine) {

    /** A name that has all the parts. */
    private record Pattern(List<String> parts, GlibcDownload download) {
        boolean matches(String file) {
            return parts.stream().allMatch(file::contains);
        }
    }

    private static final List<String> MUSL = List.of("alpine", "musl");
    /** Without checksums and signatures, which lie beside the archives. */
    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".tar.xz");

    private static final List<Pattern> PATTERNS = List.of(
            jdk("Temurin", "adoptium/", "-jdk_", "_linux_hotspot_"),
            jdk("Temurin", "adoptium/", "-jre_", "_linux_hotspot_"),
            jdk("Amazon Corretto", "/amazon-corretto-", "-linux-"),
            jdk("Azul Zulu", "/zulu", "-linux_"),
            jdk("Liberica", "/bellsoft-j", "-linux-"),
            jdk("Microsoft's OpenJDK", "/microsoft-jdk-", "-linux-"),
            jdk("SapMachine", "/sapmachine-j", "_linux-", "_bin."),
            jdk("Dragonwell", "/alibaba_dragonwell_", "_linux."),
            new Pattern(List.of("/graalvm-ce-java", "-linux-"), new GlibcDownload("GraalVM", "openjdk", false)),
            new Pattern(List.of("/graalvm-community-jdk-", "_linux-"), new GlibcDownload("GraalVM", "openjdk", false)),
            new Pattern(List.of("/graalvm-jdk-", "_linux-"), new GlibcDownload("GraalVM", "openjdk", false)),
            new Pattern(List.of("/node-v", "-linux-"), new GlibcDownload("Node.js", "nodejs", false)));

    private static Pattern jdk(String product, String... parts) {
        return new Pattern(List.of(parts), new GlibcDownload(product, "openjdk", true));
    }

    /** What an address downloads; empty if it is none of the known builds. */
    static Optional<GlibcDownload> of(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        String file = text.substring(text.lastIndexOf('/') + 1);
        boolean archive = text.contains("://") && ARCHIVES.stream().anyMatch(file::endsWith);
        return !archive || MUSL.stream().anyMatch(file::contains)
                ? Optional.empty()
                : PATTERNS.stream().filter(p -> p.matches(text)).findFirst().map(Pattern::download);
    }
}
