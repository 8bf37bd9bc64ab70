package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects neighbouring characters of a script that stand for themselves, and makes a literal of them. */
final class LiteralBuffer {

    private final MappedText script;
    private final List<Word.Part> target;
    private boolean quoted;
    private int start;
    private int end;
    /** The characters as long as they stand side by side in the script. */
    private int valueStart;

    private int valueEnd;
    /** The characters when a backslash or a continuation between them was left out; most literals need none. */
    private MappedText.@Nullable Builder scattered;

    /**
     * An empty buffer.
     *
     * @param target where literals go
     */
    LiteralBuffer(MappedText script, List<Word.Part> target) {
        this.script = script;
        this.target = target;
    }

    /**
     * Adds the character at {@code index}.
     *
     * @param from where it starts in the script, with the backslash before it
     */
    void add(int from, int index, boolean isQuoted) {
        if (end > start && quoted != isQuoted) {
            flush();
        }
        if (end == start) {
            quoted = isQuoted;
            start = from;
            valueStart = index;
            valueEnd = index;
        }
        if (scattered == null && valueEnd != index) {
            scattered = new MappedText.Builder().append(script.slice(valueStart, valueEnd));
        }
        if (scattered != null) {
            scattered.append(script.charAt(index), script.sourceOffset(index));
        }
        valueEnd = index + 1;
        end = index + 1;
    }

    /** Gives the target what was collected, if anything. */
    void flush() {
        if (end == start) {
            return;
        }
        MappedText text = scattered == null
                ? script.slice(valueStart, valueEnd)
                : scattered.build(script.span(end - 1, end).end());
        target.add(new Word.Literal(script.span(start, end), text, quoted));
        scattered = null;
        start = end;
    }
}
