package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** {@code test}, {@code [} and the simple forms of {@code [[} (POSIX.1-2017 {@code test}). */
public final class TestModel implements CommandModel {

    @Override
    public Result run(Call call) {
        List<Operand> words = call.arguments();
        if (call.program().equals("[")) {
            if (words.isEmpty() || !words.get(words.size() - 1).is("]")) {
                return Result.test(call.image(), Outcome.UNKNOWN);
            }
            words = words.subList(0, words.size() - 1);
        }
        // the words of [[ are not split
        boolean maySplit = !call.program().equals("[[")
                && words.stream().anyMatch(w -> w.glob() || !w.value().isKnown());
        if (maySplit) {
            return Result.test(call.image(), Outcome.UNKNOWN);
        }
        return Result.test(call.image(), holds(call, words));
    }

    private static Outcome holds(Call call, List<Operand> words) {
        if (words.size() > 1 && words.size() != 3 && words.get(0).is("!")
                || words.size() == 3 && words.get(0).is("!") && isUnary(words.get(1))) {
            return not(holds(call, words.subList(1, words.size())));
        }
        return switch (words.size()) {
            case 0 -> Outcome.FAILS;
            case 1 -> lengthTest(words.get(0), false);
            case 2 -> unary(call, words.get(0), words.get(1));
            case 3 -> binary(words.get(0), words.get(1), words.get(2));
            default -> Outcome.UNKNOWN;
        };
    }

    private static boolean isUnary(Operand word) {
        String text = word.known().orElse("");
        return text.length() == 2 && text.charAt(0) == '-' && !text.equals("-a") && !text.equals("-o");
    }

    private static Outcome not(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDS -> Outcome.FAILS;
            case FAILS -> Outcome.SUCCEEDS;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static Outcome of(boolean holds) {
        return holds ? Outcome.SUCCEEDS : Outcome.FAILS;
    }

    private static Outcome lengthTest(Operand word, boolean empty) {
        String pattern = word.value().pattern();
        boolean surelyText = pattern.chars().anyMatch(c -> c != PartialString.HOLE);
        return surelyText ? of(!empty) : word.value().isKnown() ? of(empty) : Outcome.UNKNOWN;
    }

    private static Outcome unary(Call call, Operand operator, Operand operand) {
        String name = operator.known().orElse("");
        if (name.equals("-n") || name.equals("-z")) {
            return lengthTest(operand, name.equals("-z"));
        }
        Optional<String> path = call.path(operand);
        if (path.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        FileNode node = name.equals("-L") || name.equals("-h")
                ? call.image().file(path.get())
                : call.image().followed(path.get());
        if (node.equals(FileNode.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        return switch (name) {
            case "-e" -> of(call.image().exists(path.get()) == Presence.PRESENT);
            case "-f" -> of(node instanceof FileNode.Regular || node instanceof FileNode.Program p && !p.directory());
            case "-d" -> of(node instanceof FileNode.Directory || node instanceof FileNode.Program p && p.directory());
            case "-L", "-h" -> of(node instanceof FileNode.Link);
            case "-s", "-r", "-w", "-x" -> node.equals(FileNode.ABSENT) ? Outcome.FAILS : Outcome.UNKNOWN;
            default -> Outcome.UNKNOWN;
        };
    }

    private static Outcome binary(Operand left, Operand operator, Operand right) {
        Optional<String> a = left.known();
        Optional<String> b = right.known();
        if (a.isEmpty() || b.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return switch (operator.known().orElse("")) {
            case "=", "==" -> of(a.get().equals(b.get()));
            case "!=" -> of(!a.get().equals(b.get()));
            default -> Outcome.UNKNOWN;
        };
    }
}
