package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Programs;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs that have no model of their own: as much as the table of {@link Programs} says. */
final class OtherProgram implements CommandModel {

    private static final Set<String> NOT_FOR_WRITING = Set.of("PATH", "JAVA_HOME", "SHELL");

    @Override
    public Result run(Call call) {
        Optional<Programs.Reach> reach = Programs.load().reach(call.program());
        if (reach.isEmpty()) {
            return Result.anything(call.image());
        }
        ImageState image = call.image();
        return Result.maySucceed(
                switch (reach.get()) {
                    case NOTHING -> image;
                    case NEARBY -> nearby(call);
                    case FILES -> image.withFiles(image.files().withOpaque("/"));
                });
    }

    private static ImageState nearby(Call call) {
        FileSystem files = call.image().files();
        for (String directory : new String[] {"/root", "/home", "/tmp"}) {
            files = files.withOpaque(directory);
        }
        files = files.withOpaque(call.knownDirectory(new Operand(call.directory(), call.span(), false)));
        for (String directory : named(call.image())) {
            files = files.withOpaque(directory);
        }
        for (Operand operand : call.arguments()) {
            String word = operand.value().pattern();
            int slash = word.startsWith("/") ? 0 : word.indexOf("=/") + 1;
            Optional<String> path = slash > 0 || word.startsWith("/")
                    ? Optional.of(call.knownDirectory(
                            new Operand(new PartialString(word.substring(slash)), operand.span(), operand.glob())))
                    : Optional.empty();
            if (path.isPresent() && !path.get().equals("/")) {
                files = files.withOpaque(path.get());
            }
        }
        return call.image().withFiles(files);
    }

    /** Where variables such as GOPATH, CARGO_HOME and NPM_CONFIG_PREFIX send what such programs install. */
    private static List<String> named(ImageState image) {
        return image.environment().entrySet().stream()
                .filter(e -> !NOT_FOR_WRITING.contains(e.getKey()))
                .flatMap(e -> e.getValue().known().stream())
                .filter(v -> v.startsWith("/") && v.indexOf(':') < 0)
                .map(FileSystem::normalize)
                .filter(v -> !v.equals("/"))
                .toList();
    }
}
