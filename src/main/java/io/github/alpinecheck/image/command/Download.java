package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.ProgramOptions;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/** {@code wget} and {@code curl}: where what they download goes. */
final class Download {

    private Download() {}

    static Result wget(Call call) {
        Arguments arguments =
                Arguments.of(call.arguments(), ProgramOptions.load().withValue("wget"));
        Optional<Operand> output = arguments.value("O", "output-document");
        if (arguments.has("spider")) {
            return Result.maySucceed(call.image());
        }
        return output.isPresent()
                ? to(call, output.get())
                : named(call, arguments.operands(), arguments.value("P", "directory-prefix"));
    }

    static Result curl(Call call) {
        Arguments arguments =
                Arguments.of(call.arguments(), ProgramOptions.load().withValue("curl"));
        Optional<Operand> output = arguments.value("o", "output");
        if (output.isPresent() && !arguments.has("output-dir")) {
            return to(call, output.get());
        }
        if (arguments.has("remote-name-all", "J", "T", "c", "K", "config")) {
            return into(call, arguments.value("output-dir"));
        }
        return arguments.has("O", "remote-name", "output-dir")
                ? named(call, arguments.operands(), arguments.value("output-dir"))
                : Result.maySucceed(call.image());
    }

    private static Result to(Call call, Operand output) {
        if (output.is("-")) {
            return Result.maySucceed(call.image());
        }
        Optional<String> path = call.path(output);
        return path.isEmpty()
                ? Result.maySucceed(call.afterWritingTo(output))
                : Result.maySucceed(withFile(call.image(), path.get(), call));
    }

    private static ImageState withFile(ImageState image, String path, Call call) {
        return image.withFiles(image.files().with(path, FileNode.SOME_FILE, call.span()));
    }

    /** Files that are named like the last part of their addresses. */
    private static Result named(Call call, List<Operand> addresses, Optional<Operand> directory) {
        PartialString place = directory.map(Operand::value).orElse(call.directory());
        ImageState image = call.image();
        for (Operand address : addresses) {
            Optional<String> name = address.known().map(Download::lastPart).filter(n -> !n.isEmpty());
            Optional<String> path =
                    name.flatMap(n -> call.path(new Operand(place.plus("/" + n), address.span(), false)));
            if (path.isEmpty()) {
                return into(call, directory);
            }
            image = withFile(image, path.get(), call);
        }
        return Result.maySucceed(image);
    }

    /** The file name in an address; empty for one that the server chooses. */
    private static String lastPart(String address) {
        int scheme = address.indexOf("://");
        String path = scheme < 0 ? address : address.substring(scheme + 3);
        boolean chosen = path.indexOf('?') >= 0 || path.indexOf('#') >= 0 || path.indexOf('/') < 0;
        return chosen ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    /** Somewhere in a directory. */
    static Result into(Call call, Optional<Operand> directory) {
        Operand place = directory.orElse(new Operand(call.directory(), call.span(), false));
        return Result.maySucceed(call.afterWritingTo(place));
    }
}
