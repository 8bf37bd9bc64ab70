package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.command.SedScript.Action;
import io.github.alpinecheck.image.command.SedScript.Address;
import io.github.alpinecheck.image.command.SedScript.Part;
import io.github.alpinecheck.image.command.SedScript.SedCommand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code sed} scripts. */
final class SedParser {

    private final String script;
    private final boolean extended;
    private int at;

    SedParser(String script, boolean extended) {
        this.script = script;
        this.extended = extended;
    }

    Optional<List<SedCommand>> parse() {
        List<SedCommand> commands = new ArrayList<>();
        while (true) {
            skip(" \t;\n");
            if (at >= script.length()) {
                return Optional.of(commands);
            }
            Optional<SedCommand> command = command();
            if (command.isEmpty()) {
                return Optional.empty();
            }
            commands.add(command.get());
        }
    }

    private Optional<SedCommand> command() {
        Optional<Address> from = Optional.empty();
        Optional<Address> to = Optional.empty();
        if (startsAddress()) {
            from = address();
            if (from.isEmpty()) {
                return Optional.empty();
            }
            skip(" \t");
            if (take(',')) {
                skip(" \t");
                to = address();
                if (to.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        skip(" \t");
        boolean negated = take('!');
        skip(" \t");
        Optional<Address> first = from;
        Optional<Address> last = to;
        // busybox refuses two addresses for the texts of a and i, and programs disagree on where that of c goes
        return action().filter(a -> last.isEmpty() || !(a instanceof Action.Text))
                .map(a -> new SedCommand(first, last, negated, a));
    }

    private boolean startsAddress() {
        char c = script.charAt(at);
        return c == '/' || c == '\\' || c == '$' || c >= '0' && c <= '9';
    }

    private Optional<Address> address() {
        char c = at < script.length() ? script.charAt(at) : '\0';
        if (c == '$') {
            at++;
            return Optional.of(new Address(OptionalInt.empty(), true, Optional.empty()));
        }
        if (c >= '1' && c <= '9') {
            int start = at;
            while (at < script.length() && Character.isDigit(script.charAt(at))) {
                at++;
            }
            boolean step = at < script.length() && script.charAt(at) == '~';
            return step || at - start > 6
                    ? Optional.empty()
                    : Optional.of(new Address(
                            OptionalInt.of(Integer.parseInt(script.substring(start, at))), false, Optional.empty()));
        }
        if (c == '\\') {
            at++;
        } else if (c != '/') {
            return Optional.empty();
        }
        if (at >= script.length()) {
            return Optional.empty();
        }
        char delimiter = script.charAt(at++);
        Optional<String> regex = until(delimiter, true);
        if (take('I')) {
            // GNU's; busybox refuses it
            return Optional.empty();
        }
        return regex.flatMap(r -> PosixRegex.compile(r, extended, false))
                .map(r -> new Address(OptionalInt.empty(), false, Optional.of(r)));
    }

    private Optional<Action> action() {
        char letter = at < script.length() ? script.charAt(at++) : '\0';
        return switch (letter) {
            case 's' -> substitute();
            case 'y' -> transliterate();
            case 'a', 'i', 'c' -> text(letter);
            case 'd', 'p', 'q' -> endOfCommand() ? Optional.of(new Action.Letter(letter)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Action> substitute() {
        char delimiter = at < script.length() ? script.charAt(at++) : '\n';
        if (delimiter == '\n' || delimiter == '\\' || delimiter == PartialString.HOLE) {
            return Optional.empty();
        }
        Optional<String> regex = until(delimiter, true);
        Optional<String> replacement = regex.flatMap(r -> until(delimiter, false));
        if (regex.isEmpty() || replacement.isEmpty()) {
            return Optional.empty();
        }
        int occurrence = 1;
        boolean all = false;
        boolean print = false;
        boolean ignoreCase = false;
        for (; at < script.length() && "gpIi0123456789".indexOf(script.charAt(at)) >= 0; at++) {
            char flag = script.charAt(at);
            all |= flag == 'g';
            print |= flag == 'p';
            ignoreCase |= flag == 'i' || flag == 'I';
            occurrence = Character.isDigit(flag) ? flag - '0' : occurrence;
        }
        // a number with g means something else from release to release
        if (!endOfCommand() || occurrence == 0 || all && occurrence > 1) {
            return Optional.empty();
        }
        int which = occurrence;
        boolean every = all;
        boolean shown = print;
        return PosixRegex.compile(regex.get(), extended, ignoreCase)
                .flatMap(r -> replacement(replacement.get(), delimiter)
                        .filter(parts -> parts.stream().allMatch(part -> hasGroup(r, part)))
                        .map(parts -> new Action.Substitute(r, parts, which, every, shown)));
    }

    /** Text up to the delimiter; in a regular expression a delimiter in brackets or behind a backslash does not end it. */
    private Optional<String> until(char delimiter, boolean regex) {
        StringBuilder text = new StringBuilder();
        boolean bracket = false;
        int bracketStart = 0;
        while (at < script.length()) {
            char c = script.charAt(at++);
            if (c == '\\' && at < script.length() && !bracket) {
                char next = script.charAt(at++);
                if (next == delimiter && regex) {
                    // measured: an escaped delimiter is a plain character, or an operator, as the release goes
                    if ("/,!#@:;=~%\"'".indexOf(next) < 0) {
                        return Optional.empty();
                    }
                    text.append(next);
                } else {
                    text.append(c).append(next);
                }
                continue;
            }
            if (regex && c == '[' && !bracket) {
                bracket = true;
                bracketStart = text.length();
            } else if (bracket && c == ']' && closesBracket(text, bracketStart)) {
                bracket = false;
            } else if (c == delimiter && !bracket) {
                return Optional.of(text.toString());
            }
            if (c == '\n' && regex) {
                return Optional.empty();
            }
            text.append(c);
        }
        return Optional.empty();
    }

    private static boolean closesBracket(StringBuilder text, int start) {
        String inside = text.substring(start + 1);
        boolean first = inside.isEmpty() || inside.equals("^");
        int open = inside.lastIndexOf("[:");
        boolean inClass = open >= 0 && inside.indexOf(":]", open) < 0 && inside.endsWith(":");
        return !first && !inClass;
    }

    private static boolean hasGroup(PosixRegex regex, Part part) {
        return !(part instanceof Part.Group group) || group.number() <= regex.groups();
    }

    private static Optional<List<Part>> replacement(String text, char delimiter) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = c == '\\' && i + 1 < text.length() ? text.charAt(++i) : '\0';
            boolean group = c == '&' || next >= '0' && next <= '9';
            if (group) {
                parts.add(new Part.Text(literal.toString()));
                literal.setLength(0);
                parts.add(new Part.Group(c == '&' ? 0 : next - '0'));
            } else if (next == 'n' || next == 't') {
                literal.append(next == 'n' ? '\n' : '\t');
            } else if (next != '\0') {
                if (Character.isLetter(next) && next != delimiter) {
                    return Optional.empty();
                }
                literal.append(next);
            } else {
                literal.append(c);
            }
        }
        parts.add(new Part.Text(literal.toString()));
        return Optional.of(parts);
    }

    private Optional<Action> text(char letter) {
        skip(" \t");
        if (take('\\')) {
            skip(" \t");
            take('\n');
        }
        int end = script.indexOf('\n', at);
        String text = script.substring(at, end < 0 ? script.length() : end);
        at = end < 0 ? script.length() : end;
        boolean plain = text.indexOf('\\') < 0 && !text.isEmpty();
        return plain ? Optional.of(new Action.Text(letter, text)) : Optional.empty();
    }

    private Optional<Action> transliterate() {
        char delimiter = at < script.length() ? script.charAt(at++) : '\n';
        Optional<String> from = until(delimiter, false);
        Optional<String> to = from.flatMap(f -> until(delimiter, false));
        boolean plain = to.isPresent()
                && from.get().length() == to.get().length()
                && (from.get() + to.get()).chars().allMatch(c -> c != '\\' && c != PartialString.HOLE);
        return plain && endOfCommand() ? Optional.of(new Action.Transliterate(from.get(), to.get())) : Optional.empty();
    }

    private boolean endOfCommand() {
        skip(" \t");
        return at >= script.length() || script.charAt(at) == ';' || script.charAt(at) == '\n';
    }

    private void skip(String characters) {
        while (at < script.length() && characters.indexOf(script.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        boolean there = at < script.length() && script.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }
}
