package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MaskedFailureTest {

    private final RuleSpec rule = RuleSpec.of("maskedFailure");

    private DynamicTest masks(String title, String script, String excuse, String last, String first) {
        return rule.catches(
                title,
                "FROM alpine:3.22\nRUN " + script + "\n",
                "2: «" + excuse + "» warning: this excuses not only " + last + ": every failure from " + first
                        + " in line 2 on is swallowed, and the build goes on");
    }

    private DynamicTest leaves(String title, String script) {
        return rule.leaves(title, "FROM alpine:3.22\nRUN " + script + "\n");
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                masks("in the middle of a chain", "apk add curl && rm /a || true && curl -O x", "|| true", "rm", "apk"),
                masks("with a colon", "apk add curl && rm /a || : && curl -O x", "|| :", "rm", "apk"),
                masks("three commands", "wget x && tar xf x && ./x || true && rm x", "|| true", "./x", "wget"),
                masks("behind tests", "[ -e /a ] && mv /a /b && chmod 1 /b || true && ls", "|| true", "chmod", "mv"),
                masks("a pipe in it", "wget -O- x | tar x && make || true && make install", "|| true", "make", "wget"),
                masks("in a group", "{ mkdir a && touch b || true && rm c; }", "|| true", "touch", "mkdir"),
                masks("in a subshell", "(mkdir a && touch b || true && rm c)", "|| true", "touch", "mkdir"),
                masks("in a branch", "if true; then mkdir a && rm b || true && rm c; fi", "|| true", "rm", "mkdir"),
                masks("in sh -c", "sh -c 'mkdir a && rm b || true && rm c'", "|| true", "rm", "mkdir"),
                masks(
                        "after a group that is excused",
                        "{ ls || true; } && cp a b && rm c || true && ls",
                        "|| true",
                        "rm",
                        "cp"),
                masks("another fallback in it", "cp a b && (mv c d || mv e f) || true && ls", "|| true", "(mv", "cp"),
                rule.catches(
                        "over several lines",
                        """
                        FROM alpine:3.9
                        RUN apk add --no-cache ca-certificates && \\
                            apk add --no-cache glibc.apk && \\
                            rm key && \\
                            localedef -i POSIX C.UTF-8 || true && \\
                            echo "export LANG=C.UTF-8" > /etc/profile.d/locale.sh
                        """,
                        "5: «|| true» warning: this excuses not only localedef: every failure from apk in line 2 on is swallowed, and the build goes on"),
                rule.catches(
                        "twice",
                        """
                        FROM alpine:3.22
                        RUN mkdir a && rm b || true && cp c d && rm e || true && ls
                        """,
                        "2: «|| true» warning: this excuses not only rm: every failure from mkdir in line 2 on is swallowed, and the build goes on",
                        "2: «|| true» warning: this excuses not only rm: every failure from cp in line 2 on is swallowed, and the build goes on"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                leaves("one command", "rm /a || true && ls"),
                leaves("one command at the end of a chain of one", "rm /a || true"),
                leaves("in braces", "apk add curl && { rm /a || true; } && ls"),
                leaves("in brackets", "apk add curl && (rm /a || true) && ls"),
                leaves("the whole is meant", "apk add curl && rm /a || true"),
                leaves("the whole of a group is meant", "(cp a b && rm /a || true) && ls"),
                leaves("one after the other", "apk add curl; rm /a || true; ls"),
                leaves("only tests before it", "[ -e /a ] && [ -e /b ] || true && ls"),
                leaves("a test and what it is for", "[ -e /a ] && rm /a || true && ls"),
                leaves("a question and what it is for", "getent group app && delgroup app || true && addgroup app"),
                leaves("a search and what it is for", "grep -q a /b && sed -i s/a/c/ /b || true && ls"),
                leaves("a directory and what happens there", "cd /src && make check || true && make install"),
                leaves("several that are excused", "rm /a || true && rm /b || true && ls"),
                leaves("another command to fall back to", "cp a b && cp c d || cp e f && ls"),
                leaves("it ends the build", "cp a b && cp c d || exit 1 && ls"),
                leaves("a word", "echo 'a && b || true && c'"),
                rule.leaves("no Alpine", """
                        FROM debian:12
                        RUN mkdir a && rm b || true && rm c
                        """),
                rule.leaves("what containers start", """
                        FROM alpine:3.22
                        CMD mkdir a && rm b || true && /app
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(rule.helps("what to write", """
                        FROM alpine:3.22
                        RUN apk add curl && rm /a || true && ls
                        """, "put what may fail in braces: { rm … || true; } &&"));
    }
}
