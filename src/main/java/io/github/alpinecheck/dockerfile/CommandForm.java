package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.List;

/** What RUN, CMD, ENTRYPOINT and HEALTHCHECK run. */
public sealed interface CommandForm {

    /** Where the command stands. */
    Span span();

    /**
     * A script for the stage's shell.
     *
     * @param script without line continuations and the comments between them; empty when the instruction has a
     *     here-document only
     */
    record ShellForm(MappedText script) implements CommandForm {
        @Override
        public Span span() {
            return script.span();
        }
    }

    /**
     * A JSON array: a program and its arguments, started without a shell and without expansion.
     *
     * @param words the decoded strings
     * @param span from {@code [} to {@code ]}
     */
    record ExecForm(List<MappedText> words, Span span) implements CommandForm {
        public ExecForm {
            words = List.copyOf(words);
        }
    }
}
