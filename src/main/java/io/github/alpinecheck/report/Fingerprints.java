package io.github.alpinecheck.report;

import io.github.alpinecheck.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What findings are recognised by when their lines have moved: rule, file, and the words that the finding is about, in
 * whatever layout. Equal ones are counted, so that no two findings of a report have the same fingerprint.
 */
final class Fingerprints {

    private static final int LENGTH = 32;

    private final String directory;
    private final MessageDigest digest;
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param directory of the project in its repository */
    Fingerprints(String directory) {
        this.directory = directory;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** To be called once for each finding, in the order of the report. */
    String next(Finding finding) {
        String words =
                String.join(" ", finding.source().text(finding.span()).strip().split("[\\s\\\\]+"));
        String identity = finding.rule() + '\n' + directory + finding.source().name() + '\n' + words;
        int number = seen.merge(identity, 1, Integer::sum);
        byte[] hash = digest.digest((identity + '\n' + number).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    }
}
