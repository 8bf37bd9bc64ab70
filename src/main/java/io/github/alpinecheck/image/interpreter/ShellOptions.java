package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.image.Operand;
import java.util.List;
import java.util.OptionalInt;

/**
 * The options of {@code sh -exc script}.
 *
 * @param login whether the shell reads {@code /etc/profile} first
 * @param script the index of the script among the words; empty without {@code -c}
 */
record ShellOptions(boolean errexit, boolean pipefail, boolean login, OptionalInt script) {

    /** Reads the words, the shell's name first. */
    static ShellOptions of(List<Operand> words) {
        boolean errexit = false;
        boolean pipefail = false;
        boolean login = false;
        boolean command = false;
        int i = 1;
        for (; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            if (word.equals("pipefail") || word.equals("errexit") || word.equals("nounset") || word.equals("xtrace")) {
                pipefail |= word.equals("pipefail");
                errexit |= word.equals("errexit");
            } else if (word.equals("--login")) {
                login = true;
            } else if (word.startsWith("-") && !word.startsWith("--") && word.length() > 1) {
                errexit |= word.indexOf('e') > 0;
                login |= word.indexOf('l') > 0;
                command |= word.indexOf('c') > 0;
            } else if (!word.startsWith("+") && !word.startsWith("--")) {
                break;
            }
        }
        return new ShellOptions(
                errexit, pipefail, login, command && i < words.size() ? OptionalInt.of(i) : OptionalInt.empty());
    }
}
