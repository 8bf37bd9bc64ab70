package io.github.alpinecheck.image.interpreter;

import java.util.Random;
import java.util.function.Supplier;

/** Random {@code sed} commands. */
final class RandomSed {

    private final Random random;
    private final boolean busybox;

    RandomSed(Random random, boolean busybox) {
        this.random = random;
        this.busybox = busybox;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean sometimes(int times) {
        return random.nextInt(times) == 0;
    }

    /** {@code sed} that prints. */
    String command(Supplier<String> path) {
        return "sed " + arguments() + " " + path.get() + (sometimes(5) ? " " + path.get() : "");
    }

    /** {@code sed -i}. */
    String inPlace(Supplier<String> path) {
        String option = one("-i ", "-i ", "-i ", "-i.bak ", "-i~ ", "-ie ");
        return "sed " + option + arguments() + " " + path.get() + (sometimes(5) ? " " + path.get() : "");
    }

    private String arguments() {
        boolean extended = sometimes(3);
        String options = (extended ? one("-E ", "-r ") : "") + (sometimes(5) ? "-n " : "");
        if (sometimes(4)) {
            return options + "-e '" + script(extended) + "' -e '" + script(extended) + "'";
        }
        return options + "'" + script(extended) + one("", "", ";" + script(extended)) + "'";
    }

    private String script(boolean extended) {
        String address = sometimes(2) ? "" : addresses(extended) + (sometimes(5) ? "!" : "");
        String action = switch (random.nextInt(10)) {
            case 0 -> one("d", "p", "q", "d", "p");
            case 1 -> one("a new", "i new", "c new", "a\\\nnew", "i\\\nnew", "anew", "a  new line", "$!N", "=") + "\n";
            case 2 -> "y/" + one("abc/xyz", "o/0", "ab/ba") + "/";
            default -> substitute(extended);
        };
        return address + action;
    }

    private String addresses(boolean extended) {
        String first = address(extended);
        return sometimes(3) ? first + "," + address(extended) : first;
    }

    private String address(boolean extended) {
        return switch (random.nextInt(5)) {
            case 0 -> "$";
            case 1 -> one("1", "2", "3", "9");
            case 2 -> "\\," + regex(extended).replace(",", "o") + ",";
            default -> "/" + regex(extended).replace("/", ".") + "/" + (sometimes(6) ? "I" : "");
        };
    }

    private String substitute(boolean extended) {
        String delimiter = one("/", "/", "#", "|", ",", ":", "!", "@", "_");
        String regex = regex(extended).replace(delimiter, one(".", "\\" + delimiter, "o"));
        String flags = one("", "", "g", "2", "p", "I", "gI", "2g", "gp", "3");
        return "s" + delimiter + regex + delimiter + replacement().replace(delimiter, "=") + delimiter + flags;
    }

    private String regex(boolean extended) {
        StringBuilder regex = new StringBuilder(sometimes(5) ? "^" : "");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            regex.append(atom(extended));
        }
        return regex.append(sometimes(5) ? "$" : "").toString();
    }

    private String atom(boolean extended) {
        String atom = one(
                "o",
                "f",
                "a",
                "foo",
                ".",
                " ",
                "\\.",
                "[a-f]",
                "[^o]",
                "[[:alpha:]]",
                "[[:space:]]",
                "[.o]",
                "x",
                "b",
                "[]a]",
                "[^]a]",
                "[/o]",
                "[a\\]",
                "\\*",
                "-",
                "[[:upper:]]",
                "[o-]",
                "\\n",
                "\\w",
                "\\s",
                "//",
                "\\/",
                "bar",
                "[0-9]",
                "\\b",
                "\\<",
                "\"",
                "[,|#]");
        String group = extended
                ? one("(o)", "(o|foo)", "(f|a)*", "(a.b)", "(fo*)", "(o)\\1", "(x|)", "(a|b|foo)+", "()", "((o)|f)")
                : one(
                        "\\(o\\)",
                        "\\(o\\|foo\\)",
                        "\\(f*\\)",
                        "\\(o\\)\\1",
                        "\\(.\\)\\(.\\)",
                        "\\(a\\)*",
                        "\\(a\\|b\\)\\+");
        String repeat = extended
                ? one("*", "+", "?", "{1}", "{2,}", "{0,1}", "")
                : one("*", "\\+", "\\?", "\\{1\\}", "\\{2,\\}", "+", "?", "{1}");
        return (sometimes(4) ? group : atom) + (sometimes(3) ? repeat : "");
    }

    private String replacement() {
        return one(
                "X",
                "",
                "&&",
                "[&]",
                "\\1",
                "\\n",
                "\\&",
                "a/b",
                "\\2-\\1",
                "\\/",
                "x y",
                "\\0",
                "\\\\",
                busybox ? "\\t" : "T");
    }
}
