package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.alpine.Repository;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A repository that an {@code apk} certainly reads.
 *
 * @param option the word that names it, for one of the command line
 * @param file the file that it stands in, for any other
 * @param line as it stands there
 */
record ReadRepository(Repository repository, Optional<Operand> option, String file, String line) {

    static final String FILE = "/etc/apk/repositories";

    /** What the command reads, in order: the lines of the file, then those of the command line. */
    static List<ReadRepository> of(Invocation apk, ApkCommandLine line) {
        List<ReadRepository> all = new ArrayList<>();
        Optional<Operand> other = line.value("--repositories-file");
        Optional<String> file = other.isEmpty() ? Optional.of(FILE) : other.flatMap(Operand::known);
        file.ifPresent(f -> lines(apk.before(), f)
                .forEach(text -> Repository.parse(text)
                        .ifPresent(r -> all.add(new ReadRepository(r, Optional.empty(), f, text)))));
        for (ApkCommandLine.Option option : line.options()) {
            if (option.name().equals("--repository")) {
                Optional<Operand> value = option.value();
                value.flatMap(Operand::known)
                        .ifPresent(text ->
                                Repository.parse(text).ifPresent(r -> all.add(new ReadRepository(r, value, "", text))));
            }
        }
        return all;
    }

    private static List<String> lines(ImageState image, String file) {
        return List.of(
                image.content(file).map(PartialString::pattern).orElse("").split("\n", -1));
    }

    /** Whether these are all that the command may read. */
    static boolean areAll(Invocation apk, ApkCommandLine line) {
        return !line.mayHaveMoreOptions()
                && !line.has("--repositories-file")
                && apk.before().content(FILE).filter(PartialString::isKnown).isPresent()
                && line.options().stream()
                        .filter(o -> o.name().equals("--repository"))
                        .allMatch(o -> o.value().flatMap(Operand::known).isPresent());
    }

    /** Where it is written: the word of the command line, or the command that first put the line into the file. */
    Optional<Origin> origin(Build build, StageModel stage) {
        if (option.isPresent()) {
            return Optional.of(new Origin(option.get().span(), Optional.empty(), Optional.empty()));
        }
        Optional<ImageState> before = Optional.empty();
        for (ImageState state : states(stage)) {
            if (lines(state, file).contains(line)) {
                Optional<ImageState> earlier = before;
                return state.files()
                        .entry(file)
                        .flatMap(FileSystem.Entry::writtenAt)
                        .map(at -> Origin.of(at, build, earlier));
            }
            before = Optional.of(state);
        }
        return Optional.empty();
    }

    /**
     * Where something is written.
     *
     * @param command the program that wrote it, if it was one
     * @param before the image before that; empty when it was in another stage, or in no file
     */
    record Origin(Span span, Optional<Invocation> command, Optional<ImageState> before) {

        /** The whole command where only its redirection has written. */
        static Origin of(Span written, Build build, Optional<ImageState> before) {
            Optional<Invocation> command = build.stages().stream()
                    .flatMap(s -> s.invocations().stream())
                    .filter(i -> i.span().contains(written))
                    .min(Comparator.comparingInt(i -> i.span().length()));
            return new Origin(command.map(Invocation::span).orElse(written), command, before);
        }
    }

    private static List<ImageState> states(StageModel stage) {
        List<ImageState> states = new ArrayList<>(List.of(stage.initial()));
        for (Step step : stage.steps()) {
            states.add(step.before());
            step.invocations().forEach(i -> states.add(i.before()));
            states.add(step.after());
        }
        return states;
    }
}
