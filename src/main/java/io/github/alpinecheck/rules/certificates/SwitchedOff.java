package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.alpine.ProgramOptions;
import io.github.alpinecheck.alpine.TlsSwitches;
import io.github.alpinecheck.alpine.TlsSwitches.Kind;
import io.github.alpinecheck.alpine.TlsSwitches.Switch;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.image.command.Arguments;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A certificate check that is switched off.
 *
 * @param by what does it
 * @param text as people write it, such as {@code -k} or {@code http.sslVerify=false}
 * @param span where
 */
record SwitchedOff(Switch by, String text, Span span) {

    private static final String DEFINE = "-D";
    /** Options with which {@code git config} writes no value. */
    private static final List<String> ASKING = List.of("--get", "--unset");

    /**
     * By the command line of an invocation, or by a variable of its script that its program obeys.
     *
     * @param running whether it belongs to the finished image, where an unknown host may be the container itself
     */
    static Optional<SwitchedOff> in(Invocation invocation, boolean running) {
        Command command = Command.of(invocation);
        if (TlsSwitches.load().of(command.program()).isEmpty()) {
            return Optional.empty();
        }
        return byOption(command, invocation, running)
                .or(() -> bySetting(command))
                .or(() -> byProperty(command))
                .or(() -> byVariable(command.program(), invocation));
    }

    /** By a variable of the environment. */
    static Optional<SwitchedOff> by(String variable, PartialString value, Span span) {
        Optional<String> known = value.known();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        for (Switch each : TlsSwitches.load().of(Kind.VARIABLE)) {
            if (each.name().equals(variable) && each.isThrownBy(known)) {
                return Optional.of(new SwitchedOff(each, variable + "=" + known.get(), span));
            }
        }
        return known.get().contains(DEFINE) ? byDefinition(known.get(), span) : Optional.empty();
    }

    /** Properties in the value of a variable are for all programs that run on Java. */
    private static Optional<SwitchedOff> byDefinition(String value, Span span) {
        return TlsSwitches.load().of(Kind.PROPERTY).stream()
                .flatMap(s -> Stream.of(value.split(" "))
                        .filter(word -> isThrown(s, word))
                        .map(word -> new SwitchedOff(s, word, span)))
                .findFirst();
    }

    /**
     * What an invocation runs: {@code python -m pip} is pip.
     *
     * @param words those after the program's name
     */
    private record Command(String program, List<Operand> words) {

        List<Switch> switches(Kind kind) {
            return TlsSwitches.load().of(program).stream()
                    .filter(s -> s.kind() == kind)
                    .toList();
        }

        static Command of(Invocation invocation) {
            List<Operand> words = invocation.arguments();
            String program = invocation.program().orElse("");
            boolean module = program.startsWith("python")
                    && words.size() > 1
                    && words.get(0).is("-m");
            return module
                    ? new Command(words.get(1).toString(), words.subList(2, words.size()))
                    : new Command(program, words);
        }
    }

    private static Optional<SwitchedOff> byOption(Command command, Invocation invocation, boolean running) {
        List<Switch> switches = command.switches(Kind.OPTION);
        if (switches.isEmpty()) {
            return Optional.empty();
        }
        if (command.program().equals("apk")) {
            return byApkOption(switches, invocation);
        }
        Arguments arguments =
                Arguments.of(command.words(), ProgramOptions.load().withValue(command.program()));
        for (Switch each : switches) {
            Optional<Operand> word = arguments.word(each.name());
            Optional<String> value = arguments.value(each.name()).flatMap(Operand::known);
            boolean takenBack = arguments.has("no-" + each.name());
            boolean thrown = word.isPresent() && each.isThrownBy(value) && !takenBack;
            if (thrown && Addresses.of(command.program(), arguments, value).anyIsForeign(running)) {
                return Optional.of(new SwitchedOff(
                        each, option(each.name(), value), word.get().span()));
            }
        }
        return Optional.empty();
    }

    private static String option(String name, Optional<String> value) {
        return (name.length() == 1 ? "-" : "--")
                + name
                + value.map(v -> " " + v).orElse("");
    }

    private static Optional<SwitchedOff> byApkOption(List<Switch> switches, Invocation invocation) {
        ApkCommandLine line = ApkCommandLine.of(invocation);
        for (ApkCommandLine.Option option : line.options()) {
            Optional<String> value = option.value().flatMap(Operand::known);
            for (Switch each : switches) {
                if (line.downloads()
                        && mayUseTls(line, invocation)
                        && option.name().equals("--" + each.name())
                        && each.isThrownBy(value)) {
                    return Optional.of(new SwitchedOff(
                            each, option.word().toString(), option.word().span()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one of the repositories may be encrypted. */
    private static boolean mayUseTls(ApkCommandLine apk, Invocation invocation) {
        String file = invocation
                .before()
                .content("/etc/apk/repositories")
                .map(PartialString::pattern)
                .orElse("");
        return file.isEmpty()
                || file.contains("https://")
                || file.indexOf(PartialString.HOLE) >= 0
                || apk.has("--repository")
                || apk.has("--repositories-file");
    }

    /** {@code git config KEY VALUE}, {@code npm config set KEY=VALUE}, {@code git -c KEY=VALUE}. */
    private static Optional<SwitchedOff> bySetting(Command command) {
        List<Switch> switches = command.switches(Kind.SETTING);
        List<Operand> words = command.words();
        boolean writes = false;
        for (int i = 0; i < words.size() && !switches.isEmpty(); i++) {
            String word = words.get(i).known().orElse("");
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            boolean here = equals >= 0 && (writes || i > 0 && words.get(i - 1).is("-c"));
            boolean next = equals < 0 && writes && i + 1 < words.size();
            Operand last = words.get(next ? i + 1 : i);
            Optional<String> value =
                    here ? Optional.of(word.substring(equals + 1)) : next ? last.known() : Optional.empty();
            for (Switch each : switches) {
                if (value.isPresent() && isSetting(each, key) && each.isThrownBy(value)) {
                    Span span = words.get(i).span().to(last.span());
                    return Optional.of(new SwitchedOff(each, key + "=" + value.get(), span));
                }
            }
            if (i > 0 && ASKING.stream().anyMatch(word::startsWith)) {
                return Optional.empty();
            }
            writes |= word.equals("config") || word.equals("set") || word.equals("c");
        }
        return Optional.empty();
    }

    /** Keys are compared without regard to case; git's may name an address between section and variable. */
    private static boolean isSetting(Switch setting, String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        int dot = setting.name().indexOf('.');
        boolean addressed = dot > 0
                && lower.startsWith(setting.name().substring(0, dot + 1))
                && lower.endsWith(setting.name().substring(dot));
        return lower.equals(setting.name()) || addressed && setting.programs().contains("git");
    }

    private static Optional<SwitchedOff> byProperty(Command command) {
        return command.switches(Kind.PROPERTY).stream()
                .flatMap(s -> command.words().stream()
                        .filter(w -> isThrown(s, w.known().orElse("")))
                        .map(w -> new SwitchedOff(s, w.toString(), w.span())))
                .findFirst();
    }

    private static boolean isThrown(Switch property, String word) {
        String start = DEFINE + property.name() + "=";
        return word.startsWith(start) && property.isThrownBy(Optional.of(word.substring(start.length())));
    }

    private static Optional<SwitchedOff> byVariable(String program, Invocation invocation) {
        for (Map.Entry<String, PartialString> each : invocation.environment().entrySet()) {
            Optional<SwitchedOff> off = by(each.getKey(), each.getValue(), invocation.span())
                    .filter(o -> o.by().programs().contains(program));
            if (off.isPresent()) {
                return off;
            }
        }
        return Optional.empty();
    }
}
