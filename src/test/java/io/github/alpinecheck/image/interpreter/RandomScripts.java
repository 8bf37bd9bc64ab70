package io.github.alpinecheck.image.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Random shell scripts of commands that the model follows, over a handful of files, so that commands meet. They write
 * and delete nothing outside their directory and the one above it, whoever runs them: a path starts with a name or with
 * the directory's own, never with a variable that may be empty or hold a slash, and {@code cd ..} follows {@code cd d}.
 */
final class RandomScripts {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "l");
    private static final List<String> TEXTS =
            List.of("x", "foo", "foo bar", "a  b", "1", "10", "a.b", "x:a.b", "", "aXbXc", "a", "d");

    private final Random random;
    private final RandomSed sed;
    /** Whether the shell is ash with busybox's programs; otherwise only what all shells and programs do alike. */
    private final boolean busybox;

    private String root = "";
    private boolean inFunction;

    RandomScripts(Random random, boolean busybox) {
        this.random = random;
        this.busybox = busybox;
        this.sed = new RandomSed(random, busybox);
    }

    /** A script that works in a directory, which is its working directory when it starts. */
    String next(String directory) {
        root = directory;
        List<String> lines = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            lines.add("printf 'foo\\nbar a.b\\n\\nfoo foo\\n' > a");
            lines.add("mkdir d");
            lines.add(one("echo b > d/b", "ln -s d l", "ln -s a l", "cp a d/a", "X=foo", "set -e", "F=a"));
        }
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            lines.add(statement(3));
        }
        return String.join("\n", lines) + "\n";
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String any(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    private boolean sometimes(int times) {
        return random.nextInt(times) == 0;
    }

    private String statement(int depth) {
        return depth > 0 && sometimes(3) ? compound(depth - 1) : random.nextInt(8) > 0 ? command() : heredoc();
    }

    private String compound(int depth) {
        Supplier<String> inner = () -> statement(depth);
        return any(
                () -> "if " + condition(depth) + "; then\n" + inner.get() + "\nfi",
                () -> "if " + condition(depth) + "; then\n" + inner.get() + "\nelse\n" + inner.get() + "\nfi",
                () -> "if " + condition(depth) + "; then\n" + inner.get() + "\nelif " + condition(depth) + "; then\n"
                        + inner.get() + "\nfi",
                () -> condition(depth) + " && " + condition(depth),
                () -> condition(depth) + " || " + condition(depth),
                () -> condition(depth) + " && " + condition(depth) + " || " + condition(depth),
                () -> "! " + simple(),
                () -> "{\n" + inner.get() + "\n" + inner.get() + "\n}" + (sometimes(2) ? redirection() : ""),
                () -> "(\n" + inner.get() + "\n" + inner.get() + "\n)" + (sometimes(3) ? redirection() : ""),
                () -> "(exit " + one("0", "1") + ")",
                () -> cases(inner),
                () -> "for i in " + words() + "; do\n" + inner.get() + "\n" + one("echo $i >> c", "touch \"./$i\"", ":")
                        + "\ndone",
                () -> "for i in " + substitution() + "; do\n" + inner.get() + "\ndone",
                () -> "for i in a b c; do " + one("[ -e $i ] && break", "[ -e $i ] || continue") + "\n" + inner.get()
                        + "\ndone",
                () -> function(inner),
                () -> "while false; do\n" + inner.get() + "\ndone",
                () -> "echo " + text() + " | while read X; do\n" + inner.get() + "\ndone",
                () -> "sh -" + one("c", "ec") + " '" + plain(() -> simple() + one("; ", " && ", " || ") + simple())
                        + "'",
                () -> reader() + " | "
                        + one(
                                "cat > p",
                                "tee p",
                                "tee -a p q > /dev/null",
                                "sed s/o/0/ > p",
                                "cat",
                                "tee -a p | cat > q"),
                () -> "X=" + substitution() + " && " + simple());
    }

    /** Something without a single quote in it. */
    private static String plain(Supplier<String> script) {
        for (int i = 0; i < 20; i++) {
            String text = script.get();
            if (text.indexOf('\'') < 0) {
                return text;
            }
        }
        return ":";
    }

    private String condition(int depth) {
        return sometimes(3) || depth == 0 ? simple() : sometimes(4) ? one("true", "false", "ls nothing") : test();
    }

    /** One that does not call itself. */
    private String function(Supplier<String> inner) {
        boolean outside = inFunction;
        inFunction = true;
        String body = inner.get();
        inFunction = outside;
        return "f() {\n" + body + "\n" + one(":", "return 1", "return", "false") + "\n}\n" + (outside ? ":" : "f");
    }

    private String cases(Supplier<String> inner) {
        String pattern = one("*", "f*", "a|b", "[a-f]*", "?", "\"$X\"", "foo", "'*'", "[!a]", "*/c", "");
        return "case " + one("foo", "$X", "\"$X\"", "$i", "a.b", "$(cat a)") + " in\n"
                + (pattern.isEmpty() ? "''" : pattern) + ")\n" + inner.get() + "\n;;\n" + one("*", "foo") + ")\n"
                + inner.get() + "\n;;\nesac";
    }

    private String command() {
        return any(this::simple, this::simple, this::simple, this::simple, this::state, this::test);
    }

    /** What acts on the shell itself. */
    private String state() {
        return any(
                () -> "X=" + value(),
                () -> "F=" + name(),
                () -> "D=" + one("d", "e", "l", root, "$PWD"),
                () -> "export X=" + text(),
                () -> "unset X",
                () -> "cd " + one("d", "e", "d && cd ..", "l", root, "nothing", "${D:-d}", ".", "d/..", "${F:-d}"),
                () -> "set " + one("-e", "+e", "-e"),
                () -> "exit " + one("0", "1", "2", ""),
                () -> "read X < " + path(),
                () -> "f() { echo f >> b; }",
                () -> "X=" + text() + " " + simple(),
                () -> "alias x=y");
    }

    private String simple() {
        return any(
                this::echo,
                this::echo,
                this::printf,
                this::cat,
                () -> "echo " + one("foo", "'a b'", "$X", "\"$X\"") + " | tee " + one("", "-a ") + path()
                        + (sometimes(3) ? " " + path() : ""),
                () -> "cat " + one("\"$F\"", "$X", "\"\"") + " > " + name(),
                () -> "echo x > " + one("\"$F\"", "\"\""),
                () -> sed.command(this::path) + (sometimes(4) ? redirection() : ""),
                () -> sed.inPlace(this::path),
                () -> sed.inPlace(() -> one("a", "b", "a", "d/a")),
                this::copy,
                this::copy,
                () -> "ln " + one("-s", "-sf", "-s", "-snf", "-sn", "-sf") + " "
                        + one("a", "d", "../a", "nothing", "b", root + "/d", "d/a", "l", "/nothing/x") + " " + path(),
                this::remove,
                this::remove,
                () -> "mkdir " + one("", "-p ", "-p ", "-m 755 ") + path() + one("", "", "/e", "/e/b"),
                () -> "touch " + one("", "", "-c ") + path() + (sometimes(3) ? " " + path() : ""),
                () -> one("true", "false", ":") + (sometimes(3) ? redirection() : ""),
                () -> "env X=" + text() + " " + one("sh -c 'echo $X > c'", "true", "touch b"),
                () -> inFunction ? "true" : "f",
                () -> one("command ", "", "env ") + "cat " + path() + " > " + path());
    }

    /** A command that writes no file, so that it does not matter which side of a pipe is faster. */
    private String reader() {
        return one("cat ", "cat ", "sed 's/a/A/' ", "echo ", "printf '%s\\n' ", "cat - ") + path();
    }

    private String echo() {
        String option = one("", "", "", "-n ");
        String escaped =
                busybox && sometimes(6) ? one("-e 'a\\nb\\t\\\\c' ", "'a\\nb' ", "-ne 'a\\c' ", "-e 'a\\0101' ") : "";
        return "echo " + option + escaped + words() + redirection();
    }

    private String printf() {
        String format =
                one("%s\\n", "%s", "a\\nb\\n", "%s=%s\\n", "%d\\n", "%%\\n", "%s %s", "x\\ty", "%5s|\\n", "%b\\n");
        String arguments = format.startsWith("%d") ? one("1", "10 20", "") : words();
        return "printf '" + format + "' " + arguments + redirection();
    }

    private String cat() {
        return "cat " + one("", "", "- ") + path() + (sometimes(3) ? " " + path() : "") + one("", " < " + path())
                + redirection();
    }

    private String heredoc() {
        boolean quoted = sometimes(3);
        String body = one("x\n", "$X\n", "a b\n\n${X:-d}\n", "\\$X \\\\ \"q\" 'r'\n", "$(cat a)\n", "\ta\n", "");
        String dash = one("", "", "-");
        String file = path();
        String command = one("cat > " + file, "cat >> " + file, "sed s/a/A/ > " + file, "tee " + file);
        return command + " <<" + dash + (quoted ? "'EOF'" : "EOF") + "\n" + body + "EOF";
    }

    private String copy() {
        String command = one("cp", "cp", "mv");
        String option = command.equals("cp") ? one("", "", "-r ", "-a ", "-f ", "-p ") : one("", "", "-f ");
        String more = sometimes(5) ? path() + " " : "";
        return command + " " + option + more + (sometimes(8) ? one("*", "d/*", "[ab]") : path()) + " " + path();
    }

    private String remove() {
        String glob = one("d/*", "*", "[ab]", "e/*", "d/?", root + "/d/*", "l/*", "nothing*");
        return one("rm ", "rm -f ", "rm -rf ", "rm -r ", "rmdir ", "rm -rf -- ")
                + (sometimes(3) ? glob : path())
                + (sometimes(4) ? " " + path() : "");
    }

    private String test() {
        String expression = any(
                () -> one("-e", "-f", "-d", "-s", "-r", "-w", "-x", "-L", "-h") + " " + path(),
                () -> one("-e", "-f", "-d", "-s", "-L", "-h") + " " + one("\"$F\"", "\"\"", path()),
                () -> one("-e", "-f", "-d") + " " + path() + one(" -a ", " -o ") + one("-n", "-z") + " " + text(),
                () -> one("-n", "-z") + " " + one("\"$X\"", "$X", "\"$(cat a)\"", text()),
                () -> one("\"$X\"", text(), "$X") + " " + one("=", "!=") + " " + one("foo", text(), "\"\"", "$F"),
                () -> one("1", "10", "$X", "0") + " " + one("-eq", "-ne", "-lt", "-le", "-gt", "-ge") + " "
                        + one("1", "10", "2"),
                () -> one("foo", "\"$X\"", "", "!", "-n"));
        String whole = (sometimes(5) ? "! " : "") + expression;
        return sometimes(3) ? "test " + whole : "[ " + whole + " ]";
    }

    private String path() {
        return any(
                this::name,
                this::name,
                this::name,
                () -> one("d/", "e/", "l/", "./", "d/../", "l/../", "nothing/", "a/") + name(),
                () -> "d/" + name(),
                () -> root + "/" + name(),
                () -> root + "/d/" + name(),
                () -> one(
                        "\"${F:-b}\"",
                        "${F:-a}",
                        "${D:-d}/a",
                        "\"${D:-.}\"/b",
                        "${F:-c}",
                        "d/",
                        ".",
                        "l/",
                        "'a b'",
                        "$PWD/a",
                        "a/"));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String text() {
        // not all echos take it for an option in the same places
        String text = busybox && sometimes(12) ? "-n" : TEXTS.get(random.nextInt(TEXTS.size()));
        return any(
                () -> "'" + text + "'",
                () -> "\"" + text + "\"",
                () -> text.isEmpty() || text.startsWith("-") ? "y" : text,
                () -> "\"${X}" + text + "\"",
                this::value);
    }

    /** A word with an expansion. */
    private String value() {
        String name = one("X", "X", "F", "i", "Y");
        String expansion = any(
                () -> "$" + name,
                () -> "${" + name + "}",
                () -> "${" + name + one(":-", "-", ":+", "+", ":=", "=") + one("w", "$F", "'a b'", "*", "") + "}",
                () -> "${" + name + one("#", "##", "%", "%%")
                        + one("f", "?", "*o", "o*", "[a-o]", "*/", "'*'", "*.", ".*", "$F") + "}",
                () -> "${#" + name + "}",
                () -> busybox
                        ? "${" + name + one("/", "//") + one("o/0", "o", "X/-", "?/y", "a/", "./,") + "}"
                        : "$" + name,
                () -> "$((1+" + one("1", "2") + "))",
                () -> "$?",
                this::substitution);
        return sometimes(2) ? "\"" + expansion.replace("'", "") + "\"" : expansion;
    }

    private String substitution() {
        return any(
                () -> "$(cat " + name() + ")",
                () -> "$(echo " + one("a b", "x", "'a  b'", "$X", "y") + ")",
                () -> "`echo " + name() + "`",
                () -> "$(printf 'a\\nb\\n\\n')",
                () -> "$(cd d && echo x)",
                () -> "$(sed -n " + one("1p", "'$p'", "/foo/p") + " a)",
                () -> "$(X=z; echo $X; touch b)",
                () -> "$(false || echo e)");
    }

    private String words() {
        StringJoiner words = new StringJoiner(" ");
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            words.add(sometimes(10) ? one("*", "d/*", "[a-c]", "nothing*", "\\*") : text());
        }
        return words.toString();
    }

    private String redirection() {
        return any(
                () -> " > " + path(),
                () -> " > " + name(),
                () -> " >> " + name(),
                () -> " >> " + path(),
                () -> one(
                        "", " > /dev/null", " 2> " + name(), " > " + name() + " 2>&1", " >> c 2>> c", " >&2", " >| a"));
    }
}
