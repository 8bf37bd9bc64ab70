package io.github.alpinecheck.description;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** The lines of a Dockerfile, numbered from 1. */
record Lines(Dockerfile dockerfile) {

    int first(Span span) {
        return source().position(span.start()).line();
    }

    OptionalInt first(Optional<Span> span) {
        return span.isPresent() ? OptionalInt.of(first(span.get())) : OptionalInt.empty();
    }

    /** What stands after the keyword, in one line: without the marks of continuation and the comments between them. */
    String joined(Instruction instruction) {
        Span span = instruction.span();
        int start = instruction.header().keywordSpan().end();
        StringBuilder text = new StringBuilder();
        for (String line :
                source().text(new Span(start, Math.max(start, span.end()))).split("\n", -1)) {
            String part = line.strip();
            if (part.startsWith("#")) {
                continue;
            }
            int end = part.length();
            boolean continued = end > 0 && part.charAt(end - 1) == dockerfile.escape();
            String kept = continued ? part.substring(0, end - 1).stripTrailing() : part;
            if (!kept.isEmpty()) {
                text.append(text.length() == 0 ? "" : " ").append(kept);
            }
        }
        return text.toString();
    }

    private SourceText source() {
        return dockerfile.source();
    }
}
