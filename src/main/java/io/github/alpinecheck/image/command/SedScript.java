package io.github.alpinecheck.image.command;

import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@code sed} script: the commands {@code s}, {@code d}, {@code p}, {@code q}, {@code a}, {@code i}, {@code c} and
 * {@code y} with addresses (POSIX.1-2017 {@code sed}, and busybox's {@code I} flag and one-line {@code a text}).
 */
final class SedScript {

    private final List<SedCommand> commands;

    private SedScript(List<SedCommand> commands) {
        this.commands = commands;
    }

    /** Reads a script; empty when a part of it is wrong or not followed. A hole may stand in replacements only. */
    static Optional<SedScript> parse(String script, boolean extended) {
        return new SedParser(script, extended).parse().map(SedScript::new);
    }

    /** Which lines a command is for. */
    record Address(OptionalInt line, boolean last, Optional<PosixRegex> regex) {

        boolean matches(String text, int number, boolean isLast) throws PosixRegex.TooCostly {
            if (line.isPresent()) {
                return number == line.getAsInt();
            }
            return last
                    ? isLast
                    : regex.isPresent() && regex.get().find(text, 0).isPresent();
        }
    }

    /** A part of the replacement of {@code s}. */
    sealed interface Part {
        /** As it is written. */
        record Text(String text) implements Part {}

        /** What a group matched; 0 for the whole match. */
        record Group(int number) implements Part {}
    }

    /** What a command does. */
    sealed interface Action {
        /** {@code s}. */
        record Substitute(PosixRegex regex, List<Part> replacement, int occurrence, boolean all, boolean print)
                implements Action {}

        /** {@code d}, {@code p}, {@code q}. */
        record Letter(char letter) implements Action {}

        /** {@code a}, {@code i}, {@code c}. */
        record Text(char letter, String text) implements Action {}

        /** {@code y}. */
        record Transliterate(String from, String to) implements Action {}
    }

    /** A command with its addresses. */
    record SedCommand(Optional<Address> from, Optional<Address> to, boolean negated, Action action) {}

    /** Whether a command counts lines, so that all lines must be known. */
    boolean countsLines() {
        for (SedCommand command : commands) {
            boolean counts = command.to().isPresent()
                    || command.from().filter(a -> a.regex().isEmpty()).isPresent()
                    || command.action() instanceof Action.Letter letter && letter.letter() == 'q';
            if (counts) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the script makes of a text.
     *
     * @param silent whether {@code -n} is given
     * @return {@link PartialString#UNKNOWN} when it cannot be followed
     */
    PartialString apply(PartialString text, boolean silent) {
        if (!text.isKnown() && (countsLines() || silent)) {
            return PartialString.UNKNOWN;
        }
        try {
            return new PartialString(run(text.pattern(), silent));
        } catch (PosixRegex.TooCostly e) {
            return PartialString.UNKNOWN;
        }
    }

    private String run(String text, boolean silent) throws PosixRegex.TooCostly {
        StringBuilder output = new StringBuilder();
        boolean[] inRange = new boolean[commands.size()];
        boolean deletes = commands.stream()
                .anyMatch(c -> c.action() instanceof Action.Letter l && l.letter() == 'd'
                        || c.action() instanceof Action.Text t && t.letter() == 'c');
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            String terminator = end < 0 ? "" : "\n";
            start = end < 0 ? text.length() : end + 1;
            number++;
            if (line.indexOf(PartialString.HOLE) >= 0) {
                // a line that may be deleted takes its end with it
                output.append(PartialString.HOLE).append(deletes ? "" : terminator);
                continue;
            }
            Cycle cycle = new Cycle(line, number, start >= text.length(), silent);
            cycle.run(inRange);
            output.append(cycle.lines(terminator));
            if (cycle.quit) {
                break;
            }
        }
        return output.toString();
    }

    /** One line on its way through the script. */
    private final class Cycle {
        private String space;
        private final int number;
        private final boolean last;
        private final boolean silent;
        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private boolean deleted;
        private boolean quit;

        Cycle(String line, int number, boolean last, boolean silent) {
            this.space = line;
            this.number = number;
            this.last = last;
            this.silent = silent;
        }

        void run(boolean[] inRange) throws PosixRegex.TooCostly {
            for (int i = 0; i < commands.size() && !deleted && !quit; i++) {
                SedCommand command = commands.get(i);
                if (selected(command, i, inRange) != command.negated()) {
                    act(command.action());
                }
            }
        }

        private boolean selected(SedCommand command, int index, boolean[] inRange) throws PosixRegex.TooCostly {
            if (command.from().isEmpty()) {
                return true;
            }
            if (command.to().isEmpty()) {
                return command.from().get().matches(space, number, last);
            }
            if (inRange[index]) {
                inRange[index] = !command.to().get().matches(space, number, last);
                return true;
            }
            if (!command.from().get().matches(space, number, last)) {
                return false;
            }
            OptionalInt endLine = command.to().get().line();
            inRange[index] = endLine.isEmpty() || endLine.getAsInt() > number;
            return true;
        }

        private void act(Action action) throws PosixRegex.TooCostly {
            if (action instanceof Action.Substitute substitute) {
                substitute(substitute);
            } else if (action instanceof Action.Text text) {
                (text.letter() == 'a' ? after : before).add(text.text());
                deleted |= text.letter() == 'c';
            } else if (action instanceof Action.Transliterate y) {
                StringBuilder result = new StringBuilder();
                for (int i = 0; i < space.length(); i++) {
                    char c = space.charAt(i);
                    int index = y.from().indexOf(c);
                    result.append(index < 0 ? c : y.to().charAt(index));
                }
                space = result.toString();
            } else if (action instanceof Action.Letter letter) {
                switch (letter.letter()) {
                    case 'd' -> deleted = true;
                    case 'p' -> before.add(space);
                    default -> quit = true;
                }
            }
        }

        private void substitute(Action.Substitute s) throws PosixRegex.TooCostly {
            StringBuilder result = new StringBuilder();
            int copied = 0;
            int count = 0;
            int at = 0;
            int lastEnd = -1;
            while (at <= space.length()) {
                Optional<PosixRegex.Match> found = s.regex().find(space, at);
                if (found.isEmpty()) {
                    break;
                }
                PosixRegex.Match match = found.get();
                if (match.start() == match.end() && s.occurrence() > 1) {
                    // busybox counts empty matches in its own way
                    throw new PosixRegex.TooCostly();
                }
                boolean emptyAfterMatch = match.start() == match.end() && match.start() == lastEnd;
                if (!emptyAfterMatch && ++count >= s.occurrence()) {
                    result.append(space, copied, match.start());
                    replace(s.replacement(), match, result);
                    copied = match.end();
                    if (!s.all()) {
                        break;
                    }
                }
                lastEnd = match.end();
                at = match.end() > match.start() ? match.end() : match.end() + 1;
            }
            if (count >= s.occurrence()) {
                space = result.append(space.substring(copied)).toString();
                if (space.length() > PartialString.MAX_LENGTH) {
                    throw new PosixRegex.TooCostly();
                }
                if (s.print()) {
                    before.add(space);
                }
            }
        }

        private void replace(List<Part> replacement, PosixRegex.Match match, StringBuilder result) {
            for (Part part : replacement) {
                if (part instanceof Part.Group group) {
                    boolean whole = group.number() == 0;
                    result.append(whole ? space.substring(match.start(), match.end()) : match.group(group.number()));
                } else {
                    result.append(((Part.Text) part).text());
                }
            }
        }

        String lines(String terminator) {
            List<String> all = new ArrayList<>(before);
            if (!deleted && !silent) {
                all.add(space);
            }
            all.addAll(after);
            // what is appended to a last line without an end gives it one
            String end = after.isEmpty() ? terminator : "\n";
            return all.isEmpty() ? "" : String.join("\n", all) + end;
        }
    }
}
