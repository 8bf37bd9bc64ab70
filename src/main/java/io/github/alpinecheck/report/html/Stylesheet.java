package io.github.alpinecheck.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style sheet. The page's policy lets in nothing but this text, known by its hash.
 *
 * @param hash as policies name it: {@code sha256-…}
 */
record Stylesheet(String text, String hash) {

    static Stylesheet load() throws IOException {
        try (InputStream in = Stylesheet.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IOException("the style sheet of the page is not in the plugin");
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Stylesheet(
                    new String(bytes, StandardCharsets.UTF_8),
                    "sha256-" + Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
