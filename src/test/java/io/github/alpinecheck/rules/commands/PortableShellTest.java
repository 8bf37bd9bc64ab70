package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PortableShellTest {

    private final RuleSpec rule = RuleSpec.of("portableShell");

    private DynamicTest catches(String release, String script, String finding) {
        return rule.catches(script, "FROM alpine:" + release + "\nRUN " + script + "\n", "2: " + finding);
    }

    private DynamicTest leaves(String script) {
        return rule.leaves(script, "FROM alpine:3.12\nRUN " + script + "\n");
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                catches(
                        "3.22",
                        "mkdir -p /app/{conf,logs}",
                        "«/app/{conf,logs}» warning: ash of Alpine 3.22 does not expand braces: mkdir gets /app/{conf,logs} as one name"),
                catches(
                        "3.22",
                        "rm -rf $HOME/{.cache,.npm}",
                        "«$HOME/{.cache,.npm}» warning: ash of Alpine 3.22 does not expand braces: rm gets $HOME/{.cache,.npm} as one name"),
                catches(
                        "3.22",
                        "cp /etc/app.conf{,.bak}",
                        "«/etc/app.conf{,.bak}» warning: ash of Alpine 3.22 does not expand braces: cp gets /etc/app.conf{,.bak} as one name"),
                catches(
                        "3.22",
                        "apk add --no-cache php8-{curl,json}",
                        "«php8-{curl,json}» warning: ash of Alpine 3.22 does not expand braces: apk gets php8-{curl,json} as one name"),
                catches(
                        "3.22",
                        "for i in {1..5}; do wget -q http://a/$i; done",
                        "«{1..5}» warning: ash of Alpine 3.22 does not expand braces: the loop runs once, with {1..5}"),
                catches(
                        "3.22",
                        "sh -c 'mkdir /{a,b}'",
                        "«/{a,b}» warning: ash of Alpine 3.22 does not expand braces: mkdir gets /{a,b} as one name"),
                catches(
                        "3.22",
                        "grep a <<< abc",
                        "«<<< abc» error: ash of Alpine 3.22 has no <<<: the script stops with a syntax error"),
                catches(
                        "3.14",
                        "diff <(ls /a) /b",
                        "«<(ls /a)» error: ash of Alpine 3.14 has no <( ): the script stops with a syntax error"),
                catches(
                        "3.13",
                        "[[ $(uname -m) =~ arm ]] && touch /arm",
                        "«=~» error: [[ ]] in ash of Alpine 3.13 does not know =~"),
                catches(
                        "3.22",
                        "A=abc; echo ${A^^}",
                        "«${A^^}» error: ash of Alpine 3.22 cannot change the case in an expansion: the script stops with \"bad substitution\""),
                catches(
                        "3.22",
                        "A=PATH; echo \"${!A}\"",
                        "«${!A}» error: ash of Alpine 3.22 has no indirect expansion: the script stops with \"bad substitution\""),
                catches(
                        "3.22",
                        "apk update \\&& apk add curl",
                        "«\\&» warning: \\& is a word for apk, and the & after it sends apk to the background: nobody looks at its failure"),
                rule.catches(
                        "in CMD",
                        """
                        FROM alpine:3.22
                        CMD grep a <<< "$A"
                        """,
                        "2: «<<< \"$A\"» error: ash of Alpine 3.22 has no <<<: the script stops with a syntax error"),
                rule.catches(
                        "in a here-document",
                        """
                        FROM alpine:3.22
                        RUN <<EOF
                        mkdir /{a,b}
                        EOF
                        """,
                        "3: «/{a,b}» warning: ash of Alpine 3.22 does not expand braces: mkdir gets /{a,b} as one name"));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        return List.of(
                leaves("[[ -n $A && a == b* ]]"),
                leaves("set -o pipefail; source /etc/profile; echo a &> /b"),
                leaves("A=abc; echo ${A/a/b} ${A:0:1} ${A//a/b} ${#A}"),
                leaves("function f { echo a; }; f"),
                leaves("mkdir '/{a,b}' \"/{c,d}\" /\\{e,f\\}"),
                leaves("curl -O http://example.org/{a,b}"),
                leaves("find /a -exec rm {} +; find /b -exec rm {} \\;"),
                leaves("grep -E a{1,3} /etc/passwd; awk {print} /etc/passwd"),
                leaves("echo {\"a\":1,\"b\":2} > /a.json"),
                leaves("mkdir ${A:-a,b} {a} $A"),
                leaves("A={a,b}"),
                leaves("bash -c 'mkdir /{a,b}; cat <<< x'"),
                leaves("if [ -n \"$BASH_VERSION\" ]; then echo ${A^^}; fi"),
                leaves("apk update && apk add curl & wait"),
                leaves("echo 'a' '&'& wait"),
                rule.leaves("SHELL is bash", """
                        FROM alpine:3.22
                        RUN apk add --no-cache bash
                        SHELL ["/bin/bash", "-c"]
                        RUN mkdir /{a,b}; cat <<< x
                        """),
                rule.leaves("sh is bash", """
                        FROM alpine:3.22
                        RUN apk add --no-cache bash && ln -sf /bin/bash /bin/sh
                        RUN mkdir /{a,b}
                        """),
                rule.leaves("sh is dash", """
                        FROM alpine:3.22
                        RUN apk add --no-cache dash-binsh
                        RUN mkdir /{a,b}
                        """),
                rule.leaves("the releases that know it", """
                        FROM alpine:3.15
                        RUN cat <(echo a); [[ a =~ a ]]
                        """),
                rule.leaves("no Alpine", """
                        FROM debian:12
                        RUN mkdir /{a,b}
                        """),
                rule.leaves("edge", """
                        FROM alpine:edge
                        RUN mkdir /{a,b}
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(rule.helps("what to write", """
                        FROM alpine:3.22
                        RUN mkdir /{a,b}
                        """, "write the names out one by one"));
    }
}
