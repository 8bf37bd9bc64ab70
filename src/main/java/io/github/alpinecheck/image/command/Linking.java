package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileNode.Program.Kind;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** Compilers and {@code jlink}: what they make is linked with the C library of the image that they run in. */
final class Linking {

    private Linking() {}

    /** {@code cc -o program}, unless it links statically or makes no program. */
    static Result compile(Call call) {
        Arguments arguments =
                Arguments.of(call.arguments(), "o", "I", "L", "l", "D", "O", "W", "f", "m", "x", "include", "isystem");
        Optional<Operand> output = arguments.value("o");
        boolean program =
                call.arguments().stream().map(o -> o.value().pattern()).noneMatch(Linking::mayMakeSomethingElse);
        if (output.isEmpty()) {
            return Result.maySucceed(call.afterWritingTo(new Operand(call.directory(), call.span(), false)));
        }
        return made(call, output.get(), Kind.EXECUTABLE, program);
    }

    private static boolean mayMakeSomethingElse(String word) {
        return word.startsWith("-static")
                || word.equals("-c")
                || word.equals("-S")
                || word.equals("-E")
                || word.equals("-shared")
                || word.startsWith("--target")
                || word.contains("specs=")
                || word.startsWith("@")
                || word.indexOf(PartialString.HOLE) >= 0;
    }

    /** {@code jlink --output directory}, for the platform of its own JDK unless it is given the modules of another. */
    static Result jlink(Call call) {
        Arguments arguments = Arguments.of(
                call.arguments(),
                "output",
                "add-modules",
                "module-path",
                "p",
                "compress",
                "vm",
                "launcher",
                "limit-modules",
                "endian",
                "include-locales",
                "add-options",
                "order-resources",
                "exclude-files",
                "disable-plugin",
                "generate-jli-classes",
                "strip-native-debug-symbols",
                "save-opts",
                "suggest-providers");
        Optional<Operand> output = arguments.value("output");
        if (output.isEmpty()) {
            return Result.maySucceed(call.image());
        }
        PartialString home = call.image().variable("JAVA_HOME").orElse(PartialString.UNKNOWN);
        boolean ownModules = arguments
                .value("module-path", "p")
                .map(path -> hasOnlyModulesOf(home, path.value()))
                .orElse(true);
        return made(call, output.get(), Kind.RUNTIME_IMAGE, ownModules);
    }

    /** Whether no directory {@code jmods} of another JDK may be on the module path. */
    private static boolean hasOnlyModulesOf(PartialString home, PartialString path) {
        if (!path.isKnown() || !home.isKnown()) {
            return false;
        }
        for (String directory : path.pattern().split(":", -1)) {
            if (directory.contains("jmods") && !directory.startsWith(home.pattern() + "/")) {
                return false;
            }
        }
        return true;
    }

    private static Result made(Call call, Operand output, Kind kind, boolean certain) {
        ImageState image = call.image();
        Optional<String> path = call.path(output);
        if (path.isEmpty() || !certain || image.libc() == Libc.UNKNOWN) {
            return Result.maySucceed(call.afterWritingTo(output));
        }
        String origin = image.base().map(b -> b.reference().toString()).orElse("");
        FileNode program = new FileNode.Program(kind, origin, image.libc(), kind != Kind.EXECUTABLE);
        return Result.maySucceed(image.withFiles(image.files().with(path.get(), program, call.span())));
    }
}
