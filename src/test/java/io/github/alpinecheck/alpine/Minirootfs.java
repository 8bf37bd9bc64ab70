package io.github.alpinecheck.alpine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What a {@code minirootfs} tarball of Alpine contains.
 *
 * @param point the point release such as {@code 3.20.3}, or of edge {@code 3.21.0_alpha20240923}
 * @param apkTools version of apk-tools without the package's own revision
 * @param commands names of the programs on the PATH, links to busybox included
 * @param caBundle whether {@code /etc/ssl/certs/ca-certificates.crt} is there
 */
record Minirootfs(
        String point,
        String apkTools,
        List<String> repositories,
        TreeSet<String> packages,
        TreeSet<String> commands,
        boolean nsswitch,
        boolean caBundle) {

    private static final List<String> PATH =
            List.of("usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin", "sbin", "bin");

    /** Where apk 2 and apk 3 write down what is installed. */
    private static final List<String> INSTALLED = List.of("lib/apk/db/installed", "usr/lib/apk/db/installed");

    static Minirootfs read(Path tarball) throws IOException {
        Map<String, String> texts = new HashMap<>();
        TreeSet<String> paths = new TreeSet<>();
        try (InputStream file = Files.newInputStream(tarball);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                paths.add(path);
                if (path.equals("etc/alpine-release")
                        || path.equals("etc/apk/repositories")
                        || INSTALLED.contains(path)) {
                    texts.put(path, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return of(tarball, texts, paths);
    }

    private static Minirootfs of(Path tarball, Map<String, String> texts, TreeSet<String> paths) throws IOException {
        String installed = INSTALLED.stream()
                .filter(texts::containsKey)
                .map(texts::get)
                .findFirst()
                .orElseThrow(() -> new IOException(tarball + ": no database of installed packages"));
        Map<String, String> versions = versions(installed);
        TreeSet<String> commands = new TreeSet<>();
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            if (slash > 0 && PATH.contains(path.substring(0, slash)) && slash + 1 < path.length()) {
                commands.add(path.substring(slash + 1));
            }
        }
        String apkTools = versions.getOrDefault("apk-tools", "-");
        int revision = apkTools.indexOf("-r");
        return new Minirootfs(
                texts.getOrDefault("etc/alpine-release", "").strip(),
                revision < 0 ? apkTools : apkTools.substring(0, revision),
                texts.getOrDefault("etc/apk/repositories", "").lines().toList(),
                new TreeSet<>(versions.keySet()),
                commands,
                paths.contains("etc/nsswitch.conf"),
                paths.contains("etc/ssl/certs/ca-certificates.crt"));
    }

    /** The packages of apk's database: a line {@code P:name}, then {@code V:version}. */
    private static Map<String, String> versions(String installed) {
        Map<String, String> versions = new HashMap<>();
        List<String> name = new ArrayList<>(List.of(""));
        installed.lines().forEach(line -> {
            if (line.startsWith("P:")) {
                name.set(0, line.substring(2));
            } else if (line.startsWith("V:")) {
                versions.put(name.get(0), line.substring(2));
            }
        });
        return versions;
    }

    /** The release that the tables know it by. */
    String version() {
        return point.contains("_alpha") ? "edge" : point.substring(0, point.lastIndexOf('.'));
    }
}
