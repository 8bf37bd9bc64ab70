package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options and operands as {@code getopt_long} tells them apart: in any order, short ones in bundles, values attached or
 * in the next word, {@code --} ends the options.
 */
final class Arguments {

    private final Map<String, Optional<Operand>> options = new HashMap<>();
    private final List<Operand> operands = new ArrayList<>();

    private Arguments() {}

    /**
     * Reads a command's words.
     *
     * @param withValue the options that take a value: letters, and long names without dashes
     */
    static Arguments of(List<Operand> words, String... withValue) {
        List<String> valued = List.of(withValue);
        Arguments result = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            Operand word = words.get(i);
            String text = word.value().pattern();
            if (text.equals("--")) {
                result.operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (text.length() < 2 || text.charAt(0) != '-') {
                result.operands.add(word);
                continue;
            }
            Optional<Operand> next = i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
            boolean tookNext =
                    text.startsWith("--") ? result.addLong(word, next, valued) : result.addShort(word, next, valued);
            if (tookNext) {
                i++;
            }
        }
        return result;
    }

    private boolean addLong(Operand word, Optional<Operand> next, List<String> valued) {
        String text = word.value().pattern().substring(2);
        int equals = text.indexOf('=');
        if (equals >= 0) {
            options.put(text.substring(0, equals), Optional.of(tail(word, equals + 3)));
            return false;
        }
        boolean takesNext = valued.contains(text);
        options.put(text, takesNext ? next : Optional.empty());
        return takesNext && next.isPresent();
    }

    private boolean addShort(Operand word, Optional<Operand> next, List<String> valued) {
        String text = word.value().pattern();
        for (int i = 1; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            if (!valued.contains(letter)) {
                options.put(letter, Optional.empty());
            } else if (i + 1 < text.length()) {
                options.put(letter, Optional.of(tail(word, i + 1)));
                return false;
            } else {
                options.put(letter, next);
                return next.isPresent();
            }
        }
        return false;
    }

    private static Operand tail(Operand word, int from) {
        String pattern = word.value().pattern().substring(from);
        return new Operand(new PartialString(pattern), word.span(), word.glob());
    }

    /** Whether one of the options is given. */
    boolean has(String... names) {
        for (String name : names) {
            if (options.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are no options but these. */
    boolean hasOnly(String... names) {
        return List.of(names).containsAll(options.keySet());
    }

    /** The value of the first of the options that has one. */
    Optional<Operand> value(String... names) {
        for (String name : names) {
            Optional<Operand> value = options.getOrDefault(name, Optional.empty());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The words that are no options. */
    List<Operand> operands() {
        return operands;
    }
}
