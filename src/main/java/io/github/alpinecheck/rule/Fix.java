package io.github.alpinecheck.rule;

import io.github.alpinecheck.text.TextEdit;
import java.util.List;

/**
 * A change to the Dockerfile that mends a finding.
 *
 * @param edits they do not overlap
 * @param safe whether the image keeps everything it had
 */
public record Fix(List<TextEdit> edits, boolean safe) {
    public Fix {
        edits = List.copyOf(edits);
    }
}
