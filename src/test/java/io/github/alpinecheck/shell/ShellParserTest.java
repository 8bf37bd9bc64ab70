package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShellParserTest {

    @Test
    void anEmptyScriptIsAnEmptySequence() {
        assertThat(ScriptTable.parse(""))
                .isInstanceOfSatisfying(
                        Command.Sequence.class,
                        sequence -> assertThat(sequence.elements()).isEmpty());
        assertThat(TreePrinter.print(ScriptTable.parse(" \n # nothing\n"))).isEqualTo("(SEQ)");
    }

    @TestFactory
    Stream<DynamicTest> simpleCommands() {
        return ScriptTable.trees("""
                apk add tzdata                → (apk add tzdata)
                  ⇥a   b⇥c                    → (a b c)
                A=1 B= cmd C=2                → (A=1 B= cmd C=2)
                A=1                           → (A=1)
                A+=x B=$b"c"                  → (A+=x B=${b}"c")
                1A=x                          → (1A=x)
                "A"=x                         → ("A"=x)
                a # b                         → (a)
                a#b                           → (a#b)
                a;#b⏎c                        → (SEQ (a) (c))
                # it's⏎a                      → (a)
                # no continuation \\⏎a        → (a)
                time a                        → (time a)
                exec [ a ]                    → (exec [ a ])
                echo if then } ]] ! in        → (echo if then } ]] ! in)
                'if' i\\f "if"                → ('if' i'f' "if")
                in x                          → (in x)
                {a,b} {c }d                   → ({a,b} {c }d)
                ech\\⏎o a\\⏎ b                → (echo a b)
                """);
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return ScriptTable.trees("""
                a;b                           → (SEQ (a) (b))
                a;                            → (a)
                a &                           → (SEQ (a)&)
                a & b                         → (SEQ (a)& (b))
                a⏎⏎b⏎                         → (SEQ (a) (b))
                a && b || c                   → (OR (AND (a) (b)) (c))
                a &&⏎ # why⏎ b ||⏎⏎ c         → (OR (AND (a) (b)) (c))
                a &\\⏎& b                     → (AND (a) (b))
                a \\&& b                      → (SEQ (a '&')& (b))
                a && b &                      → (SEQ (AND (a) (b))&)
                a | b |⏎c                     → (PIPE (a) (b) (c))
                a |& b                        → (PIPE (a) (b))
                ! a                           → (NOT (a))
                ! a | b                       → (NOT (a) (b))
                ! a && b                      → (AND (NOT (a)) (b))
                !a                            → (!a)
                """);
    }

    @TestFactory
    Stream<DynamicTest> redirections() {
        return ScriptTable.trees("""
                a <b >c >>d                   → (a input:b output:c append:d)
                a >|b <>c                     → (a clobber:b read_write:c)
                a 2>/dev/null b               → (a b 2output:/dev/null)
                >f a >&2                      → (a output:f duplicate_output:2)
                >f                            → (output:f)
                a 2>&1 3>&- 4<&0 5>&6-        → (a 2duplicate_output:1 3duplicate_output:- 4duplicate_input:0 5duplicate_output:6-)
                a >&f                         → (a output_and_error:f)
                a >&$f                        → (a duplicate_output:${f})
                a &>f                         → (a output_and_error:f)
                a &>>f                        → (a append_output_and_error:f)
                a <<<"b c"                    → (a here_string:"b c")
                a2>b                          → (a2 output:b)
                a 2 >b                        → (a 2 output:b)
                a > >(b)                      → (a output:>[(b)])
                { a; } >f 2>&1                → (GROUP (a) output:f 2duplicate_output:1)
                if a; then b; fi <f | c       → (PIPE (IF (a) (b) input:f) (c))
                """);
    }

    @TestFactory
    Stream<DynamicTest> hereDocuments() {
        return ScriptTable.trees("""
                cat <<EOF⏎a⏎b⏎EOF⏎c                 → (SEQ (cat heredoc:EOF{'a⏎b⏎'}) (c))
                cat <<EOF >f && b⏎a⏎EOF             → (AND (cat heredoc:EOF{'a⏎'} output:f) (b))
                cat <<EOF⏎$x `b` $(c) \\$y "z" \\n⏎EOF → (cat heredoc:EOF{${x}' '$[(b)]' '$[(c)]' $y "z" \\n⏎'})
                cat <<'EOF'⏎$x \\$y⏎EOF             → (cat heredoc:'EOF'{'$x \\$y⏎'})
                cat <<E\\OF⏎$x⏎EOF                  → (cat heredoc:E'O'F{'$x⏎'})
                cat <<-EOF⏎⇥a⏎⇥⇥b $x⏎⇥EOF           → (cat heredoc:EOF{'a⏎b '${x}'⏎'})
                cat <<-EOF⏎⇥a\\⏎⇥b⏎⇥EOF             → (cat heredoc:EOF{'a⇥b⏎'})
                cat <<EOF⏎⇥EOF⏎EOF                  → (cat heredoc:EOF{'⇥EOF⏎'})
                cat <<EOF⏎a\\⏎EOF⏎EOF               → (cat heredoc:EOF{'aEOF⏎'})
                cat <<A - <<'B'⏎a⏎A⏎b⏎B             → (cat - heredoc:A{'a⏎'} heredoc:'B'{'b⏎'})
                cat <<EOF⏎EOF                       → (cat heredoc:EOF{})
                cat <<EOF⏎a                         → (cat heredoc:EOF{'a'})
                cat <<EOF                           → (cat heredoc:EOF)
                if a <<E; then b⏎c⏎E⏎fi             → (IF (a heredoc:E{'c⏎'}) (b))
                echo $(cat <<E⏎a $(b <<F⏎c⏎F⏎)⏎E⏎)  → (echo $[(cat heredoc:E{'a '$[(b heredoc:F{'c⏎'})]'⏎'})])
                cat <<EOF⏎$(⏎EOF⏎a                  → (SEQ (cat heredoc:EOF{$[(OPAQUE ')' expected)]}) (a))
                """);
    }

    @TestFactory
    Stream<DynamicTest> compoundCommands() {
        return ScriptTable.trees("""
                { a; b; }                     → (GROUP (SEQ (a) (b)))
                {⏎a⏎}                         → (GROUP (a))
                {(a)}                         → (GROUP (SUBSHELL (a)))
                (a;b)&&c                      → (AND (SUBSHELL (SEQ (a) (b))) (c))
                ((a); b)                      → (SUBSHELL (SEQ (SUBSHELL (a)) (b)))
                if a; then b; fi              → (IF (a) (b))
                if a⏎then b⏎elif c⏎then d⏎else e⏎fi → (IF (a) (b) (c) (d) ELSE (e))
                if (a) then { b; } fi         → (IF (SUBSHELL (a)) (GROUP (b)))
                for x in a $b; do c; done     → (FOR x IN a ${b} DO (c))
                for x in; do c; done          → (FOR x IN DO (c))
                for x⏎in a⏎do c⏎done          → (FOR x IN a DO (c))
                for x; do c; done             → (FOR x DO (c))
                for x do c; done              → (FOR x DO (c))
                while a; do b; done <f        → (WHILE (a) (b) input:f)
                until a; do b; done           → (UNTIL (a) (b))
                case $x in a) b;; esac        → (CASE ${x} a (b))
                case x in (a|'b c') d;; *) esac → (CASE x a|'b c' (d) * (SEQ))
                case x⏎in⏎a)⏎b⏎;;⏎⏎c) d⏎esac  → (CASE x a (b) c (d))
                case x in esac                → (CASE x)
                f() { a; }                    → (FUNCTION f (GROUP (a)))
                f ( )⏎(a) >g                  → (FUNCTION f (SUBSHELL (a) output:g))
                function f { a; }             → (FUNCTION f (GROUP (a)))
                function f() { a; }           → (FUNCTION f (GROUP (a)))
                """);
    }

    @TestFactory
    Stream<DynamicTest> conditionals() {
        return ScriptTable.trees("""
                [[ -f a ]] && b               → (AND (TEST -f a) (b))
                [[ a && b || ! c ]]           → (TEST a && b || ! c)
                [[ (a < b) ]]                 → (TEST ( a < b ))
                [[ $a =~ ^(b|c)$ ]]           → (TEST ${a} =~ ^(b|c)$)
                [[ a == *.txt⏎]] 2>f          → (TEST a == *.txt 2output:f)
                [[a ]]                        → ([[a ]])
                [ a ] ]]                      → ([ a ] ]])
                """);
    }

    /** What only one of the shells has, or the tree has no node for, spoils no more than its command. */
    @TestFactory
    Stream<DynamicTest> opaqueCommands() {
        return ScriptTable.trees("""
                a=(1 "2)" $(b)) c; d                → (SEQ (OPAQUE array or extended glob) (d))
                local a=(1⏎# two⏎2); d              → (SEQ (OPAQUE array or extended glob) (d))
                a[0]=b; d                           → (SEQ (OPAQUE array or extended glob) (d))
                rm !(a|b); d                        → (SEQ (OPAQUE array or extended glob) (d))
                ((a = 1 + (2))) && d                → (AND (OPAQUE arithmetic command) (d))
                for ((i=0; i<3; i++)); do a; done; d → (SEQ (OPAQUE arithmetic loop) (d))
                case a in a) b;& c) e;;& esac; d    → (SEQ (OPAQUE case that goes on after a clause) (d))
                echo `if` b                         → (echo $[(OPAQUE unexpected end)] b)
                """);
    }

    /** Nobody knows where a command ends: the whole script is opaque. */
    @TestFactory
    Stream<DynamicTest> lostStructure() {
        return ScriptTable.trees("""
                a; echo 'b          → (OPAQUE single quote not closed)
                a; echo $'b         → (OPAQUE single quote not closed)
                a; echo "b          → (OPAQUE '"' expected)
                a; echo `b          → (OPAQUE backquote not closed)
                a; echo $(b         → (OPAQUE ')' expected)
                a; echo ${b         → (OPAQUE '}' expected)
                (a                  → (OPAQUE ')' expected)
                a )                 → (OPAQUE unexpected ')')
                { a }               → (OPAQUE '}' expected)
                if a; then b        → (OPAQUE 'fi' expected)
                if a; b; fi         → (OPAQUE 'then' expected)
                if a; then fi       → (OPAQUE unexpected 'f')
                fi                  → (OPAQUE unexpected 'f')
                for x in a do b     → (OPAQUE unexpected end)
                for 1 in a; do b; done → (OPAQUE unexpected '1')
                while a; done       → (OPAQUE 'do' expected)
                case a in b c;; esac → (OPAQUE ')' expected)
                [[ a; b             → (OPAQUE ']]' expected)
                a;;b                → (OPAQUE unexpected ';')
                ;a                  → (OPAQUE unexpected ';')
                a & ; b             → (OPAQUE unexpected ';')
                && a                → (OPAQUE unexpected '&')
                a &&                → (OPAQUE unexpected end)
                a | ! b             → (OPAQUE unexpected '!')
                ()                  → (OPAQUE unexpected ')')
                a (b)               → (OPAQUE unexpected '(')
                (a) b               → (OPAQUE unexpected 'b')
                a >                 → (OPAQUE word expected)
                cat <<$a⏎b⏎         → (OPAQUE expansion in a delimiter)
                a $(b <<E)⏎E        → (OPAQUE here-document without body in a command substitution)
                """);
    }
}
