package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.FileWrite;
import io.github.alpinecheck.shell.Redirection;
import io.github.alpinecheck.shell.Word;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command's redirections do before and after it. */
final class Redirections {

    /** A file that is opened. */
    private record Target(int index, Operand file, Kind kind, boolean append, Span span) {}

    private enum Kind {
        INPUT,
        OUTPUT,
        OTHER_OUTPUT
    }

    /**
     * A file that is open for writing.
     *
     * @param before its content in front of what is printed
     * @param opened what was there when all files were open
     */
    private record Open(
            Target target, Optional<String> path, PartialString before, Optional<FileSystem.Entry> opened) {}

    private final List<Target> targets = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final boolean compound;
    private Optional<Operand> inputFile = Optional.empty();
    private Optional<PartialString> input = Optional.empty();
    private boolean mixesErrors;
    private boolean outputElsewhere;
    private int lastOutput = -1;
    private Optional<ShellState> opened;
    private Optional<ShellState> refused = Optional.empty();

    /**
     * Opens the files.
     *
     * @param compound whether several commands run while they are open
     */
    Redirections(List<Redirection> redirections, WordExpansion expansion, boolean compound) {
        this.compound = compound;
        for (Redirection redirection : redirections) {
            read(redirection, expansion);
        }
        opened = Optional.of(expansion.state());
        for (int i = 0; i < targets.size() && opened.isPresent(); i++) {
            opened = open(targets.get(i), opened.get());
        }
        opened.ifPresent(this::whenOpen);
    }

    private void whenOpen(ShellState state) {
        open.replaceAll(o -> new Open(
                o.target(), o.path(), o.before(), o.path().flatMap(state.image().files()::entry)));
        inputFile.ifPresent(file -> input = Optional.of(
                file.is("/dev/null")
                        ? PartialString.EMPTY
                        : state.image()
                                .locate(state.directory(), file.value())
                                .flatMap(state.image()::content)
                                .orElse(PartialString.UNKNOWN)));
    }

    private void read(Redirection redirection, WordExpansion expansion) {
        int descriptor = redirection.fileDescriptor().orElse(1);
        switch (redirection.operator()) {
            case OUTPUT, CLOBBER, APPEND -> {
                boolean append = redirection.operator() == Redirection.Operator.APPEND;
                add(expansion.value(redirection.target()), append, descriptor == 1, redirection.span());
            }
            case OUTPUT_AND_ERROR, APPEND_OUTPUT_AND_ERROR -> {
                boolean append = redirection.operator() == Redirection.Operator.APPEND_OUTPUT_AND_ERROR;
                mixesErrors = true;
                add(expansion.value(redirection.target()), append, true, redirection.span());
            }
            case INPUT -> {
                Operand file = expansion.value(redirection.target());
                targets.add(new Target(targets.size(), file, Kind.INPUT, false, redirection.span()));
                inputFile = Optional.of(file);
            }
            case READ_WRITE -> {
                add(expansion.value(redirection.target()), false, false, redirection.span());
                read(PartialString.UNKNOWN);
            }
            case HEREDOC -> {
                PartialString text = redirection
                        .heredoc()
                        .map(body -> expansion.value(body).value())
                        .orElse(PartialString.UNKNOWN);
                // ash expands it while the command is running, which may change what $(cat x) in it prints
                boolean races =
                        redirection.heredoc().filter(Redirections::runsCommands).isPresent();
                read(races ? PartialString.UNKNOWN : text);
            }
            case HERE_STRING ->
                read(expansion.value(redirection.target()).value().plus("\n"));
            case DUPLICATE_OUTPUT -> {
                mixesErrors |= descriptor == 2
                        && redirection.target().literal().filter("1"::equals).isPresent();
                if (descriptor == 1) {
                    outputElsewhere = true;
                    lastOutput = -1;
                }
            }
            case DUPLICATE_INPUT -> read(PartialString.UNKNOWN);
        }
    }

    private static boolean runsCommands(Word body) {
        return body.parts().stream()
                .anyMatch(p -> p instanceof Word.CommandSubstitution
                        || p instanceof Word.DoubleQuoted quoted
                                && runsCommands(new Word(quoted.span(), quoted.parts()))
                        || p instanceof Word.Parameter parameter
                                && parameter
                                        .argument()
                                        .filter(Redirections::runsCommands)
                                        .isPresent());
    }

    private void read(PartialString text) {
        inputFile = Optional.empty();
        input = Optional.of(text);
    }

    private void add(Operand file, boolean append, boolean output, Span span) {
        if (output) {
            lastOutput = targets.size();
        }
        targets.add(new Target(targets.size(), file, output ? Kind.OUTPUT : Kind.OTHER_OUTPUT, append, span));
        outputElsewhere |= output;
    }

    /** Opens one file; empty when that certainly fails. */
    private Optional<ShellState> open(Target target, ShellState state) {
        ImageState image = state.image();
        Outcome outcome = target.kind() == Kind.INPUT
                ? canBeRead(image, state.directory(), target.file())
                : FileWrite.opens(image, state.directory(), target.file());
        if (outcome != Outcome.SUCCEEDS) {
            refused = Flow.join(refused, Optional.of(state));
        }
        if (outcome == Outcome.FAILS) {
            return Optional.empty();
        }
        if (target.kind() == Kind.INPUT) {
            return Optional.of(state);
        }
        Optional<String> path = FileWrite.path(image, state.directory(), target.file());
        PartialString before =
                target.append() ? path.flatMap(image::content).orElse(PartialString.EMPTY) : PartialString.EMPTY;
        open.add(new Open(target, path, before, Optional.empty()));
        // commands that run while others have the file open may see anything of what these have printed
        PartialString seen = compound ? before.plus(PartialString.UNKNOWN) : before;
        boolean same = target.append()
                && !compound
                && path.filter(p -> image.file(p) instanceof FileNode.Regular).isPresent();
        return Optional.of(
                same
                        ? state
                        : state.with(
                                FileWrite.write(image, state.directory(), target.file(), seen, false, target.span())));
    }

    private static Outcome canBeRead(ImageState image, PartialString directory, Operand file) {
        if (file.is("/dev/null")) {
            return Outcome.SUCCEEDS;
        }
        FileNode node = file.glob()
                ? FileNode.UNKNOWN
                : image.locate(directory, file.value()).map(image::followed).orElse(FileNode.UNKNOWN);
        return node.equals(FileNode.ABSENT)
                ? Outcome.FAILS
                : node.equals(FileNode.UNKNOWN) ? Outcome.UNKNOWN : Outcome.SUCCEEDS;
    }

    /** Whether the command may read what it writes to the same file. */
    boolean mayReadItself(List<Operand> words, ShellState state) {
        for (Open file : open) {
            boolean reads = (inputFile.isPresent() && names(inputFile.get(), file, state)
                    || words.stream().skip(1).anyMatch(w -> names(w, file, state)));
            if (reads) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Operand word, Open file, ShellState state) {
        Optional<String> path = FileWrite.path(state.image(), state.directory(), word);
        return path.isEmpty() || path.equals(file.path());
    }

    /** Whether standard input is, or may be, a directory, which nobody can read. */
    boolean readsDirectory(ShellState state) {
        return inputFile.isPresent()
                && FileWrite.path(state.image(), state.directory(), inputFile.get())
                        .filter(p -> !state.image().mayBeDirectory(p))
                        .isEmpty();
    }

    /** Standard input, if it is redirected. */
    Optional<PartialString> input() {
        return input;
    }

    /** Whether standard output goes somewhere else than to the surrounding command's. */
    boolean redirectsOutput() {
        return outputElsewhere;
    }

    /** Whether what the command says on standard error gets into its output. */
    boolean mixesErrors() {
        return mixesErrors;
    }

    /** The shell when all files are open, and so emptied; empty when one of them certainly cannot be opened. */
    Optional<ShellState> opened() {
        return opened;
    }

    /** The shell when a file cannot be opened, so that the command does not run; empty when that cannot be. */
    Optional<ShellState> refused() {
        return refused;
    }

    /**
     * The shell when the command has printed.
     *
     * @param quiet whether it certainly prints nothing on standard error
     */
    ShellState closed(ShellState state, PartialString printed, boolean quiet) {
        ImageState image = state.image();
        for (Open file : open) {
            Target target = file.target();
            if (file.path().isEmpty()) {
                image = FileWrite.write(
                        image, state.directory(), target.file(), PartialString.UNKNOWN, target.append(), target.span());
                continue;
            }
            String path = file.path().get();
            boolean untouched = image.files().entry(path).equals(file.opened());
            FileNode node = untouched
                    ? FileNode.written(image.file(path), file.before().plus(text(target, printed, quiet)))
                    : FileNode.UNKNOWN;
            image = image.withFiles(image.files().with(path, node, target.span()));
        }
        return state.with(image);
    }

    private PartialString text(Target target, PartialString printed, boolean quiet) {
        if (target.kind() == Kind.OTHER_OUTPUT || mixesErrors && !quiet) {
            return PartialString.UNKNOWN;
        }
        return lastOutput == target.index() ? printed : PartialString.EMPTY;
    }
}
