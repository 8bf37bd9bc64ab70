package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Busybox;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That a program of busybox does not work with the words that it is given, though another program of its name would.
 *
 * @param at the word; empty when it is one that lacks
 * @param what the option, the value or the number that it refuses; for {@link Kind#ASKS} the user's name
 * @param instead what to write, as a short code fragment
 */
public record Refusal(Kind kind, Optional<Operand> at, String what, Optional<String> instead) {

    /** Why. */
    public enum Kind {
        /** There is no such option. */
        OPTION,
        /** The option does not understand its value. */
        VALUE,
        /** A number stands where the name of a program belongs. */
        NUMBER,
        /** It asks the user something, and there is none. */
        ASKS
    }

    private static final Set<String> RUNS_ANOTHER = Set.of("-exec", "-execdir", "-ok", "-okdir");

    /**
     * Whether it is certain that busybox's program refuses the words.
     *
     * @param name as written, without a directory
     * @param input its standard input; empty where nothing feeds it
     */
    public static Optional<Refusal> of(ImageState image, String name, List<Operand> arguments, PartialString input) {
        Optional<Busybox.Program> known = Busybox.load().program(name);
        Optional<Release> release = image.release();
        if (known.isEmpty() || release.isEmpty() || arguments.isEmpty() || !image.isBusybox(name)) {
            return Optional.empty();
        }
        Busybox.Program program = known.get();
        if (name.equals("find")) {
            return find(arguments, program, release.get());
        }
        Arguments read = Arguments.read(arguments, program.values(), program.optionsFirst());
        return options(read, program, release.get())
                .or(() -> number(read, program, release.get()))
                .or(() -> asks(read, program, input));
    }

    private static Optional<Refusal> options(Arguments read, Busybox.Program program, Release release) {
        for (Arguments.Option option : read.certainOptions()) {
            Optional<Busybox.Refusal> refused = program.refusal(option.written(), release);
            if (refused.isPresent()) {
                return Optional.of(new Refusal(
                        Kind.OPTION,
                        Optional.of(option.word()),
                        option.written(),
                        refused.get().instead()));
            }
            Optional<Busybox.Refusal> badValue = program.refusal(option.written() + Busybox.WITH_WORD, release);
            // -D of date says how the value of -d is to be read
            if (badValue.isPresent() && option.value().filter(Refusal::hasWord).isPresent() && !read.has("D")) {
                Operand value = option.value().get();
                return Optional.of(new Refusal(
                        Kind.VALUE,
                        Optional.of(value),
                        value.toString(),
                        badValue.get().instead()));
            }
        }
        return Optional.empty();
    }

    private static boolean hasWord(Operand value) {
        String text = value.value().pattern();
        for (int i = 1; i < text.length(); i++) {
            if (isLetter(text.charAt(i - 1)) && isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<Refusal> number(Arguments read, Busybox.Program program, Release release) {
        Optional<Busybox.Refusal> refused = program.refusal(Busybox.NUMBER, release);
        Optional<Operand> first = read.operands().stream().findFirst();
        boolean number = first.flatMap(Operand::known)
                .filter(t -> !t.isEmpty() && t.chars().allMatch(c -> c >= '0' && c <= '9'))
                .isPresent();
        return refused.isPresent() && number
                ? Optional.of(new Refusal(
                        Kind.NUMBER,
                        first,
                        first.get().toString(),
                        refused.get().instead()))
                : Optional.empty();
    }

    /** With one operand only: {@code adduser USER GROUP} adds a user that is there to a group. */
    private static Optional<Refusal> asks(Arguments read, Busybox.Program program, PartialString input) {
        boolean asks = !program.silent().isEmpty()
                && read.operands().size() == 1
                && read.operands().get(0).known().isPresent()
                && !read.mayHaveOthers()
                && !read.has(program.silent().toArray(String[]::new))
                && input.is("");
        return asks
                ? Optional.of(new Refusal(
                        Kind.ASKS, Optional.empty(), read.operands().get(0).toString(), Optional.empty()))
                : Optional.empty();
    }

    /** An expression: single dashes before long names, and commands of others in it. */
    private static Optional<Refusal> find(List<Operand> arguments, Busybox.Program program, Release release) {
        for (Operand word : primaries(arguments, program)) {
            Optional<Busybox.Refusal> refused = program.refusal(word.toString(), release);
            if (refused.isPresent()) {
                return Optional.of(new Refusal(
                        Kind.OPTION,
                        Optional.of(word),
                        word.toString(),
                        refused.get().instead()));
            }
        }
        return Optional.empty();
    }

    private static List<Operand> primaries(List<Operand> arguments, Busybox.Program program) {
        List<Operand> primaries = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Operand word = arguments.get(i);
            String text = word.toString();
            if (word.known().isEmpty()) {
                // it may be an option that takes the next word
                return primaries;
            }
            if (RUNS_ANOTHER.contains(text)) {
                primaries.add(word);
                while (i < arguments.size()
                        && !arguments.get(i).is(";")
                        && !arguments.get(i).is("+")) {
                    i++;
                }
            } else if (text.startsWith("-")) {
                primaries.add(word);
                if (program.values().contains(text.substring(1))) {
                    i++;
                }
            }
        }
        return primaries;
    }
}
