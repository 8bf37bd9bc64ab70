package io.github.alpinecheck.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The page's style sheet. The page's policy lets in nothing but this text, known by its hash.
 *
 * @param hash as policies name it: {@code sha256-…}
 */
record Stylesheet(String text, String hash) {

    /** That of {@code page.css}: working it out costs more than the rest of the page. A test tells when it has changed. */
    private static final String HASH = "sha256-pnVq+uF8cWBkp5mLMUFiPfy/3O8M+PTP9k7g+3TcvDI=";

    static Stylesheet load() throws IOException {
        try (InputStream in = Stylesheet.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IOException("the style sheet of the page is not in the plugin");
            }
            // as checked out on Windows, perhaps
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new Stylesheet(text, HASH);
        }
    }
}
