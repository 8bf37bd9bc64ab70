package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a Dockerfile as BuildKit's parser prints its tree. */
final class SExpressions {

    private final Dockerfile file;

    private SExpressions(Dockerfile file) {
        this.file = file;
    }

    static String print(Dockerfile file) {
        SExpressions printer = new SExpressions(file);
        List<Instruction> all = new ArrayList<>(file.globals());
        for (Dockerfile.Stage stage : file.stages()) {
            all.add(stage.from());
            all.addAll(stage.instructions());
        }
        StringBuilder lines = new StringBuilder();
        all.forEach(
                instruction -> lines.append(printer.instruction(instruction)).append('\n'));
        return lines.toString();
    }

    private String instruction(Instruction instruction) {
        StringBuilder result = new StringBuilder("(");
        result.append(instruction.header().keyword().toLowerCase(Locale.ROOT));
        if (!instruction.header().flags().isEmpty()) {
            List<String> flags = instruction.header().flags().stream()
                    .map(SExpressions::flag)
                    .toList();
            result.append(" [").append(String.join(" ", flags)).append(']');
        }
        if (instruction instanceof Instruction.Onbuild onbuild) {
            result.append(' ').append(instruction(onbuild.trigger()));
        }
        for (String argument : arguments(instruction)) {
            result.append(' ').append(quote(argument));
        }
        return result.append(')').toString();
    }

    private static String flag(Flag flag) {
        return quote("--" + flag.name() + flag.value().map(v -> "=" + v).orElse(""));
    }

    private List<String> arguments(Instruction instruction) {
        if (instruction instanceof Instruction.From from) {
            List<String> words = new ArrayList<>(List.of(from.image().toString()));
            from.alias().ifPresent(alias -> words.addAll(List.of("AS", alias.toString())));
            return words;
        } else if (instruction instanceof Instruction.Run run) {
            return command(run.command());
        } else if (instruction instanceof Instruction.Cmd cmd) {
            return command(cmd.command());
        } else if (instruction instanceof Instruction.Entrypoint entrypoint) {
            return command(entrypoint.command());
        } else if (instruction instanceof Instruction.Healthcheck healthcheck) {
            List<String> words = new ArrayList<>();
            words.add(healthcheck.command().isPresent() ? "CMD" : "NONE");
            healthcheck.command().ifPresent(command -> words.addAll(command(command)));
            return words;
        } else if (instruction instanceof Instruction.Shell shell) {
            return shell.words().stream().map(MappedText::toString).toList();
        } else if (instruction instanceof Instruction.Copy copy) {
            return transfer(copy.sources(), copy.destination());
        } else if (instruction instanceof Instruction.Add add) {
            return transfer(add.sources(), add.destination());
        } else if (instruction instanceof Instruction.Env env) {
            return pairs(env.pairs());
        } else if (instruction instanceof Instruction.Label label) {
            return pairs(label.pairs());
        } else if (instruction instanceof Instruction.Arg arg) {
            return arg.declarations().stream()
                    .map(d -> d.name() + d.defaultValue().map(v -> "=" + v).orElse(""))
                    .toList();
        } else if (instruction instanceof Instruction.Expose expose) {
            return strings(expose.ports());
        } else if (instruction instanceof Instruction.Volume volume) {
            return strings(volume.paths());
        } else if (instruction instanceof Instruction.User user) {
            return List.of(user.user().toString());
        } else if (instruction instanceof Instruction.Workdir workdir) {
            return List.of(workdir.path().toString());
        } else if (instruction instanceof Instruction.Stopsignal stopsignal) {
            return List.of(stopsignal.signal().toString());
        } else if (instruction instanceof Instruction.Maintainer maintainer) {
            return List.of(maintainer.text().toString());
        } else if (instruction instanceof Instruction.Unreadable unreadable) {
            return unreadable(unreadable.arguments().toString());
        }
        return List.of();
    }

    /** BuildKit refuses a strange HEALTHCHECK only after it has printed its tree. */
    private static List<String> unreadable(String arguments) {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+", 2));
    }

    private static List<String> command(CommandForm command) {
        if (command instanceof CommandForm.ExecForm exec) {
            return exec.words().stream().map(MappedText::toString).toList();
        }
        String script = ((CommandForm.ShellForm) command).script().toString();
        return script.isEmpty() ? List.of() : List.of(script);
    }

    private static List<String> transfer(List<Argument> sources, Argument destination) {
        List<String> words = new ArrayList<>(strings(sources));
        words.add(destination.toString());
        return words;
    }

    private List<String> pairs(List<KeyValue> pairs) {
        List<String> words = new ArrayList<>();
        for (KeyValue pair : pairs) {
            char after = file.source().content().charAt(pair.key().span().end());
            words.addAll(List.of(pair.key().toString(), pair.value().toString(), after == '=' ? "=" : ""));
        }
        return words;
    }

    private static List<String> strings(List<Argument> arguments) {
        return arguments.stream().map(Argument::toString).toList();
    }

    /** As Go quotes. */
    private static String quote(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                result.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < ' ') {
                result.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                result.append(c);
            }
        }
        return result.append('"').toString();
    }
}
