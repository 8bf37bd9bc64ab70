package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.text.PartialString;

/** Collects what a command prints. */
final class Output {

    private final StringBuilder text = new StringBuilder();

    void add(PartialString more, boolean certain) {
        boolean keep = certain && text.length() + more.pattern().length() <= PartialString.MAX_LENGTH;
        PartialString added = keep ? more : PartialString.UNKNOWN;
        boolean repeatsHole = added.equals(PartialString.UNKNOWN)
                && text.length() > 0
                && text.charAt(text.length() - 1) == PartialString.HOLE;
        if (!repeatsHole) {
            text.append(added.pattern());
        }
    }

    PartialString text() {
        return new PartialString(text.toString());
    }
}
