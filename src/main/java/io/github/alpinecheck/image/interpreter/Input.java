package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.text.PartialString;
import java.util.Set;

/** Standard input that several commands share. */
final class Input {

    private static final Set<String> READ_NOTHING = Set.of(
            ":", "[", "cd", "chmod", "chown", "cp", "echo", "export", "false", "ln", "mkdir", "mv", "printf", "rm",
            "set", "test", "touch", "true", "unset");

    private Input() {}

    /** What is left of an input when a command has run. */
    static PartialString leftBy(Command command, PartialString input) {
        return input.is("") || readsNothing(command) ? input : PartialString.UNKNOWN;
    }

    private static boolean readsNothing(Command command) {
        if (command instanceof Command.Simple simple) {
            return simple.words().isEmpty()
                    || simple.words()
                            .get(0)
                            .literal()
                            .filter(READ_NOTHING::contains)
                            .isPresent();
        }
        return command instanceof Command.AndOr both && readsNothing(both.left()) && readsNothing(both.right());
    }
}
