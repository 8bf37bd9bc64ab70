package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.dockerfile.SyntaxProblem.Kind;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Nearest;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an {@link Instruction} of a statement and reports what BuildKit would refuse in it. */
final class InstructionParser {

    private final char escape;
    private final Problems problems;
    private final OptionChecker options;
    private final ExpansionChecker expansions;

    InstructionParser(char escape, Problems problems) {
        this.escape = escape;
        this.problems = problems;
        this.options = new OptionChecker(problems);
        this.expansions = new ExpansionChecker(escape, problems);
    }

    /** The instruction. With {@code heredocs} it ends where the last of them ends. */
    Instruction parse(Statement statement, List<Heredoc> heredocs) {
        Instruction.Header header = header(statement, heredocs);
        Optional<Keyword> keyword = Keyword.of(statement.name());
        if (keyword.isEmpty()) {
            String word = statement.keyword().toString();
            String nearest = Nearest.nearest(word, Keyword.names()).orElse("");
            problems.add(Kind.UNKNOWN_INSTRUCTION, header.keywordSpan(), word, nearest);
            return new Instruction.Unreadable(header, statement.arguments());
        }
        Instruction instruction = read(keyword.get(), header, statement, heredocs);
        if (!isHealthcheckNone(instruction)) {
            options.check(keyword.get(), statement);
        }
        expansions.check(instruction);
        return instruction;
    }

    private Instruction read(Keyword keyword, Instruction.Header header, Statement statement, List<Heredoc> heredocs) {
        return switch (keyword) {
            case FROM -> from(header, statement);
            case RUN -> run(header, statement, heredocs);
            case CMD -> start(header, statement, command -> new Instruction.Cmd(header, command));
            case ENTRYPOINT -> start(header, statement, command -> new Instruction.Entrypoint(header, command));
            case HEALTHCHECK -> healthcheck(header, statement);
            case SHELL -> shell(header, statement);
            case COPY, ADD -> copy(header, statement, heredocs);
            case ENV, LABEL -> pairs(header, statement);
            case ARG -> arg(header, statement);
            case EXPOSE -> expose(header, statement);
            case VOLUME -> volume(header, statement);
            case USER, WORKDIR, STOPSIGNAL, MAINTAINER -> single(header, statement);
            case ONBUILD -> onbuild(header, statement, heredocs);
        };
    }

    private static Instruction.Header header(Statement statement, List<Heredoc> heredocs) {
        Span span = statement.line().span();
        for (Heredoc heredoc : heredocs) {
            span = span.to(heredoc.span());
        }
        return new Instruction.Header(statement.name(), statement.keyword().span(), span, statement.flags());
    }

    /** BuildKit does not look at the options of HEALTHCHECK NONE. */
    private static boolean isHealthcheckNone(Instruction instruction) {
        return instruction instanceof Instruction.Healthcheck healthcheck
                && healthcheck.command().isEmpty();
    }

    /** Always a FROM, whatever is wrong with it: what follows belongs to its stage. */
    private Instruction from(Instruction.Header header, Statement statement) {
        List<Argument> words = Blanks.split(statement.arguments());
        if (words.isEmpty()) {
            missing(header);
            return new Instruction.From(header, new Argument(statement.arguments()), Optional.empty());
        }
        boolean named = words.size() >= 3 && words.get(1).toString().equalsIgnoreCase("AS");
        Optional<Argument> alias = named ? Optional.of(words.get(2)) : Optional.empty();
        int understood = named ? 3 : 1;
        if (words.size() > understood) {
            MappedText rest = rest(statement.arguments(), words.get(understood));
            bad(header, rest.span(), rest.toString());
        } else if (alias.isPresent() && !isStageName(alias.get().toString())) {
            bad(header, alias.get().span(), alias.get().toString());
        }
        return new Instruction.From(header, words.get(0), alias);
    }

    /** The arguments from one of their words on. */
    private static MappedText rest(MappedText arguments, Argument word) {
        int at = 0;
        while (arguments.sourceOffset(at) < word.raw().sourceOffset(0)) {
            at++;
        }
        return arguments.slice(at, arguments.length());
    }

    private static boolean isStageName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
            if (!letter && (i == 0 || !other)) {
                return false;
            }
        }
        return true;
    }

    private Instruction run(Instruction.Header header, Statement statement, List<Heredoc> heredocs) {
        MappedText arguments = statement.arguments();
        boolean heredocOnly =
                !heredocs.isEmpty() && HeredocOperator.of(arguments).isPresent();
        if (heredocOnly) {
            MappedText none = MappedText.empty(arguments.sourceOffset(0));
            return new Instruction.Run(header, new CommandForm.ShellForm(none), heredocs);
        }
        return start(header, statement, command -> new Instruction.Run(header, command, heredocs));
    }

    /** An instruction whose arguments are a command. */
    private Instruction start(
            Instruction.Header header, Statement statement, Function<CommandForm, Instruction> instruction) {
        return command(header, statement.arguments()).map(instruction).orElseGet(() -> unreadable(header, statement));
    }

    /** The command; empty, and reported, for an array of something else than strings. */
    private Optional<CommandForm> command(Instruction.Header header, MappedText text) {
        Optional<JsonArray> json = JsonArray.parse(text);
        if (json.isEmpty()) {
            return Optional.of(new CommandForm.ShellForm(text));
        }
        if (isBadJson(header, json)) {
            return Optional.empty();
        }
        return Optional.of(
                new CommandForm.ExecForm(json.get().strings(), json.get().span()));
    }

    private boolean isBadJson(Instruction.Header header, Optional<JsonArray> json) {
        if (json.isEmpty() || json.get().onlyStrings()) {
            return false;
        }
        problems.add(Kind.BAD_JSON, json.get().span(), header.keyword());
        return true;
    }

    private Instruction healthcheck(Instruction.Header header, Statement statement) {
        MappedText arguments = statement.arguments();
        if (arguments.length() == 0) {
            return missing(header, statement);
        }
        int end = 0;
        while (end < arguments.length() && !Blanks.isSpace(arguments.charAt(end))) {
            end++;
        }
        MappedText type = arguments.slice(0, end);
        MappedText rest = Blanks.trim(arguments.slice(end, arguments.length()));
        if (type.toString().equalsIgnoreCase("NONE")) {
            return rest.length() == 0
                    ? new Instruction.Healthcheck(header, Optional.empty())
                    : bad(header, statement, rest.span(), rest.toString());
        }
        if (!type.toString().equalsIgnoreCase("CMD")) {
            return bad(header, statement, type.span(), type.toString());
        }
        Optional<CommandForm> command = command(header, rest);
        if (command.isEmpty()) {
            return unreadable(header, statement);
        }
        boolean nothing = command.get() instanceof CommandForm.ExecForm exec
                ? exec.words().isEmpty()
                : rest.length() == 0;
        return nothing ? missing(header, statement) : new Instruction.Healthcheck(header, command);
    }

    private Instruction shell(Instruction.Header header, Statement statement) {
        MappedText arguments = statement.arguments();
        Optional<JsonArray> json = JsonArray.parse(arguments);
        if (isBadJson(header, json)) {
            return unreadable(header, statement);
        }
        if (arguments.length() == 0 || (json.isPresent() && json.get().strings().isEmpty())) {
            return missing(header, statement);
        }
        return json.isPresent()
                ? new Instruction.Shell(header, json.get().strings())
                : bad(header, statement, arguments.span(), arguments.toString());
    }

    private Instruction copy(Instruction.Header header, Statement statement, List<Heredoc> heredocs) {
        Optional<JsonArray> json = JsonArray.parse(statement.arguments());
        if (isBadJson(header, json)) {
            return unreadable(header, statement);
        }
        List<Argument> words = words(statement, json);
        if (words.size() < 2) {
            return missing(header, statement);
        }
        Argument destination = words.get(words.size() - 1);
        if (HeredocOperator.of(destination.raw()).isPresent()) {
            return bad(header, statement, destination.span(), destination.toString());
        }
        List<Argument> sources = words.subList(0, words.size() - 1).stream()
                .filter(word ->
                        json.isPresent() || HeredocOperator.of(word.raw()).isEmpty())
                .toList();
        return header.keyword().equals(Keyword.ADD.name())
                ? new Instruction.Add(header, sources, destination, heredocs)
                : new Instruction.Copy(header, sources, destination, heredocs);
    }

    private Instruction pairs(Instruction.Header header, Statement statement) {
        MappedText arguments = statement.arguments();
        List<MappedText> words = PairReader.words(arguments, escape);
        if (words.isEmpty()) {
            return missing(header, statement);
        }
        List<KeyValue> pairs = new ArrayList<>();
        if (PairReader.equalsSign(words.get(0)) < 0) {
            int end = Blanks.separator(arguments, 0);
            if (end == arguments.length()) {
                return missing(header, statement);
            }
            MappedText value = arguments.slice(Blanks.afterSeparators(arguments, end), arguments.length());
            pairs.add(new KeyValue(new Argument(arguments.slice(0, end)), new Argument(value)));
        } else {
            for (MappedText word : words) {
                int equals = PairReader.equalsSign(word);
                if (equals <= 0) {
                    return bad(header, statement, word.span(), word.toString());
                }
                pairs.add(PairReader.split(word, equals));
            }
        }
        return header.keyword().equals(Keyword.ENV.name())
                ? new Instruction.Env(header, pairs)
                : new Instruction.Label(header, pairs);
    }

    private Instruction arg(Instruction.Header header, Statement statement) {
        List<Instruction.Arg.Declaration> declarations = new ArrayList<>();
        for (MappedText word : PairReader.words(statement.arguments(), escape)) {
            int equals = PairReader.equalsSign(word);
            if (equals == 0) {
                return bad(header, statement, word.span(), word.toString());
            }
            if (equals < 0) {
                declarations.add(new Instruction.Arg.Declaration(word.toString(), Optional.empty(), word.span()));
            } else {
                KeyValue pair = PairReader.split(word, equals);
                declarations.add(
                        new Instruction.Arg.Declaration(pair.key().toString(), Optional.of(pair.value()), word.span()));
            }
        }
        return declarations.isEmpty() ? missing(header, statement) : new Instruction.Arg(header, declarations);
    }

    private Instruction expose(Instruction.Header header, Statement statement) {
        List<Argument> ports = Blanks.split(statement.arguments());
        return ports.isEmpty() ? missing(header, statement) : new Instruction.Expose(header, ports);
    }

    private Instruction volume(Instruction.Header header, Statement statement) {
        Optional<JsonArray> json = JsonArray.parse(statement.arguments());
        if (isBadJson(header, json)) {
            return unreadable(header, statement);
        }
        List<Argument> paths = words(statement, json);
        if (paths.isEmpty()
                || paths.stream().anyMatch(path -> Blanks.trim(path.raw()).length() == 0)) {
            return missing(header, statement);
        }
        return new Instruction.Volume(header, paths);
    }

    private Instruction single(Instruction.Header header, Statement statement) {
        MappedText text = statement.arguments();
        if (text.length() == 0) {
            return missing(header, statement);
        }
        Argument argument = new Argument(text);
        return switch (header.keyword()) {
            case "USER" -> new Instruction.User(header, argument);
            case "WORKDIR" -> new Instruction.Workdir(header, argument);
            case "STOPSIGNAL" -> new Instruction.Stopsignal(header, argument);
            default -> new Instruction.Maintainer(header, text);
        };
    }

    private Instruction onbuild(Instruction.Header header, Statement statement, List<Heredoc> heredocs) {
        if (statement.arguments().length() == 0) {
            return missing(header, statement);
        }
        Statement trigger = Statement.of(statement.arguments(), escape);
        return switch (trigger.name()) {
            case "ONBUILD", "FROM", "MAINTAINER" -> {
                bad(header, trigger.keyword().span(), trigger.name());
                yield new Instruction.Onbuild(header, unreadable(header(trigger, heredocs), trigger));
            }
            default -> new Instruction.Onbuild(header, parse(trigger, heredocs));
        };
    }

    private static List<Argument> words(Statement statement, Optional<JsonArray> json) {
        return json.map(array -> array.strings().stream().map(Argument::new).toList())
                .orElseGet(() -> Blanks.split(statement.arguments()));
    }

    private void missing(Instruction.Header header) {
        problems.add(Kind.MISSING_ARGUMENT, header.keywordSpan(), header.keyword());
    }

    private Instruction missing(Instruction.Header header, Statement statement) {
        missing(header);
        return unreadable(header, statement);
    }

    private void bad(Instruction.Header header, Span span, String what) {
        problems.add(Kind.BAD_ARGUMENT, span, header.keyword(), what);
    }

    private Instruction bad(Instruction.Header header, Statement statement, Span span, String what) {
        bad(header, span, what);
        return unreadable(header, statement);
    }

    private static Instruction unreadable(Instruction.Header header, Statement statement) {
        return new Instruction.Unreadable(header, statement.arguments());
    }
}
