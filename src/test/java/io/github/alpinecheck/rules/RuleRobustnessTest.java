package io.github.alpinecheck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a Dockerfile says, the model and all rules come to an end, without an exception. */
class RuleRobustnessTest {

    private static final List<String> SAMPLES = List.of("""
            ARG RELEASE=3.22
            FROM alpine:${RELEASE} AS base
            ENV TZ=Asia/Beijing PACKAGES="curl tzdata"
            RUN sed -i -e 's!http://dl-cdn.alpinelinux.org!https://mirrors.ustc.edu.cn!g;/edge/d' /etc/apk/repositories \\
                # a comment
                && apk add --virtual .deps $PACKAGES && cp /usr/share/zoneinfo/$TZ /etc/localtime; apk del .deps
            """, """
            FROM eclipse-temurin:21 AS build
            RUN $JAVA_HOME/bin/jlink --add-modules java.base --output=/out/jre
            FROM amazoncorretto:21-alpine3.22
            COPY --from=build /out /opt
            COPY company.crt /usr/local/share/ca-certificates/
            HEALTHCHECK --interval=3s CMD curl -f http://localhost/ || exit 1
            ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]
            """, """
            FROM alpine:3.12
            SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
            RUN <<EOF
            for f in /etc/*.conf a b; do [ -e "$f" ] || { touch "$f"; continue; }; done
            case "$(uname -m)" in x86_64) A=1;; *) exit 1;; esac
            [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf
            EOF
            COPY <<one <<-"two" /etc/
            a $TZ
            one
            	b
            	two
            RUN update-ca-certificates && if command -v git; then git clone x; else wget -O- x | sh; fi
            """, """
            FROM alpine
            WORKDIR /app
            RUN --mount=type=cache,target=/var/cache/apk apk update && f() { while read -r l; do echo "${l%%-*}" | tee -a x; done; }; f < /etc/hosts
            RUN ln -snf /usr/share/zoneinfo/${TZ:-UTC} /etc/localtime && printf '%s\\n' "$TZ" > /etc/timezone && rm -rf /var/cache/apk/* /tmp/?
            ADD https://example.org/x.tar.gz /
            CMD exec bash -c 'curl x | jq .'
            """);

    private static final List<String> PIECES = List.of(
            "\\\n",
            "\n",
            "$",
            "${",
            "}",
            "$(",
            ")",
            "`",
            "'",
            "\"",
            "\\",
            "|",
            "||",
            "&&",
            ";",
            "&",
            "<<EOF",
            "EOF\n",
            ">",
            ">>",
            "/",
            "..",
            "*",
            "[",
            "]",
            "{a,b}",
            "~",
            "#",
            "!",
            "=",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "\uFEFF",
            "é",
            "RUN ",
            "FROM ",
            "COPY ",
            "ENV TZ=",
            "ARG X\n",
            "ONBUILD ",
            "--from=",
            "set -e; ",
            "apk add ",
            "rm -rf ",
            "sed -i s/a/b/ ",
            "ln -s ",
            "cp ",
            "mv / ",
            "cd ..; ",
            "if ",
            "then ",
            "fi; ",
            "for i in ",
            "do ",
            "done ",
            "exit 0; ",
            "trap x EXIT; ",
            "alias a=b; ",
            "eval ",
            "sh -c ",
            "exec ",
            "/etc/localtime ",
            "/etc/apk/repositories ");

    private static final List<ConfiguredRule> RULES = rules();

    private static List<ConfiguredRule> rules() {
        try {
            RuleCatalog catalog = RuleCatalog.load(RuleRobustnessTest.class.getClassLoader());
            ConfigurationElement mirror = new ConfigurationElement(
                    "requiredMirror",
                    "",
                    List.of(RuleSpec.parameters("urls", "https://mirrors.ustc.edu.cn/alpine")),
                    "");
            return RuleSetReader.read(catalog, RuleSetReader.defaults(catalog), List.of(mirror));
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(String dockerfile) {
        SourceText source = SourceText.of("Dockerfile", dockerfile);
        Build build =
                Interpreter.interpret(Dockerfile.parse(source), BuildOptions.on(RuleSpec.AS_OF), BuildContext.UNKNOWN);
        Span file = new Span(0, dockerfile.length());
        for (ConfiguredRule rule : RULES) {
            for (Finding finding : rule.check(build, Project.UNKNOWN, RuleSpec.AS_OF, Locale.ENGLISH)) {
                assertThat(file.contains(finding.span()))
                        .as("%s at %s", finding.message().text(), finding.span())
                        .isTrue();
            }
        }
    }

    @Test
    void noMutationOfADockerfileBreaksARule() {
        Random random = new Random(20261123);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
            for (int i = random.nextInt(6); i >= 0; i--) {
                mutate(text, random);
            }
            String dockerfile = text.toString();
            assertThatCode(() -> check(dockerfile)).as(dockerfile).doesNotThrowAnyException();
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(30));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
            case 2 -> text.insert(at, SAMPLES.get(random.nextInt(SAMPLES.size())));
            default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    /** Files whose straightforward evaluation would take hours, a stack of any size or all memory. */
    static Stream<String> hostile() {
        String list = "a b c d e f g h i j ".repeat(6);
        return Stream.of(
                        "for a in " + list + "; do for b in " + list + "; do for c in " + list + "; do for d in " + list
                                + "; do touch /$a$b$c$d; done; done; done; done",
                        "for a in " + "x ".repeat(100_000) + "; do apk add $a; done",
                        "( ".repeat(5_000) + "a" + " )".repeat(5_000),
                        "if a; then ".repeat(2_000) + "b" + "; fi".repeat(2_000),
                        "echo " + "$(echo ".repeat(500) + "a" + ")".repeat(500),
                        "a" + " && apk add b".repeat(20_000),
                        "f() { f; f; }; f",
                        "f() { f | f; }; g() { f & f; }; g",
                        "while true; do while true; do while true; do apk add a; done; done; done",
                        "a=x; " + "a=$a$a$a$a; ".repeat(60) + "echo $a > /etc/timezone",
                        "while true; do a=$a$a; echo $a >> /etc/timezone; done",
                        "echo " + "a".repeat(2_000_000) + " > /etc/timezone",
                        "echo x > /etc/timezone; " + "cat /etc/timezone /etc/timezone >> /etc/timezone; ".repeat(80),
                        "sed -i -E 's/(a|aa|aaa)*b/c/' /etc/apk/repositories; echo " + "a".repeat(5_000)
                                + " > /etc/apk/repositories; sed -i -E 's/((a*)*)*b/c/;s/(a|a)*(a|a)*(a|a)*$/x/' /etc/apk/repositories",
                        "sed -i 's/" + "\\(".repeat(3_000) + "a" + "\\)".repeat(3_000) + "/b/' /etc/apk/repositories",
                        "sed -i '" + "s/a/aa/g;".repeat(200) + "' /etc/apk/repositories",
                        "sed -i ':a;s/x/xx/;ta' /etc/apk/repositories",
                        "ln -s /a /b; ln -s /b /a; cat /a/b/c; cp /a /etc/localtime",
                        "ln -s a/b/c /a; echo x > /a/a/a/a/a",
                        "sh -c \"sh -c 'sh -c \\\"sh -c a\\\"'\"; " + "sh -c '".repeat(300),
                        "mkdir -p " + "/a".repeat(50_000) + "; cp -r / " + "/a".repeat(50_000),
                        "case " + "a".repeat(3_000) + " in " + "*a".repeat(200) + "b) x;; esac",
                        "x=" + "a".repeat(4_000) + "; echo ${x##" + "*a".repeat(100) + "b}",
                        "printf '" + "%s".repeat(50_000) + "' a > /etc/timezone",
                        "printf '%100000000d' 1 > /etc/timezone; printf '%s%s' " + "a ".repeat(50_000))
                .map(script -> "FROM alpine:3.22\nRUN " + script + "\nCMD " + script + "\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileScriptsComeToAnEnd(String dockerfile) {
        assertThatCode(() -> check(dockerfile)).doesNotThrowAnyException();
    }

    @Test
    void soDoManyStages() {
        StringBuilder dockerfile = new StringBuilder("FROM alpine:3.22 AS s0\nRUN apk add a\n");
        for (int i = 1; i < 2_000; i++) {
            dockerfile
                    .append("FROM s")
                    .append(i - 1)
                    .append(" AS s")
                    .append(i)
                    .append("\nRUN apk add p")
                    .append(i);
            dockerfile.append("\nCOPY --from=s0 /x /x\n");
        }
        assertThatCode(() -> check(dockerfile.toString())).doesNotThrowAnyException();
    }

    @Test
    void andManyInstructions() {
        String dockerfile =
                "FROM alpine:3.22\n" + "RUN echo a >> /etc/timezone && apk add b\nENV A=$A$A TZ=x\n".repeat(3_000);
        assertThatCode(() -> check(dockerfile)).doesNotThrowAnyException();
    }
}
