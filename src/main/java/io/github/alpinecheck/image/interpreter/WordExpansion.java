package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.shell.Word;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shell's word expansions (POSIX.1-2017, volume 3, 2.6) over values that may have holes. Command substitutions are
 * run; the state that they leave is {@link #state()}.
 */
final class WordExpansion {

    private final ShellInterpreter shell;
    private ShellState state;
    private final Fate ofSubstitutions;
    private boolean substituted;

    WordExpansion(ShellInterpreter shell, ShellState state) {
        this(shell, state, Fate.IGNORED.followed(state.errexit()));
    }

    /**
     * The same for a command that is nothing but assignments: its status is that of the last substitution.
     *
     * @param ofSubstitutions what becomes of the status of a substituted command
     */
    WordExpansion(ShellInterpreter shell, ShellState state, Fate ofSubstitutions) {
        this.shell = shell;
        this.state = state;
        this.ofSubstitutions = ofSubstitutions;
    }

    /** The shell after the expansions. */
    ShellState state() {
        return state;
    }

    /** Whether a command was substituted, so that an assignment has its status. */
    boolean substituted() {
        return substituted;
    }

    /** The words that a word of a command becomes. */
    List<Operand> fields(Word word) {
        Fields fields = new Fields(word, true);
        if (state.braces() && hasBraces(word)) {
            return List.of(new Operand(PartialString.UNKNOWN, word.span(), false));
        }
        word.parts().forEach(part -> fields.add(part, false));
        return fields.finish();
    }

    /** The value of a word where nothing is split and no pattern is a file name: assignments, redirections. */
    Operand value(Word word) {
        Fields fields = new Fields(word, false);
        word.parts().forEach(part -> fields.add(part, false));
        List<Operand> all = fields.finish();
        return all.isEmpty() ? new Operand(PartialString.EMPTY, word.span(), false) : all.get(0);
    }

    private static boolean hasBraces(Word word) {
        return word.parts().stream()
                .anyMatch(p -> p instanceof Word.Literal l
                        && !l.quoted()
                        && l.value().toString().indexOf('{') >= 0);
    }

    /** The words that one word becomes, as they come. */
    private final class Fields {
        private final Word word;
        private final boolean split;
        private final List<Operand> done = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();
        private boolean something;
        private boolean glob;
        private boolean expandedUnquoted;

        Fields(Word word, boolean split) {
            this.word = word;
            this.split = split;
        }

        void add(Word.Part part, boolean quoted) {
            if (part instanceof Word.Literal literal) {
                String text = literal.value().toString();
                boolean plain = quoted || literal.quoted();
                boolean home = !plain && current.length() == 0 && !something && text.startsWith("~");
                current.append(home ? String.valueOf(PartialString.HOLE) + text.substring(1) : text);
                glob |= !plain && Glob.isPattern(text);
                something = true;
            } else if (part instanceof Word.DoubleQuoted inner) {
                something = true;
                inner.parts().forEach(p -> add(p, true));
            } else if (part instanceof Word.Parameter parameter) {
                addExpanded(parameter(parameter, quoted || !split), quoted);
            } else if (part instanceof Word.CommandSubstitution substitution) {
                addExpanded(substitute(substitution), quoted);
            } else {
                addExpanded(PartialString.UNKNOWN, quoted);
            }
        }

        private void addExpanded(PartialString value, boolean quoted) {
            String text = value.pattern();
            if (quoted || !split) {
                current.append(text);
                something |= quoted || !text.isEmpty();
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                expandedUnquoted = true;
                char c = text.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n') {
                    end();
                } else {
                    current.append(c);
                    something = true;
                }
            }
        }

        private void end() {
            if (something) {
                glob |= expandedUnquoted && Glob.isPattern(current);
                done.add(new Operand(new PartialString(current.toString()), word.span(), glob && split));
            }
            current.setLength(0);
            something = false;
            glob = false;
            expandedUnquoted = false;
        }

        List<Operand> finish() {
            end();
            return done;
        }
    }

    private PartialString substitute(Word.CommandSubstitution substitution) {
        substituted = true;
        Output output = new Output();
        state = shell.substitution(substitution.body(), state, ofSubstitutions, output);
        String text = output.text().pattern();
        int end = text.length();
        boolean hole = false;
        // the line ends before a hole that is empty go too
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == PartialString.HOLE)) {
            end--;
            hole |= text.charAt(end) == PartialString.HOLE;
        }
        PartialString known = new PartialString(text.substring(0, end));
        return hole ? known.plus(PartialString.UNKNOWN) : known;
    }

    private PartialString parameter(Word.Parameter p, boolean quoted) {
        boolean named = !p.name().isEmpty()
                && (Character.isLetter(p.name().charAt(0)) || p.name().charAt(0) == '_');
        if (!named) {
            return PartialString.UNKNOWN;
        }
        Optional<PartialString> value = state.variable(p.name());
        return switch (p.operator()) {
            case "" -> value.orElse(PartialString.EMPTY);
            case "-", ":-" -> orDefault(value, p, quoted);
            case "=", ":=" -> {
                PartialString result = orDefault(value, p, true);
                state = state.withVariable(p.name(), result);
                yield result;
            }
            case "+", ":+" -> alternative(value, p, quoted);
            case "?", ":?" -> PartialString.UNKNOWN;
            case "#", "##", "%", "%%" -> trimmed(value.orElse(PartialString.EMPTY), p);
            case "/", "//" -> replaced(value.orElse(PartialString.EMPTY), p);
            default -> PartialString.UNKNOWN;
        };
    }

    private PartialString argument(Word.Parameter p) {
        return p.argument().map(a -> value(a).value()).orElse(PartialString.EMPTY);
    }

    /** The argument where words are split: what is quoted in it is not, and which part that is nobody remembers. */
    private PartialString splitArgument(Word.Parameter p, boolean quoted) {
        PartialString value = argument(p);
        boolean partly = !quoted
                && p.argument().isPresent()
                && p.argument().get().parts().stream()
                        .anyMatch(part -> part instanceof Word.DoubleQuoted
                                || part instanceof Word.Literal literal && literal.quoted());
        boolean same =
                !value.pattern().isEmpty() && value.pattern().chars().noneMatch(c -> " \t\n*?[~".indexOf(c) >= 0);
        return partly && !same ? PartialString.UNKNOWN : value;
    }

    private PartialString orDefault(Optional<PartialString> value, Word.Parameter p, boolean quoted) {
        boolean emptyToo = p.operator().length() == 2;
        if (value.isEmpty() || emptyToo && value.get().is("")) {
            return splitArgument(p, quoted);
        }
        // a value that is nothing but holes may be unset or empty
        return mayBeEmpty(value.get()) && !value.get().is("") ? PartialString.UNKNOWN : value.get();
    }

    private PartialString alternative(Optional<PartialString> value, Word.Parameter p, boolean quoted) {
        boolean emptyToo = p.operator().length() == 2;
        if (value.isEmpty() || emptyToo && value.get().is("")) {
            return PartialString.EMPTY;
        }
        return mayBeEmpty(value.get()) && !value.get().is("") ? PartialString.UNKNOWN : splitArgument(p, quoted);
    }

    private static boolean mayBeEmpty(PartialString value) {
        return value.pattern().chars().allMatch(c -> c == PartialString.HOLE);
    }

    private PartialString trimmed(PartialString value, Word.Parameter p) {
        Optional<String> text = value.known();
        Optional<String> pattern = p.argument().flatMap(Patterns::literal);
        if (text.isEmpty() || pattern.isEmpty() || text.get().length() > 4096) {
            return PartialString.UNKNOWN;
        }
        String whole = text.get();
        boolean prefix = p.operator().charAt(0) == '#';
        boolean longest = p.operator().length() == 2;
        int best = -1;
        for (int length = 0; length <= whole.length() && (longest || best < 0); length++) {
            String part = prefix ? whole.substring(0, length) : whole.substring(whole.length() - length);
            if (Glob.matches(pattern.get(), part)) {
                best = length;
            }
        }
        if (best < 0) {
            return value;
        }
        return PartialString.of(prefix ? whole.substring(best) : whole.substring(0, whole.length() - best));
    }

    private PartialString replaced(PartialString value, Word.Parameter p) {
        Optional<String> text = value.known();
        Optional<String> change = p.argument().isPresent() ? argument(p).known() : Optional.empty();
        if (text.isEmpty() || change.isEmpty()) {
            return PartialString.UNKNOWN;
        }
        int slash = change.get().indexOf('/');
        String from = slash < 0 ? change.get() : change.get().substring(0, slash);
        String to = slash < 0 ? "" : change.get().substring(slash + 1);
        boolean plain = !from.isEmpty()
                && !Glob.isPattern(from)
                && from.indexOf('\\') < 0
                && to.indexOf('\\') < 0
                && from.charAt(0) != '#'
                && from.charAt(0) != '%';
        if (!plain) {
            return PartialString.UNKNOWN;
        }
        int first = text.get().indexOf(from);
        if (first < 0) {
            return value;
        }
        return PartialString.of(
                p.operator().length() == 2
                        ? text.get().replace(from, to)
                        : text.get().substring(0, first) + to + text.get().substring(first + from.length()));
    }
}
