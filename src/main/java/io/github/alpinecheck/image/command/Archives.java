package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.Operand;
import java.util.Optional;

/** {@code tar} and {@code unzip}: an archive may hold any path below the directory that it is unpacked in. */
final class Archives {

    private Archives() {}

    static Result tar(Call call) {
        Arguments arguments = Arguments.of(
                call.arguments(),
                "C",
                "directory",
                "f",
                "file",
                "T",
                "files-from",
                "X",
                "exclude-from",
                "exclude",
                "strip-components",
                "transform");
        // without a dash, the letters of the first word take their values from the next ones
        boolean oldStyle = !call.arguments().isEmpty()
                && !call.arguments().get(0).value().pattern().startsWith("-")
                && call.arguments().get(0).value().pattern().indexOf('C') >= 0;
        return oldStyle ? unpacked(call, "/") : unpacked(call, arguments.value("C", "directory"));
    }

    static Result unzip(Call call) {
        return unpacked(call, Arguments.of(call.arguments(), "d", "x", "P").value("d"));
    }

    private static Result unpacked(Call call, Optional<Operand> directory) {
        Operand place = directory.orElse(new Operand(call.directory(), call.span(), false));
        return unpacked(call, call.knownDirectory(place));
    }

    private static Result unpacked(Call call, String directory) {
        return Result.maySucceed(call.image().withFiles(call.image().files().withAnyAdded(directory)));
    }
}
