package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.BaseImages;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares what the model says of a script with what the script has done. Unknown is never wrong. */
final class ShellAgreement {

    private static final ImageState ALPINE = ImageState.of(
            BaseImages.load().find(ImageReference.parse("alpine:3.22").orElseThrow(), LocalDate.of(2026, 11, 23)));

    private int known;
    private int unknown;

    /** How many of the paths that are there after the scripts the model knows, from 0 to 1. */
    double shareOfKnown() {
        return (double) known / Math.max(1, known + unknown);
    }

    /**
     * What the model says wrongly.
     *
     * @param directory the script's directory as the script calls it
     * @param real the same directory as this process calls it
     */
    List<String> wrong(String script, int status, String directory, Path real) throws IOException {
        List<String> wrong = new ArrayList<>();
        Model asked = Model.run(script, directory, Fate.IGNORED);
        Optional<ShellState> end = status == 0 ? asked.flow.success() : asked.flow.failure();
        if (end.isEmpty()) {
            wrong.add("ends with status " + status + ", which cannot be");
        } else {
            wrong.addAll(wrongFiles(end.get().image(), directory, real));
        }
        if (status == 0) {
            Model fatal = Model.run(script, directory, Fate.LAST);
            fatal.invocations.stream()
                    .filter(i -> i.certain()
                            && i.outcome() == Invocation.Outcome.FAILS
                            && i.consequence() == Invocation.Consequence.FAILS_BUILD)
                    .forEach(i -> wrong.add("the build fails, because of " + i.words()));
            Optional<ShellState> after = fatal.flow.success();
            if (after.isEmpty()) {
                wrong.add("the build fails");
            } else {
                wrongFiles(after.get().image(), directory, real).forEach(w -> wrong.add(w + " (as a RUN)"));
            }
        }
        return wrong;
    }

    private List<String> wrongFiles(ImageState image, String directory, Path real) throws IOException {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(image.files().pathsBelow(directory));
        try (Stream<Path> there = Files.walk(real)) {
            there.filter(p -> !p.equals(real)).forEach(p -> paths.add(directory + "/" + real.relativize(p)));
        }
        for (String path : paths) {
            Path file = real.resolve(path.substring(directory.length() + 1));
            FileNode node = image.file(path);
            boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (isThere) {
                known += node.equals(FileNode.UNKNOWN) ? 0 : 1;
                unknown += node.equals(FileNode.UNKNOWN) ? 1 : 0;
            }
            if (!agrees(node, file)) {
                wrong.add(path + " is " + node.toString().replace(PartialString.HOLE, '…') + " instead of "
                        + described(file));
            }
        }
        return wrong;
    }

    private static boolean agrees(FileNode node, Path file) throws IOException {
        if (node.equals(FileNode.ABSENT)) {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        } else if (node instanceof FileNode.Regular regular) {
            // what was unknown before it was written may have been a link, and then the file is what it leads to
            return Files.isRegularFile(file)
                    && matches(regular.content(), Files.readString(file, StandardCharsets.ISO_8859_1));
        } else if (node instanceof FileNode.Link link) {
            return Files.isSymbolicLink(file)
                    && matches(link.target(), Files.readSymbolicLink(file).toString());
        } else if (node instanceof FileNode.Directory) {
            return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        }
        return node.equals(FileNode.UNKNOWN);
    }

    private static String described(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "a link to " + Files.readSymbolicLink(file);
        } else if (Files.isRegularFile(file)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return "a file with \"" + text.substring(0, Math.min(text.length(), 200)) + "\"";
        }
        return Files.isDirectory(file) ? "a directory" : "nothing";
    }

    /** Whether a text may be what the partial string stands for. */
    static boolean matches(PartialString partial, String text) {
        String[] parts = partial.pattern().split(String.valueOf(PartialString.HOLE), -1);
        if (parts.length == 1) {
            return text.equals(parts[0]);
        }
        String last = parts[parts.length - 1];
        if (!text.startsWith(parts[0]) || text.length() < parts[0].length() + last.length() || !text.endsWith(last)) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at <= text.length() - last.length();
    }

    private record Model(Flow flow, List<Invocation> invocations) {

        static Model run(String script, String directory, Fate fate) {
            ShellState start = ShellState.in(ALPINE);
            ShellState empty = run("rm -rf " + directory + " && mkdir -p " + directory, start, Fate.LAST)
                    .flow
                    .success()
                    .orElseThrow()
                    .withDirectory(PartialString.of(directory));
            return run(script, empty, fate);
        }

        private static Model run(String script, ShellState start, Fate fate) {
            SourceText source = SourceText.of("script", script);
            MappedText text = MappedText.of(source, new Span(0, source.content().length()));
            ShellInterpreter shell = new ShellInterpreter();
            Flow flow = shell.script("sh", text, start, fate, new Output(), PartialString.EMPTY);
            return new Model(flow, shell.invocations());
        }
    }
}
