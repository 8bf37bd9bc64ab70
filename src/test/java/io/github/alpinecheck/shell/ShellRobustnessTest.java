package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellRobustnessTest {

    private static final int LONG = 1_000_000;

    /** More than any way through a tree that {@link Nesting} lets pass. */
    private static final int DEEP = 2_000;

    private static final List<String> SAMPLES = List.of(
            "set -eux; apk add --no-cache --virtual .deps gcc make && cd /tmp \\\n && ./configure \"$@\" || exit 1",
            "for f in /etc/*.conf; do [ -f \"$f\" ] || continue; sed -i 's!a!b!g' \"$f\" >/dev/null 2>&1; done",
            "case \"$(apk --print-arch)\" in x86_64|amd64) ARCH='x64' ;; (*) echo >&2 \"bad `uname -m`\"; exit 1 ;; esac",
            "if [[ $a =~ ^(b|c)$ && -n ${d:-\"e f\"} ]]; then echo $((1 + (2))); elif ! g | h; then i & else j; fi",
            "cat <<EOF >/etc/x; cat <<-'E2' | tee /etc/y\n$a $(b \"c\") \\$d `e \\`f\\``\nEOF\n\tg $h\n\tE2\necho done",
            "f() { local x=${1#v} y; x=\"${x%%-*}\"; (cd /; ls) <<<\"$x\"; }; function g { a=(1 2); }; diff <(f) <(g)",
            "while read -r l; do echo ${l//a/b} ${#l} ${!l} $'\\t\\x41'; done < <(find . -name '*.jar') # all\nuntil a; do b; done");

    private static final String SPECIAL = "\\\n \t'\"`$(){}[]<>|&;#!=~*?+-@:%/^,0a";

    private static final List<String> WORDS = List.of(
            "if ",
            "then ",
            "fi ",
            "do ",
            "done ",
            "case ",
            "in ",
            "esac ",
            "<<E\n",
            "$((",
            "))",
            "$(",
            "${",
            "[[ ",
            " ]]",
            "&&",
            "||",
            ";;",
            "function ",
            "{ ",
            "; }",
            "=(",
            "\\\n",
            "$'",
            ">&",
            "<(");

    @Test
    void noMutationOfAScriptBreaksTheParserOrItsSpans() {
        Random random = new Random(20261123);
        for (int round = 0; round < 4_000; round++) {
            StringBuilder script = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutate(script, random);
            }
            String text = script.toString();
            assertThat(Tree.checkedDepth(ScriptTable.parse(text), new Span(0, text.length())))
                    .as(text)
                    .isLessThan(DEEP);
        }
    }

    private static void mutate(StringBuilder script, Random random) {
        int at = random.nextInt(script.length() + 1);
        int end = Math.min(script.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(5)) {
            case 0 -> script.insert(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
            case 1 -> script.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 2 -> script.delete(at, end);
            case 3 -> script.insert(random.nextInt(script.length() + 1), script.substring(at, end));
            default -> script.insert(at, SAMPLES.get(random.nextInt(SAMPLES.size())));
        }
    }

    @Test
    void theSamplesAreUnderstood() {
        assertThat(SAMPLES)
                .noneSatisfy(sample -> assertThat(ScriptTable.parse(sample)).isInstanceOf(Command.Opaque.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((",
                "$(",
                "$((",
                "`",
                "\"$(",
                "${a:-",
                "${a:-\"",
                "<(",
                "{ ",
                "if ",
                "while ",
                "f() ",
                "function f ",
                "case a in a) ",
                "! ",
                "$(cat <<E\n",
                "cat <<E\n$(",
                "[[ ",
                "a=(",
                "'",
                "\"",
                "\\",
                "$",
                "<",
                ">&",
                ";",
                "\\\n",
                "a\\\n",
                "<<E ",
                "<<E\n",
                "#",
                "$'",
                "if a; then b; else "
            })
    void repetitionEndsNeitherTheStackNorTheTime(String opening) {
        String script = opening.repeat(50_000);
        assertThat(Tree.checkedDepth(ScriptTable.parse(script), new Span(0, script.length())))
                .isLessThan(DEEP);
    }

    @Test
    void aHundredLevelsAreTooDeepAndTheWholeIsOpaque() {
        assertThat(ScriptTable.parse("( ".repeat(90) + "a" + " )".repeat(90))).isInstanceOf(Command.Subshell.class);
        assertThat(TreePrinter.print(ScriptTable.parse("( ".repeat(110) + "a" + " )".repeat(110))))
                .isEqualTo("(OPAQUE nested too deeply)");
    }

    @Test
    void aLongAndOrListIsOpaqueInPartsSoThatItMayBeWalkedByRecursion() {
        String links = " && b".repeat(50_000);
        String script = "a" + links + " || (a" + links + ")";
        Command root = ScriptTable.parse(script);
        assertThat(root).isInstanceOf(Command.AndOr.class);
        assertThat(Tree.checkedDepth(root, new Span(0, script.length()))).isLessThan(DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo \"$a\" 'b' `c` $(d)\n", "cat <<E\n$x\nE\n", "\\a"})
    void aMegabyteIsRead(String line) {
        String script = line.repeat(LONG / line.length()) + "a";
        assertThat(ScriptTable.parse(script).span()).isEqualTo(new Span(0, script.length()));
    }
}
