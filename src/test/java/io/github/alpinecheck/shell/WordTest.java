package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordTest {

    @TestFactory
    Stream<DynamicTest> quotes() {
        return ScriptTable.trees("""
                a'b'"c"d                      → (a'b'"c"d)
                '' ""                         → ('' "")
                '\\a"$b' 'a⏎b'                → ('\\a"$b' 'a⏎b')
                a\\ b\\$c                     → (a' 'b'$'c)
                "a\\"b\\\\\\$\\`\\c'd'"       → ("a"b\\$`\\c'd'")
                "a\\⏎b" 'a\\⏎b'               → ("ab" 'a\\⏎b')
                $'a\\tb\\'\\x41\\102\\z'      → ('a⇥b'AB\\z')
                "$'a'"                        → ("$'a'")
                a\\                           → (a\\)
                """);
    }

    /** ash and bash read them differently. */
    @TestFactory
    Stream<DynamicTest> unknownQuotes() {
        return ScriptTable.trees("""
                $'\\u4f60'                    → ($[(OPAQUE escape that shells read differently)])
                $'\\xe4'                      → ($[(OPAQUE escape that shells read differently)])
                $'\\e[0m'                     → ($[(OPAQUE escape that shells read differently)])
                $"a"                          → ($[(OPAQUE translated text)])
                """);
    }

    @TestFactory
    Stream<DynamicTest> parameters() {
        return ScriptTable.trees("""
                $a$b.c$                       → (${a}${b}.c$)
                $1a $12 $@ $# $? $$ $! $-     → (${1}a ${1}2 ${@} ${#} ${?} ${$} ${!} ${-})
                ${a}b ${10} ${@}              → (${a}b ${10} ${@})
                "a$" "$b/c"                   → ("a$" "${b}/c")
                ${a:-b} ${a-b} ${a:-}         → (${a :- b} ${a - b} ${a :- })
                ${a:=b} ${a=b} ${a:?b} ${a?b} → (${a := b} ${a = b} ${a :? b} ${a ? b})
                ${a:+b} ${a+b}                → (${a :+ b} ${a + b})
                ${a#b} ${a##*/} ${a%b} ${a%%b} → (${a # b} ${a ## */} ${a % b} ${a %% b})
                ${a/b/c} ${a//b/c}            → (${a / b/c} ${a // b/c})
                ${a:1} ${a:1:2} ${a: -1}      → (${a : 1} ${a : 1:2} ${a :  -1})
                ${#a} ${#} ${##} ${#-x} ${#:-x} → (${a #} ${#} ${# #} ${# - x} ${# :- x})
                ${!a} ${!}                    → (${a !} ${!})
                ${a[0]} ${#a[@]} ${a^^} ${a@Q} → (${a [ 0]} ${a #[ @]} ${a ^^ } ${a @ Q})
                ${a:-b c;d} ${a:-"}"} ${a:-\\}} → (${a :- b c;d} ${a :- "}"} ${a :- '}'})
                ${a:-$b${c}$(d)}              → (${a :- ${b}${c}$[(d)]})
                "${a:-it's "b"}"              → ("${a :- 'it's '"b"}")
                "${a#'}'}" "${a%\\*}"         → ("${a # '}'}" "${a % '*'}")
                ${} ${a!}                     → ($[(OPAQUE bad substitution)] $[(OPAQUE bad substitution)])
                """);
    }

    @TestFactory
    Stream<DynamicTest> substitutions() {
        return ScriptTable.trees("""
                a$(b c)d                      → (a$[(b c)]d)
                $() $( # c⏎)                  → ($[(SEQ)] $[(SEQ)])
                "$(a "b" ")")"                → ("$[(a "b" ")")]")
                $(case a in b) c;; esac)      → ($[(CASE a b (c))])
                $(a $(b))                     → ($[(a $[(b)])])
                `a b` "`c`"                   → ($[(a b)] "$[(c)]")
                `a \\`b\\` \\$c \\\\\\$d \\e` → ($[(a $[(b)] ${c} '$'d 'e')])
                "`a \\"b c\\"`"               → ("$[(a "b c")]")
                $((1 + (2))) "$(( $(a) ))"    → ($((1 + (2))) "$(( $(a) ))")
                $((a); b) $( (a) )            → ($[(SEQ (SUBSHELL (a)) (b))] $[(SUBSHELL (a))])
                a <(b) >(c)d                  → (a <[(b)] >[(c)]d)
                "<(a)"                        → ("<(a)")
                """);
    }

    @Test
    void theLiteralTextOfAScriptWithinAScriptKnowsItsPlaces() {
        SourceText source = SourceText.of("Dockerfile", "sh -c \"apk add \\\"x\\\"\"'; echo hi'");
        Command.Simple outer = (Command.Simple) ShellParser.parse(ScriptTable.whole(source));
        MappedText script = outer.words().get(2).literalText().orElseThrow();
        assertThat(script).hasToString("apk add \"x\"; echo hi");

        Command inner = ShellParser.parse(script);
        assertThat(TreePrinter.print(inner)).isEqualTo("(SEQ (apk add \"x\") (echo hi))");
        Command.Simple apk =
                (Command.Simple) ((Command.Sequence) inner).elements().get(0).command();
        assertThat(source.text(apk.words().get(2).span())).isEqualTo("\"x\\\"");
    }

    @Test
    void aWordThatMustBeExpandedHasNoLiteralText() {
        Command.Simple command = (Command.Simple) ScriptTable.parse("a$b \"$(c)\" '' d");
        assertThat(command.words().stream().map(word -> word.literalText().map(MappedText::toString)))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(""), Optional.of("d"));
        assertThat(command.words().stream().map(Word::literal))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(""), Optional.of("d"));
    }
}
