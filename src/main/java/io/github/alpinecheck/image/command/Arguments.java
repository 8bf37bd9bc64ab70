package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options and operands as {@code getopt_long} tells them apart: in any order, short ones in bundles, values attached or
 * in the next word, {@code --} ends the options.
 */
public final class Arguments {

    /** Behind a letter whose value, if it has one, is the rest of the word. */
    private static final String ATTACHED = "?";

    private final List<Option> options = new ArrayList<>();
    private final List<Operand> operands = new ArrayList<>();
    /** How many of the options stand before the first word that may become one, or {@code --}; -1 for all. */
    private int certain = -1;

    private Arguments() {}

    /**
     * An option that is given.
     *
     * @param name a letter, or a long name without its dashes
     * @param word where it stands
     */
    record Option(String name, Operand word, Optional<Operand> value) {

        /** As people write it. */
        String written() {
            return word.value().pattern().startsWith("--") ? "--" + name : "-" + name;
        }
    }

    /**
     * Reads a command's words.
     *
     * @param withValue the options that take a value: letters, and long names without dashes
     */
    static Arguments of(List<Operand> words, String... withValue) {
        return read(words, List.of(withValue), false);
    }

    /**
     * Reads a command's words.
     *
     * @param withValue the options that take a value: letters, and long names without dashes
     */
    public static Arguments of(List<Operand> words, Set<String> withValue) {
        return read(words, withValue, false);
    }

    /**
     * The same; the first operand may end the options, since what follows is another command. A letter with {@code ?}
     * takes a value only from the rest of its own word: {@code -i.bak} of sed, {@code -nv} of wget.
     */
    static Arguments read(List<Operand> words, Collection<String> withValue, boolean optionsFirst) {
        Arguments result = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            Operand word = words.get(i);
            String text = word.value().pattern();
            if (text.equals("--")) {
                result.operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (text.length() < 2 || text.charAt(0) != '-') {
                result.addOperand(word);
                if (optionsFirst) {
                    result.operands.addAll(words.subList(i + 1, words.size()));
                    break;
                }
                continue;
            }
            Optional<Operand> next = i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
            boolean tookNext = text.startsWith("--")
                    ? result.addLong(word, next, withValue)
                    : result.addShort(word, next, withValue);
            if (tookNext) {
                i++;
            }
        }
        return result;
    }

    private void addOperand(Operand word) {
        String text = word.value().pattern();
        boolean mayBeOption = word.glob() || !text.isEmpty() && text.charAt(0) == PartialString.HOLE;
        if (mayBeOption && certain < 0) {
            certain = options.size();
        }
        operands.add(word);
    }

    private boolean addLong(Operand word, Optional<Operand> next, Collection<String> valued) {
        String text = word.value().pattern().substring(2);
        int equals = text.indexOf('=');
        if (equals >= 0) {
            options.add(new Option(text.substring(0, equals), word, Optional.of(tail(word, equals + 3))));
            return false;
        }
        boolean takesNext = valued.contains(text);
        options.add(new Option(text, word, takesNext ? next : Optional.empty()));
        return takesNext && next.isPresent();
    }

    private boolean addShort(Operand word, Optional<Operand> next, Collection<String> valued) {
        String text = word.value().pattern();
        for (int i = 1; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            if (valued.contains(letter + ATTACHED)) {
                options.add(new Option(letter, word, Optional.of(tail(word, i + 1))));
                return false;
            } else if (!valued.contains(letter)) {
                options.add(new Option(letter, word, Optional.empty()));
                if (text.charAt(i) == PartialString.HOLE) {
                    // what follows may be the value of what nobody knows
                    return false;
                }
            } else if (i + 1 < text.length()) {
                options.add(new Option(letter, word, Optional.of(tail(word, i + 1))));
                return false;
            } else {
                options.add(new Option(letter, word, next));
                return next.isPresent();
            }
        }
        return false;
    }

    private static Operand tail(Operand word, int from) {
        String pattern = word.value().pattern().substring(from);
        return new Operand(new PartialString(pattern), word.span(), word.glob());
    }

    /** Those that are options whatever the words stand for that nobody knows. */
    List<Option> certainOptions() {
        return certain < 0 ? options : options.subList(0, certain);
    }

    /** Whether nobody knows what one of the words stands for, so that it may be an option. */
    boolean mayHaveOthers() {
        return certain >= 0 || options.stream().anyMatch(o -> o.name().indexOf(PartialString.HOLE) >= 0);
    }

    /** Whether one of the options is given. */
    public boolean has(String... names) {
        List<String> wanted = List.of(names);
        return options.stream().anyMatch(o -> wanted.contains(o.name()));
    }

    /** Whether there are no options but these. */
    boolean hasOnly(String... names) {
        List<String> allowed = List.of(names);
        return options.stream().allMatch(o -> allowed.contains(o.name()));
    }

    /** The value of the first of the options that has one; of an option that is given twice, the last counts. */
    public Optional<Operand> value(String... names) {
        for (String name : names) {
            Optional<Operand> value = options.stream()
                    .filter(o -> o.name().equals(name))
                    .reduce((earlier, later) -> later)
                    .flatMap(Option::value);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The word that an option stands in, alone or with others; of an option that is given twice, the last one. */
    public Optional<Operand> word(String name) {
        return options.stream()
                .filter(o -> o.name().equals(name))
                .reduce((earlier, later) -> later)
                .map(Option::word);
    }

    /** The words that are no options. */
    public List<Operand> operands() {
        return operands;
    }
}
