package io.github.alpinecheck.image;

import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program (or a command of the shell's own) that a RUN starts, with what it finds and what it leaves.
 *
 * @param words the program's name and its arguments, expanded
 * @param span the command with its redirections
 * @param environment variables set for this command, or in the script before it
 * @param directory its working directory
 * @param input its standard input; empty where nothing feeds it
 * @param before the image when it starts
 * @param after the image when it has succeeded, or, when it certainly fails, as far as it came
 * @param certain whether it is certainly reached when the instruction is
 * @param consequence what its failure does to the build
 * @param outcome whether it succeeds
 * @param understood whether the model knows what it does; if not, {@code after} knows nothing
 */
public record Invocation(
        List<Operand> words,
        Span span,
        Map<String, PartialString> environment,
        PartialString directory,
        PartialString input,
        ImageState before,
        ImageState after,
        boolean certain,
        Consequence consequence,
        Outcome outcome,
        boolean understood) {

    public Invocation {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** What a failing command does to its script. */
    public enum Consequence {
        /** The instruction fails, and with it the build. */
        FAILS_BUILD,
        /** The script goes on as if nothing was. */
        IGNORED,
        /** The script asks: a condition, the left side of {@code ||}. */
        HANDLED
    }

    /** How a command ends. */
    public enum Outcome {
        /** With status 0. */
        SUCCEEDS,
        /** With another status. */
        FAILS,
        /** Nobody knows. */
        UNKNOWN
    }

    /** The program's name as written, without its directory; empty when it is not known. */
    public Optional<String> program() {
        return words.isEmpty() ? Optional.empty() : words.get(0).known().map(FileSystem::name);
    }

    /** Whether the program's name, without its directory, is this one. */
    public boolean runs(String name) {
        if (words.isEmpty() || words.get(0).glob()) {
            return false;
        }
        String word = words.get(0).value().pattern();
        int start = word.length() - name.length();
        return word.endsWith(name)
                && (start == 0 || word.charAt(start - 1) == '/')
                && words.get(0).value().isKnown();
    }

    /** Whether the build ends where this fails. */
    public boolean failsBuild() {
        return consequence == Consequence.FAILS_BUILD;
    }

    /** The words after the program's name. */
    public List<Operand> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }
}
