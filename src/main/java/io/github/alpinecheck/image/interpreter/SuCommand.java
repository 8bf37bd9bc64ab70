package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.LoginShells;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code su - user -c script}, as busybox's su reads it.
 *
 * @param shell the shell that reads the script
 * @param login whether it is a login shell
 * @param script the index of the script among the words
 */
record SuCommand(String shell, boolean login, int script) {

    private static final Set<String> LOGIN = Set.of("-", "-l");

    /** What su sets for the user. */
    private static final Set<String> OF_USER = Set.of("HOME", "LOGNAME", "SHELL", "USER");

    /** Reads the words, {@code su} first; empty where they say anything else, or nobody knows the shell. */
    static Optional<SuCommand> of(List<Operand> words, ImageState image) {
        boolean login = false;
        // adduser gives ash to users; bash must be named by somebody
        Optional<String> shell = image.command("bash") == Presence.ABSENT ? Optional.of("/bin/sh") : Optional.empty();
        OptionalInt script = OptionalInt.empty();
        int users = 0;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            if (LOGIN.contains(word)) {
                login = true;
            } else if (word.equals("-c") && i + 1 < words.size()) {
                script = OptionalInt.of(++i);
            } else if (word.equals("-s") && i + 1 < words.size()) {
                shell = words.get(++i).known();
            } else if (word.startsWith("-") || ++users > 1) {
                return Optional.empty();
            }
        }
        boolean root =
                image.user().isKnown() ? image.user().is("root") || image.user().is("0") : true;
        return root && shell.isPresent() && script.isPresent()
                ? Optional.of(new SuCommand(shell.get(), login, script.getAsInt()))
                : Optional.empty();
    }

    /** The shell as it starts. */
    ShellState start(ShellState program) {
        ShellState user = program.withUnknown(OF_USER);
        if (!login) {
            return user;
        }
        return user.withUnknown(user.image().environment().keySet())
                .withDirectory(PartialString.UNKNOWN)
                .loggedIn(LoginShells.Start.SU);
    }
}
