package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** {@code echo}, {@code printf}, {@code cat} and {@code tee}: text from words to files. */
final class TextModels {

    private TextModels() {}

    /** As ash and bash have it: {@code -n}, {@code -e}, {@code -E} in any bundle before the first other word. */
    static Result echo(Call call) {
        boolean newline = true;
        boolean escapes = false;
        int first = 0;
        for (; first < call.arguments().size(); first++) {
            String word = call.arguments().get(first).value().pattern();
            if (word.length() < 2
                    || word.charAt(0) != '-'
                    || !word.substring(1).chars().allMatch(c -> "neE".indexOf(c) >= 0)) {
                break;
            }
            newline &= word.indexOf('n') < 0;
            escapes |= word.indexOf('e') >= 0;
            escapes &= word.indexOf('E') < 0;
        }
        StringBuilder text = new StringBuilder();
        boolean mayBeOption =
                first < call.arguments().size() && isHole(call.arguments().get(first));
        boolean separate = false;
        for (int i = first; i < call.arguments().size(); i++) {
            // a word that nobody knows may be no word, and then there is no blank before it either
            boolean mayVanish = isHole(call.arguments().get(i));
            text.append(separate && !mayVanish ? " " : "")
                    .append(shown(call.arguments().get(i)));
            separate = !mayVanish;
        }
        Optional<String> unescaped = escapes ? Escapes.expand(text.toString()) : Optional.of(text.toString());
        PartialString output = unescaped.map(PartialString::new).orElse(PartialString.UNKNOWN);
        if (mayBeOption) {
            // it may be the option that leaves the line end out
            boolean open = output.pattern().endsWith(PartialString.UNKNOWN.pattern());
            return Result.prints(call.image(), open ? output : output.plus(PartialString.UNKNOWN));
        }
        return Result.prints(call.image(), newline ? output.plus("\n") : output);
    }

    /** {@code %s}, {@code %d}, {@code %%} and escapes, the format used again while words remain (POSIX.1-2017). */
    static Result printf(Call call) {
        List<Operand> arguments = call.arguments();
        if (!arguments.isEmpty() && arguments.get(0).is("--")) {
            arguments = arguments.subList(1, arguments.size());
        }
        if (arguments.isEmpty()) {
            return Result.fails(call.image());
        }
        Optional<String> format =
                arguments.get(0).known().filter(f -> !f.startsWith("-")).flatMap(Escapes::expand);
        List<String> words = words(call.arguments());
        PartialString text =
                format.flatMap(f -> formatted(f, words)).map(PartialString::new).orElse(PartialString.UNKNOWN);
        // what is no number makes it fail
        boolean certain = format.isPresent() && withoutNumbers(format.get());
        return new Result(call.image(), text, certain ? Outcome.SUCCEEDS : Outcome.UNKNOWN, true);
    }

    private static boolean withoutNumbers(String format) {
        String rest = format.replace("%%", "").replace("%s", "");
        return rest.indexOf('%') < 0;
    }

    private static boolean isHole(Operand operand) {
        return operand.glob()
                || !operand.value().pattern().isEmpty()
                        && operand.value().pattern().chars().allMatch(c -> c == PartialString.HOLE);
    }

    private static List<String> words(List<Operand> arguments) {
        return arguments.stream()
                .skip(arguments.get(0).is("--") ? 2 : 1)
                .map(TextModels::shown)
                .toList();
    }

    private static Optional<String> formatted(String format, List<String> words) {
        boolean single = format.replace("%%", "").chars().filter(c -> c == '%').count() == 1;
        boolean shifts = words.stream()
                .filter(w -> w.indexOf(PartialString.HOLE) >= 0)
                .anyMatch(w -> !single || words.size() > 1 && w.chars().allMatch(c -> c == PartialString.HOLE));
        if (shifts) {
            // a hole may stand for several words or for none, and then another place of the format is the word's
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        int next = 0;
        do {
            int before = next;
            for (int i = 0; i < format.length(); i++) {
                char c = format.charAt(i);
                if (c != '%') {
                    text.append(c);
                    continue;
                }
                char kind = i + 1 < format.length() ? format.charAt(++i) : '\0';
                if (kind == '%') {
                    text.append('%');
                } else if (kind == 's' || kind == 'd' && (next >= words.size() || isNumber(words.get(next)))) {
                    text.append(next < words.size() ? words.get(next) : kind == 'd' ? "0" : "");
                    next++;
                } else {
                    return Optional.empty();
                }
            }
            if (next == before) {
                break;
            }
        } while (next < words.size());
        return Optional.of(text.toString());
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() < 10
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && (word.length() == 1 || word.charAt(0) != '0');
    }

    private static String shown(Operand operand) {
        return operand.glob()
                ? PartialString.UNKNOWN.pattern()
                : operand.value().pattern();
    }

    static Result cat(Call call) {
        Arguments arguments = Arguments.of(call.arguments());
        List<Operand> files = arguments.operands();
        boolean plain = arguments.hasOnly("u");
        if (files.isEmpty()) {
            return Result.prints(call.image(), plain ? call.input() : PartialString.UNKNOWN);
        }
        PartialString text = PartialString.EMPTY;
        Outcome outcome = Outcome.SUCCEEDS;
        boolean inputRead = false;
        for (Operand file : files) {
            if (file.is("-")) {
                text = text.plus(inputRead ? PartialString.EMPTY : call.input());
                inputRead = true;
                continue;
            }
            Optional<String> path = call.path(file);
            FileNode node = path.map(call.image()::followed).orElse(FileNode.UNKNOWN);
            boolean nothing = node.equals(FileNode.ABSENT) || node instanceof FileNode.Directory;
            outcome = Result.both(
                    outcome,
                    nothing ? Outcome.FAILS : node instanceof FileNode.Regular ? Outcome.SUCCEEDS : Outcome.UNKNOWN);
            text = nothing
                    ? text
                    : text.plus(path.flatMap(call.image()::content).orElse(PartialString.UNKNOWN));
        }
        return new Result(call.image(), plain ? text : PartialString.UNKNOWN, outcome, true);
    }

    static Result tee(Call call) {
        Arguments arguments = Arguments.of(call.arguments());
        boolean append = arguments.has("a", "append");
        Result written = Result.each(call, arguments.operands(), (c, file) -> {
            Outcome opens = FileWrite.opens(c.image(), c.directory(), file);
            ImageState after = opens == Outcome.FAILS
                    ? c.image()
                    : FileWrite.write(c.image(), c.directory(), file, c.input(), append, c.span());
            return Result.test(after, opens);
        });
        return new Result(written.image(), call.input(), written.outcome(), true);
    }
}
