package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a download brought is compared with what it should be: with a checksum or a signature. */
final class Comparison {

    private static final Set<String> CHECKSUMS = Set.of(
            "md5sum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "sha3sum", "b2sum", "shasum");
    private static final Set<String> SIGNATURES =
            Set.of("gpg", "gpg2", "gpgv", "gpgv2", "cosign", "minisign", "openssl");

    private Comparison() {}

    /** Whether one of the later commands may look at what the download has written. */
    static boolean mayFollow(Invocation download, List<Invocation> later) {
        Set<String> names = writtenBy(download);
        // lists of checksums are usually echoed into the program that reads them
        StringBuilder said = new StringBuilder();
        for (Invocation next : later) {
            String words = words(next);
            if (next.runs("echo") || next.runs("printf")) {
                said.append(words);
            } else if (compares(next, words)) {
                String all = words + said;
                boolean open = names.isEmpty() || readsList(next) || all.indexOf(PartialString.HOLE) >= 0;
                if (open || names.stream().anyMatch(all::contains)) {
                    return true;
                }
            } else if (next.runs("apk") && installs(words, names)) {
                return true;
            }
        }
        return false;
    }

    /** The names of the files that it leaves; none where it writes elsewhere, or nobody knows where. */
    private static Set<String> writtenBy(Invocation download) {
        FileSystem files = download.after().files();
        return files.pathsBelow("/").stream()
                .filter(path -> files.entry(path)
                        .filter(e -> e.node() instanceof FileNode.Regular)
                        .flatMap(FileSystem.Entry::writtenAt)
                        .filter(download.span()::contains)
                        .isPresent())
                .map(FileSystem::name)
                .collect(Collectors.toSet());
    }

    private static boolean compares(Invocation invocation, String words) {
        String program = invocation.program().orElse("");
        boolean signature = SIGNATURES.contains(program)
                && (program.startsWith("gpgv")
                        || words.contains("verify")
                        || words.contains("fingerprint")
                        || program.equals("minisign"));
        return CHECKSUMS.contains(program) || signature;
    }

    /** A list in a file, or on the standard input where nothing was echoed. */
    private static boolean readsList(Invocation invocation) {
        return invocation.arguments().stream()
                .map(o -> o.value().pattern())
                .anyMatch(w ->
                        !w.startsWith("-") && invocation.arguments().stream().anyMatch(Comparison::isCheck));
    }

    private static boolean isCheck(Operand word) {
        String text = word.value().pattern();
        return text.equals("--check") || text.startsWith("-") && !text.startsWith("--") && text.indexOf('c') > 0;
    }

    /** apk compares a package with its signature, unless it is told not to. */
    private static boolean installs(String words, Set<String> names) {
        boolean packages = names.stream().anyMatch(n -> n.endsWith(".apk"));
        boolean named = words.contains("*.apk") || names.stream().anyMatch(words::contains);
        return packages && named && !words.contains("--allow-untrusted");
    }

    private static String words(Invocation invocation) {
        return invocation.words().stream().map(w -> w.value().pattern()).collect(Collectors.joining(" ", " ", "\n"));
    }
}
