package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sed} as busybox has it; {@code -i} takes the rest of its word as the suffix of a backup file. */
final class SedModel implements CommandModel {

    private boolean inPlace;
    private String suffix = "";
    private boolean extended;
    private boolean silent;
    private boolean followed = true;
    private final List<String> scripts = new ArrayList<>();
    private final List<Operand> files = new ArrayList<>();

    private SedModel() {}

    /** Runs {@code sed} once. */
    static Result sed(Call call) {
        return new SedModel().run(call);
    }

    @Override
    public Result run(Call call) {
        read(call.arguments());
        Optional<SedScript> script =
                followed ? SedScript.parse(String.join("\n", scripts), extended) : Optional.empty();
        if (!inPlace) {
            return print(call, script);
        }
        boolean readable = script.isPresent() && scripts.stream().noneMatch(s -> s.indexOf(PartialString.HOLE) >= 0);
        Result result = Result.each(call, files, (c, file) -> edit(c, file, script));
        // q ends sed before the next file
        boolean all = files.size() == 1 || script.filter(s -> !s.countsLines()).isPresent();
        return readable && all && !files.isEmpty() ? result : Result.maySucceed(result.image());
    }

    private Result edit(Call call, Operand file, Optional<SedScript> script) {
        ImageState image = call.image();
        Optional<String> path = call.path(file);
        FileNode node = path.map(image::file).orElse(FileNode.UNKNOWN);
        if (path.isEmpty() || !suffix.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_~".indexOf(c) >= 0)) {
            return Result.maySucceed(call.afterWritingTo(file));
        }
        if (node.equals(FileNode.ABSENT)) {
            return Result.fails(image);
        }
        if (image.followed(path.get()) instanceof FileNode.Directory) {
            // busybox renames a directory to the name of the backup
            return Result.maySucceed(
                    image.withFiles(image.files().withOpaque(path.get()).withOpaque(path.get() + suffix)));
        }
        // the file is replaced, also where a link was
        FileNode old = node instanceof FileNode.Link ? image.followed(path.get()) : node;
        PartialString text = image.content(path.get()).orElse(PartialString.UNKNOWN);
        boolean known =
                files.size() == 1 || script.filter(s -> !s.countsLines()).isPresent();
        PartialString edited =
                script.filter(s -> known).map(s -> s.apply(text, silent)).orElse(PartialString.UNKNOWN);
        FileSystem edits = image.files().with(path.get(), FileNode.written(old, edited), call.span());
        FileSystem kept = suffix.isEmpty() ? edits : edits.with(path.get() + suffix, node, call.span());
        return old instanceof FileNode.Regular && !(node instanceof FileNode.Link)
                ? Result.succeeds(image.withFiles(kept))
                : Result.maySucceed(image.withFiles(kept));
    }

    private Result print(Call call, Optional<SedScript> script) {
        PartialString text = PartialString.EMPTY;
        for (Operand file : files) {
            // a line that the file before has not ended is ended
            boolean open = !text.is("") && !text.pattern().endsWith("\n");
            text = open ? text.plus(PartialString.UNKNOWN) : text;
            text = text.plus(call.path(file).flatMap(call.image()::content).orElse(PartialString.UNKNOWN));
        }
        Outcome outcome = files.isEmpty() && script.isPresent() ? Outcome.SUCCEEDS : Outcome.UNKNOWN;
        // GNU sed stops at a directory, busybox's does not
        boolean directory = files.stream()
                .anyMatch(f -> call.path(f).filter(call.image()::mayBeDirectory).isPresent());
        if (directory) {
            return Result.maySucceed(call.image());
        }
        PartialString input = files.isEmpty() ? call.input() : text;
        PartialString output = script.map(s -> s.apply(input, silent)).orElse(PartialString.UNKNOWN);
        return new Result(call.image(), output, outcome, true);
    }

    private void read(List<Operand> words) {
        List<Operand> operands = new ArrayList<>();
        boolean scriptGiven = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            if (word.startsWith("--")) {
                scriptGiven |= longOption(word);
            } else if (word.length() > 1 && word.charAt(0) == '-') {
                int value = shortOptions(word);
                if (value == 0 && i + 1 < words.size()) {
                    addScript(words.get(++i).value().pattern());
                } else if (value > 0) {
                    addScript(word.substring(value));
                }
                scriptGiven |= value >= 0;
            } else {
                operands.add(words.get(i));
            }
        }
        if (!scriptGiven && !operands.isEmpty()) {
            addScript(operands.remove(0).value().pattern());
        }
        files.addAll(operands);
    }

    private void addScript(String script) {
        scripts.add(script);
    }

    private boolean longOption(String word) {
        if (word.startsWith("--expression=")) {
            addScript(word.substring("--expression=".length()));
            return true;
        }
        boolean edit = word.equals("--in-place") || word.startsWith("--in-place=");
        boolean regex = word.equals("--regexp-extended");
        boolean quiet = word.equals("--quiet") || word.equals("--silent");
        inPlace |= edit;
        suffix = edit && word.indexOf('=') > 0 ? word.substring(word.indexOf('=') + 1) : suffix;
        extended |= regex;
        silent |= quiet;
        followed &= edit || regex || quiet;
        return false;
    }

    /** Reads a bundle; 0 when {@code -e} ends it, the index of the attached script, or -1 without {@code -e}. */
    private int shortOptions(String word) {
        for (int i = 1; i < word.length(); i++) {
            switch (word.charAt(i)) {
                case 'i' -> {
                    inPlace = true;
                    suffix = word.substring(i + 1);
                    return -1;
                }
                case 'E', 'r' -> extended = true;
                case 'n' -> silent = true;
                case 's', 'u' -> {}
                case 'e' -> {
                    return i + 1 < word.length() ? i + 1 : 0;
                }
                default -> followed = false;
            }
        }
        return -1;
    }
}
