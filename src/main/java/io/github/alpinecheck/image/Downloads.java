package io.github.alpinecheck.image;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses behind the files that {@code wget}, {@code curl} and {@code ADD} put into the image of a stage. */
public final class Downloads {

    private static final List<String> SCHEMES = List.of("http://", "https://", "ftp://");

    private final List<Download> all = new ArrayList<>();

    private Downloads() {}

    /**
     * An address as a command names it.
     *
     * @param at the word in the Dockerfile
     */
    public record Source(String address, Span at) {}

    /**
     * A command that downloads.
     *
     * @param certain whether it certainly runs
     * @param before the image when it starts
     * @param after the image when it has succeeded
     */
    private record Download(Span span, List<Source> sources, boolean certain, ImageState before, ImageState after) {

        /** Whether the model has seen that it wrote the file. */
        boolean writes(String path) {
            Optional<FileSystem.Entry> written = after.files().entry(path);
            return written.flatMap(FileSystem.Entry::writtenAt)
                            .filter(span::equals)
                            .isPresent()
                    && !written.equals(before.files().entry(path));
        }
    }

    /** All downloads of a stage. */
    public static Downloads of(StageModel stage) {
        Downloads downloads = new Downloads();
        for (Step step : stage.steps()) {
            if (step.instruction() instanceof Instruction.Add add) {
                downloads.add(new Download(add.span(), sources(add), true, step.before(), step.after()));
            }
            for (Invocation each : step.invocations()) {
                if (each.runs("wget") || each.runs("curl")) {
                    downloads.add(
                            new Download(each.span(), sources(each), each.certain(), each.before(), each.after()));
                }
            }
        }
        return downloads;
    }

    private void add(Download download) {
        if (!download.sources().isEmpty()) {
            all.add(download);
        }
    }

    /** Those of an ADD that does not verify what it downloads. */
    private static List<Source> sources(Instruction.Add add) {
        List<Source> sources = new ArrayList<>();
        if (add.flag("checksum").isEmpty()) {
            for (Argument each : add.sources()) {
                String address = each.toString();
                if (address.indexOf('$') < 0) {
                    addIfAddress(sources, address, each.span());
                }
            }
        }
        return sources;
    }

    private static List<Source> sources(Invocation invocation) {
        List<Source> sources = new ArrayList<>();
        invocation.arguments().forEach(word -> word.known().ifPresent(t -> addIfAddress(sources, t, word.span())));
        return sources;
    }

    private static void addIfAddress(List<Source> sources, String word, Span at) {
        if (SCHEMES.stream().anyMatch(word::startsWith)) {
            sources.add(new Source(word, at));
        }
    }

    /** Where the file at the path came from; empty when it was not downloaded, or nobody knows from where. */
    public Optional<Source> source(ImageState image, String path) {
        Optional<FileSystem.Entry> entry = image.files().entry(path);
        List<Source> sources = entry.map(e -> writers(e, path)).orElse(List.of()).stream()
                .flatMap(d -> d.sources().stream())
                .distinct()
                .toList();
        List<Source> named = sources.stream()
                .filter(s -> s.address().endsWith("/" + FileSystem.name(path)))
                .toList();
        List<Source> chosen = sources.size() > 1 ? named : sources;
        return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
    }

    /** Where the files came from that a program in a working directory calls so; of a pattern, those that it fits. */
    public List<Source> sources(ImageState image, PartialString directory, Operand word) {
        Stream<String> paths;
        if (word.glob()) {
            paths = FileSystem.resolve(directory, word.value()).stream().flatMap(pattern -> matching(image, pattern));
        } else {
            paths = image.locate(directory, word.value()).stream();
        }
        return paths.flatMap(path -> source(image, path).stream()).toList();
    }

    private static Stream<String> matching(ImageState image, String pattern) {
        String parent = FileSystem.parent(pattern);
        return image.files().pathsBelow(parent).stream()
                .filter(path -> FileSystem.parent(path).equals(parent) && Glob.matches(pattern, path));
    }

    private List<Download> writers(FileSystem.Entry entry, String path) {
        Optional<Span> written = entry.writtenAt();
        if (written.isEmpty()) {
            // a download that may have failed, in a script that goes on: what there is comes from it
            return all.stream().filter(d -> d.certain() && d.writes(path)).toList();
        }
        // the output of a command that is redirected is written by its redirection
        List<Download> here =
                all.stream().filter(d -> d.span().contains(written.get())).toList();
        List<Download> seen = here.stream().filter(d -> d.writes(path)).toList();
        return seen.isEmpty() ? here : seen;
    }
}
