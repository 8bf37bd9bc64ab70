package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.BaseImages;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script does to an {@code alpine:3.22}. */
class ShellInterpreterTest {

    private static final String MAIN = "https://dl-cdn.alpinelinux.org/alpine/v3.22/main\n";
    private static final String COMMUNITY = "https://dl-cdn.alpinelinux.org/alpine/v3.22/community\n";

    private static ImageState alpine() {
        ImageReference reference = ImageReference.parse("alpine:3.22").orElseThrow();
        return ImageState.of(BaseImages.load().find(reference, LocalDate.of(2026, 11, 23)));
    }

    private static Run run(String script) {
        SourceText source = SourceText.of("script", script);
        ShellInterpreter shell = new ShellInterpreter();
        MappedText text = MappedText.of(source, new Span(0, source.content().length()));
        ImageState image = shell.script(
                        "/bin/sh", text, ShellState.in(alpine()), Fate.LAST, new Output(), PartialString.EMPTY)
                .success()
                .or(() -> Optional.of(ShellState.in(alpine())))
                .orElseThrow()
                .image();
        return new Run(image, shell.invocations());
    }

    private record Run(ImageState image, List<Invocation> invocations) {

        /** The file's content with a question mark for what is unknown; "absent" and "unknown" for such files. */
        String file(String path) {
            FileNode node = image.file(path);
            if (node instanceof FileNode.Regular regular) {
                return regular.content().pattern().replace(PartialString.HOLE, '?');
            }
            return node instanceof FileNode.Link link
                    ? "-> " + link.target()
                    : node.equals(FileNode.ABSENT) ? "absent" : node.equals(FileNode.UNKNOWN) ? "unknown" : "directory";
        }
    }

    @Nested
    class Control {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "echo a > /etc/timezone                                              → a",
                    "echo a > /etc/timezone && echo b > /etc/timezone                    → b",
                    "true && echo a > /etc/timezone                                      → a",
                    "false && echo a > /etc/timezone; true                               → absent",
                    "false || echo a > /etc/timezone                                     → a",
                    "true || echo a > /etc/timezone                                      → absent",
                    "ls x && echo a > /etc/timezone                                      → a",
                    "ls x && echo a > /etc/timezone; true                                → unknown",
                    "ls x || echo a > /etc/timezone                                      → unknown",
                    "set -e; ls x; echo a > /etc/timezone                                → a",
                    "if [ -e /etc/timezone ]; then echo a > /etc/timezone; fi            → absent",
                    "if [ ! -e /etc/timezone ]; then echo a > /etc/timezone; fi          → a",
                    "if ls x; then echo a > /etc/timezone; fi                            → unknown",
                    "if ls x; then echo a > /etc/timezone; else echo a > /etc/timezone; fi → a",
                    "case 3.22 in 3.*) echo a > /etc/timezone;; *) echo b > /etc/timezone;; esac → a",
                    "case $X in 3) echo a > /etc/timezone;; esac                         → absent",
                    "for i in a b; do echo $i >> /etc/timezone; done; true               → a b",
                    "for i in $(ls); do echo $i > /etc/timezone; done                    → unknown",
                    "while read x; do echo b > /etc/timezone; done                       → unknown",
                    "for i in a b; do echo $i > /etc/timezone; break; done               → unknown",
                    "f() { echo $X > /etc/timezone; }; X=a; f                            → a",
                    "(cd /etc && echo a > timezone)                                      → a",
                    "cd /etc; echo a > timezone                                          → a",
                    "(cd /etc); echo a > timezone                                        → absent",
                    "sh -c 'echo a > /etc/timezone'                                      → a",
                    "sh -c \"echo a > /etc/timezone\" && exit 0                          → a",
                    "exit 0; echo a > /etc/timezone                                      → absent",
                    "echo a > /etc/timezone & wait                                       → unknown",
                    "curl -s https://x | sh                                              → unknown",
                    "./install.sh                                                        → unknown",
                    "eval $X                                                             → unknown",
                    "! false && echo a > /etc/timezone                                   → a",
                    "{ echo a; echo b; } > /etc/timezone                                 → a b",
                    "echo a | tee /etc/timezone                                          → a",
                    "echo a | tee -a /etc/timezone > /dev/null                           → a",
                    "env X=1 echo a > /etc/timezone                                      → a",
                    "[[ -f /etc/timezone ]] || echo a > /etc/timezone                    → a",
                    "apk add make && make install → unknown",
                    "(exit 1); echo a > /etc/timezone                                    → a",
                    "(exit 1) || echo a > /etc/timezone                                  → a",
                    "sh -c 'exit 3; :'; echo a > /etc/timezone                           → a",
                    "(ls x || exit 1; echo a) > /etc/timezone; true                      → ?",
                    "set -e; [ -e /etc/timezone ] && true; echo a > /etc/timezone        → a",
                    "set -e; ! true; echo a > /etc/timezone                              → a",
                    "(set -e; false; echo a > /etc/timezone); true                       → absent",
                    "sh -ec 'false; echo a > /etc/timezone' || true                      → absent",
                    "f() { return; echo a > /etc/timezone; }; f                          → unknown",
                    "if ls x; then f() { echo a > /etc/timezone; }; fi; f                → unknown",
                    "case '*' in '*') echo a > /etc/timezone;; esac                      → a",
                    "case b in '*') echo a > /etc/timezone;; esac                        → absent",
                    "X=1; sh -c 'echo $X > /etc/timezone'                                → ?",
                    "X=1; env X=2 sh -c 'echo a$X > /etc/timezone'                       → a2",
                    "echo a > /tmp/x; { cat > /etc/timezone; } < /tmp/x                  → a",
                    "echo a | (true && cat > /etc/timezone)                              → a",
                    "echo a | { ls; cat; } > /etc/timezone                               → ?",
                    "echo a > /etc/timezone > /tmp/x                                     → ``",
                    "ls > /etc/timezone 2>&1                                             → ?",
                    "cat x > /etc/timezone 2>&1                                          → ?",
                    "echo a > /etc/timezone; cat /etc/timezone >> /etc/timezone          → a ?",
                    "{ echo a; echo b > /etc/timezone; } >> /etc/timezone                → unknown",
                    "echo a > /tmp/none/x || echo a > /etc/timezone                      → unknown",
                    "touch /etc/localtime; echo > /etc/localtime/x || echo a > /etc/timezone → a",
                    "echo a > /etc || echo a > /etc/timezone                             → a",
                })
        void aFile(String script, String content) {
            assertThat(run(script).file("/etc/timezone").replace('\n', ' ').trim())
                    .isEqualTo(content);
        }
    }

    @Nested
    class Expansion {

        @TestFactory
        List<DynamicTest> words() {
            return List.of(
                    printed("X=a; echo $X${X}b", "aab"),
                    printed("echo \"a  b\" c", "a  b c"),
                    printed("X='a  b'; echo $X", "a b"),
                    printed("X='a  b'; echo \"$X\"", "a  b"),
                    printed("echo '$X'", "$X"),
                    printed("echo ${X:-d} ${X-d} ${X:+e}", "d d"),
                    printed("X=; echo ${X:-d} ${X-d} ${X:+e}", "d"),
                    printed("X=v; echo ${X:-d} ${X-d} ${X:+e}", "v v e"),
                    printed("X=v3.22.1; echo ${X#v} ${X%.*} ${X%%.*} ${X##*.}", "3.22.1 v3.22 v3 1"),
                    printed("X=a-b-c; echo ${X/-/.} ${X//-/.}", "a.b-c a.b.c"),
                    printed("echo $(echo a)$(printf b)", "ab"),
                    printed("echo `echo a`", "a"),
                    printed("echo a$(uname -m)b", "a?b"),
                    printed("echo $((1+1))", "?"),
                    printed("printf '%s\\n' a b", "a\nb"),
                    printed("printf 'a%%\\tb'", "a%\tb"),
                    printed("echo -n a", "a"),
                    printed("echo -e 'a\\nb'", "a\nb"),
                    printed("echo 'a\\nb'", "a\\nb"),
                    printed("echo ${X:=q} $X", "q q"),
                    printed("cat /etc/apk/repositories | sed -n 1p", MAIN.trim()),
                    printed("echo $PWD", "/"),
                    printed("echo a $(uname) b", "a?b"),
                    printed("printf '%s,%s\\n' $(uname) b", "?"),
                    printed("printf '%s\\n' https://$(uname)/x y", "https://?/x\ny"),
                    printed("X=1; unset X; echo ${X-d}", "d"),
                    printed("echo ${Y:-'a  b'}", "?"),
                    printed("echo \"${Y:-a  b}\"", "a  b"),
                    printed("X='*a'; echo ${X#'*'}", "a"),
                    printed("X=$(echo a; ls); echo \"[$X]\"", "[a?]"),
                    printed("X=b; X=1 :; echo x${X}", "x?"));
        }

        private static DynamicTest printed(String command, String output) {
            return DynamicTest.dynamicTest(
                    command,
                    () -> assertThat(run(command + " > /etc/timezone").file("/etc/timezone"))
                            .isIn(output, output + "\n"));
        }
    }

    @Nested
    class Repositories {

        @TestFactory
        List<DynamicTest> rewritten() {
            String ustc = (MAIN + COMMUNITY).replace("dl-cdn.alpinelinux.org", "mirrors.ustc.edu.cn");
            return List.of(
                    sed("'s/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/g'", ustc),
                    sed("s/dl-cdn.alpinelinux.org/mirrors.ustc.edu.cn/", ustc),
                    sed("-e 's#dl-cdn\\.alpinelinux\\.org#mirrors.ustc.edu.cn#'", ustc),
                    sed("-E 's,https?://dl-cdn.alpinelinux.org,https://mirrors.ustc.edu.cn,'", ustc),
                    sed("-r 's!(http|https)://[^/]+/!https://mirrors.ustc.edu.cn/!'", ustc),
                    sed("'s!http://dl-cdn.alpinelinux.org/!https://mirrors.ustc.edu.cn/!g'", MAIN + COMMUNITY),
                    sed("'s/http[s]*:\\/\\/dl-cdn.alpinelinux.org/https:\\/\\/mirrors.ustc.edu.cn/'", ustc),
                    sed("'s/v[[:digit:]]\\.[[:digit:]]/edge/g'", (MAIN + COMMUNITY).replace("v3.22", "edge2")),
                    sed("'s/http/https/'", (MAIN + COMMUNITY).replace("https", "httpss")),
                    sed("'$ d'", MAIN),
                    sed("'2d'", MAIN),
                    sed("'/community/d'", MAIN),
                    sed("'/community/!d'", COMMUNITY),
                    sed("'1i https://a/main'", "https://a/main\n" + MAIN + COMMUNITY),
                    sed("'$ ahttps://a/testing'", MAIN + COMMUNITY + "https://a/testing\n"),
                    sed(
                            "'s|\\(.*\\)/alpine/\\(.*\\)|\\1/x/\\2&|'",
                            "https://dl-cdn.alpinelinux.org/x/v3.22/main" + MAIN
                                    + "https://dl-cdn.alpinelinux.org/x/v3.22/community" + COMMUNITY),
                    sed(
                            "\"s/dl-cdn.alpinelinux.org/$(uname)/\"",
                            (MAIN + COMMUNITY).replace("dl-cdn.alpinelinux.org", "?")),
                    sed("\"s/$(uname)/x/\"", "?"),
                    sed(
                            "-e 's/https/http/' -e 's/dl-cdn.alpinelinux.org/m/'",
                            "http://m/alpine/v3.22/main\nhttp://m/alpine/v3.22/community\n"),
                    sed("'1,2s/https/http/;s/^#//'", (MAIN + COMMUNITY).replace("https", "http")),
                    sed("-n '/main/p'", MAIN),
                    sed("'/a\\{1,3\\}lpine/s/h/H/2'", MAIN + COMMUNITY),
                    sed("'s/(a*)*b(a*)*b(a*)*c//' -E", MAIN + COMMUNITY),
                    sed("'/MAIN/Id'", "?"),
                    sed("'1,2a x'", "?"),
                    sed("'s/a*\\?/x/'", "?"),
                    sed("'s/\\<main/x/'", "?"),
                    sed("'s/main/\\1/'", "?"),
                    sed("'s/main/\\\\1/'", (MAIN + COMMUNITY).replace("main", "\\1")),
                    sed("'s/main/\\\\\\//'", (MAIN + COMMUNITY).replace("main", "\\/")),
                    sed("-E 's/(t)\\1/x/'", "?"),
                    sed("'s/p/P/2g'", "?"),
                    sed("'s/x*/y/2'", "?"));
        }

        private static DynamicTest sed(String script, String content) {
            return DynamicTest.dynamicTest(
                    script,
                    () -> assertThat(run("sed -i " + script + " /etc/apk/repositories")
                                    .file("/etc/apk/repositories"))
                            .isEqualTo(content));
        }

        @Test
        void theRestOfTheWordBehindTheOptionIsTheSuffixOfABackup() {
            assertThat(run("sed -ie s/https/http/ /etc/apk/repositories").file("/etc/apk/repositories"))
                    .startsWith("http://");
        }
    }

    @Nested
    class Files {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime; true                     → absent",
                    "apk add tzdata && cp /usr/share/zoneinfo/Asia/Shanghai /etc/localtime         → ?",
                    "ln -s /usr/share/zoneinfo/Asia/Shanghai /etc/localtime  → -> /usr/share/zoneinfo/Asia/Shanghai",
                    "ln -sf /usr/share/zoneinfo/PRC /etc/localtime && rm /etc/localtime            → absent",
                    "apk add tzdata && mv /usr/share/zoneinfo/PRC /etc/localtime                   → ?",
                    "touch /etc/localtime                                                          → ''",
                    "mkdir -p /a/b && touch /a/b/c && cp -r /a/b /etc/localtime                    → unknown",
                    "rm -rf /etc                                                                   → absent",
                    "tar xzf x.tgz -C /                                                            → unknown",
                    "tar xzf x.tgz -C /opt                                                         → absent",
                    "tar -C / -xzf x.tgz                                                           → unknown",
                    "wget -O /etc/localtime https://x/y                                            → ?",
                    "wget https://x/y                                                              → absent",
                    "wget 'https://x/y?z=1'                                                        → unknown",
                    "cd /etc && wget https://x/localtime                                           → ?",
                    "wget -P /etc https://x/localtime                                              → ?",
                    "trap 'rm /etc/localtime' EXIT; touch /etc/localtime                           → unknown",
                    "trap 'rm /etc/localtime' INT; touch /etc/localtime                            → ''",
                    "curl -fsSL https://x/y -o /tmp/y                                              → absent",
                    "cp /nothing /etc/localtime || true                                            → unknown",
                    "cp $(ls) /etc/localtime                                                       → unknown",
                    "mkdir /a && ln -s /etc /a/e && touch /a/e/localtime                           → ''",
                    "mkdir /a && ln -s /etc/apk /a/e && touch /a/e/../localtime                    → ''",
                    "mkdir /a && if ls x; then ln -s /etc/localtime /a/l; fi && echo a > /a/l      → unknown",
                    "mkdir /a && touch /a/.b && rm -rf /a/* && mv /a/.b /etc/localtime             → ''",
                    "touch /etc/localtime && rm -r /etc/localtime/                                 → unknown",
                    "mkdir /a && ln -s x /a/l && mv /a/l /etc/localtime                            → -> x",
                    "mkdir /a && touch /a/x && ln /a/x /etc/localtime                              → ?",
                    "touch /etc/localtime && mkdir -p /etc/localtime/x || true                     → ''",
                    "mkdir /a && cd /a && touch x && sed -i.bak s/a/b/ x && mv x.bak /etc/localtime → ''",
                    "mkdir /a && touch /a/x && (cat - /a/x /a/y > /etc/localtime; true)             → ''",
                })
        void localtime(String script, String content) {
            assertThat(run(script).file("/etc/localtime")).isEqualTo(content);
        }

        @Test
        void aCopyKnowsWhereItCameFrom() {
            FileNode node = run("apk add tzdata && cp /usr/share/zoneinfo/PRC /etc/localtime")
                    .image()
                    .file("/etc/localtime");
            assertThat(node)
                    .isInstanceOfSatisfying(
                            FileNode.Regular.class, r -> assertThat(r.copyOf()).contains("/usr/share/zoneinfo/PRC"));
        }
    }

    @Nested
    class Packages {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '→',
                value = {
                    "true                                                    → ABSENT",
                    "apk add tzdata                                          → PRESENT",
                    "apk add --no-cache 'tzdata=2026a-r0' ca-certificates    → PRESENT",
                    "apk add tzdata~2026                                     → PRESENT",
                    "apk add -t .z tzdata                                    → PRESENT",
                    "apk add --virtual=.z tzdata && apk del .z               → ABSENT",
                    "apk add tzdata && apk add -t .z tzdata && apk del .z    → PRESENT",
                    "apk add tzdata && apk del tzdata                        → ABSENT",
                    "apk add tzdata || true                                  → UNKNOWN",
                    "apk add $(cat x)                                        → UNKNOWN",
                    "apk add xyzzy-unheard-of                                → UNKNOWN",
                    "P='curl tzdata'; apk add $P                             → PRESENT",
                    "if ls x; then apk add tzdata; fi                        → UNKNOWN",
                    "apk --no-cache -U add tzdata                            → PRESENT",
                    "apk add --repository http://x/edge tzdata               → PRESENT",
                    "apk add --root /target tzdata                           → ABSENT",
                })
        void tzdata(String script, Presence presence) {
            assertThat(run(script).image().packagePresence("tzdata")).isEqualTo(presence);
        }
    }

    @Nested
    class Programs {

        @Test
        void aProgramThatIsNotThereFails() {
            Run run = run("update-ca-certificates");
            assertThat(run.invocations().get(0).outcome()).isEqualTo(Invocation.Outcome.FAILS);
            assertThat(run.invocations().get(0).consequence()).isEqualTo(Invocation.Consequence.FAILS_BUILD);
            assertThat(run.invocations().get(0).certain()).isTrue();
        }

        @Test
        void whatIsAskedForIsNoCommand() {
            assertThat(run("command -v update-ca-certificates && update-ca-certificates; true")
                            .invocations())
                    .filteredOn(i -> i.runs("update-ca-certificates"))
                    .isEmpty();
        }

        @Test
        void behindAnUnknownConditionNothingIsCertain() {
            assertThat(run("if ls x; then update-ca-certificates; fi").invocations())
                    .filteredOn(i -> i.runs("update-ca-certificates"))
                    .singleElement()
                    .satisfies(i -> assertThat(i.certain()).isFalse());
        }

        @Test
        void aNestedScriptHasItsOwnSpans() {
            String script = "sh -c 'echo a && update-ca-certificates'";
            Invocation inner = run(script).invocations().stream()
                    .filter(i -> i.runs("update-ca-certificates"))
                    .findFirst()
                    .orElseThrow();
            assertThat(script.substring(inner.span().start(), inner.span().end()))
                    .isEqualTo("update-ca-certificates");
        }
    }
}
