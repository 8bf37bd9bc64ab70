package io.github.alpinecheck.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.alpinecheck.dockerfile.ExpansionException.Reason;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables of this class {@code …} is an unknown part, and no column is quoted. */
class WordExpanderTest {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("HOME", "/root"),
            Map.entry("NULL", ""),
            Map.entry("SPACED", "a  b c"),
            Map.entry("FILE", "app-1.2.tar.gz"),
            Map.entry("PATHS", "/a/b/a/c"),
            Map.entry("STARS", "a***yy*"),
            Map.entry("GLOB", "*a"),
            Map.entry("WHALES", "🐳x🐳"),
            Map.entry("ANY", "…"),
            Map.entry("HALF", "v…"),
            Map.entry("größe", "groß"));

    private static final Variables VARIABLES =
            name -> Optional.ofNullable(VALUES.get(name)).map(value -> new PartialString(value.replace('…', '\uFFFF')));

    private final WordExpander expander = new WordExpander('\\');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            emptyValue = "",
            value = {
                // quotes and escapes
                "plain          | plain",
                "'single $HOME' | single $HOME",
                "\"a $HOME\"    | a /root",
                "a\\ b          | a b",
                "\\$HOME        | $HOME",
                "\"a\\b\"       | a\\b",
                "\"a\\\"b\"     | a\"b",
                "'a\\b'         | a\\b",
                "a\\            | a",
                "a\"b\"'c'      | abc",
                // variables
                "$HOME/bin      | /root/bin",
                "${HOME}bin     | /rootbin",
                "$HOMEbin       | ",
                "$größe         | groß",
                "$              | $",
                "$.             | $.",
                "a$1b           | ab",
                "$UNSET-x       | -x",
                // defaults
                "${HOME:-x}     | /root",
                "${NULL:-x}     | x",
                "${NULL-x}      | ",
                "${UNSET-x}     | x",
                "${UNSET:-'a}'} | a}",
                "${UNSET:-${NULL:-$HOME}} | /root",
                "${HOME+x}      | x",
                "${NULL+x}      | x",
                "${NULL:+x}     | ",
                "${UNSET+x}     | ",
                "${HOME?no}     | /root",
                "${NULL?no}     | ",
                // patterns
                "${FILE#*-}     | 1.2.tar.gz",
                "${FILE%.*}     | app-1.2.tar",
                "${FILE%%.*}    | app-1",
                "${FILE##*.}    | gz",
                "${FILE#???-}   | 1.2.tar.gz",
                "${FILE#x}      | app-1.2.tar.gz",
                "${FILE%}       | app-1.2.tar.gz",
                "${STARS%%\\**\\*} | a",
                "${STARS#a\\*}  | **yy*",
                "${PATHS/a/x}   | /x/b/a/c",
                "${PATHS//a/x}  | /x/b/x/c",
                "${PATHS//\\//} | abac",
                "${PATHS/\\/*/x} | x",
                "${PATHS/z/x}   | /a/b/a/c",
                "${PATHS//$GLOB/x} | x/c",
                "${NULL//a/b}   | ",
                "${UNSET#a}     | ",
                "${WHALES/?/y}  | yx🐳",
                "${WHALES%?}    | 🐳x",
                "${HOME//$NULL/-} | -/-r-o-o-t-",
            })
    void expands(String word, String value) throws ExpansionException {
        assertThat(expander.expand(word, VARIABLES)).hasToString(value == null ? "" : value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "x$ANY.         | x….",
                "x${project.version}.jar | x….jar", // Maven's, which fills it in before
                "${a.base-image} | …",
                "${ANY:-y}      | …", // it may be empty, or not set
                "${ANY-y}       | …",
                "${ANY:+y}      | …",
                "${ANY+y}       | …",
                "${HALF:-y}     | v…", // it is neither
                "${HALF-y}      | v…",
                "${HALF:+y}     | y",
                "${HALF+y}      | y",
                "${ANY:?no}     | …", // if the build goes on
                "${HALF?no}     | v…",
                "${UNSET:-$ANY} | …",
                "${NULL:-x$HALF} | xv…",
                "${HALF#v}      | …", // what a pattern leaves of an unknown value
                "${HALF%%x}     | …",
                "${FILE#$ANY}   | …",
                "${FILE/$ANY/x} | …",
                "${FILE/a/$ANY} | …",
                "${FILE//a/\\$1} | …", // Go reads a $ there in its own way
            })
    void whatDependsOnTheUnknownIsUnknown(String word, String value) throws ExpansionException {
        assertThat(expander.expand(word, VARIABLES)).hasToString(value);
    }

    @Test
    void whatIsEmptyEitherWayIsKnown() throws ExpansionException {
        assertThat(expander.expand("${ANY:+}", VARIABLES)).isEqualTo(PartialString.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "it's           | UNTERMINATED_QUOTE | 2",
                "a \"b          | UNTERMINATED_QUOTE | 2",
                "\"b\\\"        | UNTERMINATED_QUOTE | 0",
                "x${            | BAD_SUBSTITUTION   | 1",
                "x${}           | BAD_SUBSTITUTION   | 1",
                "${:-x}         | BAD_SUBSTITUTION   | 0",
                "${HOME         | BAD_SUBSTITUTION   | 0",
                "${HOME:-x      | BAD_SUBSTITUTION   | 0",
                "${HOME:x}      | BAD_SUBSTITUTION   | 0",
                "${HOME:#x}     | BAD_SUBSTITUTION   | 0",
                "${HOME,,}      | BAD_SUBSTITUTION   | 0", // bash's, not BuildKit's
                "${HOME^}       | BAD_SUBSTITUTION   | 0",
                "${.x}          | BAD_SUBSTITUTION   | 0",
                "${a.}          | BAD_SUBSTITUTION   | 0",
                "${a.b          | BAD_SUBSTITUTION   | 0",
                "${a.b:-c}      | BAD_SUBSTITUTION   | 0",
                "${1.b}         | BAD_SUBSTITUTION   | 0",
                "${HOME=x}      | BAD_SUBSTITUTION   | 0",
                "${HOME/a}      | BAD_SUBSTITUTION   | 0",
                "${#HOME}       | BAD_SUBSTITUTION   | 0",
                "a${HOME:-${x}  | BAD_SUBSTITUTION   | 1",
                "${HOME#\\x}    | BAD_PATTERN        | 0",
                "x${UNSET?}     | MISSING_VALUE      | 1",
                "${UNSET:?}     | MISSING_VALUE      | 0",
                "${NULL:?}      | MISSING_VALUE      | 0",
            })
    void refuses(String word, Reason reason, int index) {
        assertThatThrownBy(() -> expander.expand(word, VARIABLES))
                .asInstanceOf(type(ExpansionException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.index()).isEqualTo(index);
                    assertThat(refusal.getMessage()).isNotBlank();
                });
    }

    @Test
    void theMessageOfAMissingValueIsTheAuthors() {
        assertThatThrownBy(() -> expander.expand("${UNSET:?set it to $HOME}", VARIABLES))
                .hasMessage("UNSET: set it to /root");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "80 443             | 80,443",
                "  a   b            | a,b",
                "'a b' \"c d\" e\\ f | a b,c d,e f",
                "x$SPACED           | xa,b,c",
                "\"x$SPACED\"       | xa  b c",
                "${UNSET:-1 2}/tcp  | 1,2/tcp",
                "a$NULL '' b        | a,b",
                "a << b             | a,<< b",
                "p$ANY              | p…",
            })
    void splitsWords(String words, String expected) throws ExpansionException {
        assertThat(expander.expandWords(words, VARIABLES))
                .extracting(PartialString::toString)
                .isEqualTo(List.of(expected.split(",")));
    }

    @Test
    void splitsNothingIntoNothing() throws ExpansionException {
        assertThat(expander.expandWords(" $NULL '' ", VARIABLES)).isEmpty();
    }

    @Test
    void theEscapeCharacterIsTheFiles() throws ExpansionException {
        WordExpander windows = new WordExpander('`');

        assertThat(windows.expand("C:\\dir`$x", VARIABLES)).hasToString("C:\\dir$x");
    }

    @Test
    void quotesStayInTheBodyOfAFile() throws ExpansionException {
        String body = "a='$HOME'\nb=\"\\$HOME\" it's\n";

        assertThat(WordExpander.expandBody(body, VARIABLES)).hasToString("a='/root'\nb=\"$HOME\" it's\n");
    }

    @Test
    void aValueThatGrowsWithoutEndIsUnknown() throws ExpansionException {
        PartialString large = PartialString.of("x".repeat(30_000));

        assertThat(expander.expand("$A$A", name -> Optional.of(large)).isKnown())
                .isTrue();
        assertThat(expander.expand("$A$A$A", name -> Optional.of(large)).isKnown())
                .isFalse();
        assertThat(expander.expand("${A//?/yyy}", name -> Optional.of(large)).isKnown())
                .isFalse();
    }

    @Test
    void whatNestsWithoutEndIsRefused() {
        String deep = "${a:-".repeat(100_000) + "}".repeat(100_000);

        assertThatThrownBy(() -> expander.expand(deep, VARIABLES)).isInstanceOf(ExpansionException.class);
    }
}
