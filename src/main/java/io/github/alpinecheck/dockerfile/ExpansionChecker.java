package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports the words that BuildKit cannot expand, whatever the variables are worth. */
final class ExpansionChecker {

    /** Nothing is known of any variable, so that nothing depends on their values. */
    private static final Variables UNKNOWN = name -> Optional.of(PartialString.UNKNOWN);

    private final WordExpander expander;
    private final Problems problems;

    ExpansionChecker(char escape, Problems problems) {
        this.expander = new WordExpander(escape);
        this.problems = problems;
    }

    void check(Instruction instruction) {
        for (Argument word : expanded(instruction)) {
            check(instruction, word.raw(), () -> expander.expand(word.raw(), UNKNOWN));
        }
        for (Heredoc file : files(instruction)) {
            if (file.expand()) {
                check(instruction, file.body(), () -> WordExpander.expandBody(file.body(), UNKNOWN));
            }
        }
    }

    /** The words of an instruction that are expanded; those of a trigger were checked with the trigger. */
    private static List<Argument> expanded(Instruction instruction) {
        List<Argument> words = new ArrayList<>();
        if (instruction instanceof Instruction.From from) {
            words.add(from.image());
            from.flag("platform").ifPresent(words::add);
        } else if (instruction instanceof Instruction.Env env) {
            addPairs(words, env.pairs());
        } else if (instruction instanceof Instruction.Label label) {
            addPairs(words, label.pairs());
        } else if (instruction instanceof Instruction.Arg arg) {
            arg.declarations().forEach(d -> d.defaultValue().ifPresent(words::add));
        } else if (instruction instanceof Instruction.Copy copy) {
            words.addAll(copy.sources());
            words.add(copy.destination());
            addFlags(words, copy);
        } else if (instruction instanceof Instruction.Add add) {
            words.addAll(add.sources());
            words.add(add.destination());
            addFlags(words, add);
        } else if (instruction instanceof Instruction.User user) {
            words.add(user.user());
        } else if (instruction instanceof Instruction.Workdir workdir) {
            words.add(workdir.path());
        } else if (instruction instanceof Instruction.Expose expose) {
            words.addAll(expose.ports());
        } else if (instruction instanceof Instruction.Volume volume) {
            words.addAll(volume.paths());
        } else if (instruction instanceof Instruction.Stopsignal stopsignal) {
            words.add(stopsignal.signal());
        }
        return words;
    }

    private static void addPairs(List<Argument> words, List<KeyValue> pairs) {
        for (KeyValue pair : pairs) {
            words.add(pair.key());
            words.add(pair.value());
        }
    }

    private static void addFlags(List<Argument> words, Instruction instruction) {
        for (String name : List.of("chown", "chmod", "checksum")) {
            instruction.flag(name).ifPresent(words::add);
        }
    }

    private static List<Heredoc> files(Instruction instruction) {
        if (instruction instanceof Instruction.Copy copy) {
            return copy.heredocs();
        }
        return instruction instanceof Instruction.Add add ? add.heredocs() : List.of();
    }

    private void check(Instruction instruction, MappedText text, Expansion expansion) {
        String keyword = instruction.header().keyword();
        try {
            expansion.run();
        } catch (ExpansionException e) {
            Span span = text.span(e.index(), Math.min(text.length(), e.index() + e.length()));
            if (e.reason() == ExpansionException.Reason.UNTERMINATED_QUOTE) {
                problems.add(SyntaxProblem.Kind.UNTERMINATED_QUOTE, span, keyword);
            } else {
                problems.add(SyntaxProblem.Kind.BAD_SUBSTITUTION, span, keyword, String.valueOf(e.getMessage()));
            }
        }
    }

    @FunctionalInterface
    private interface Expansion {
        PartialString run() throws ExpansionException;
    }
}
