package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkflowCommandTest {

    @Test
    void namesFileAndPlace() {
        assertThat(command(Severity.ERROR, "Dockerfile", new Span(12, 15), Message.of("no apk")))
                .isEqualTo(
                        "::error file=web/Dockerfile,line=2,endLine=2,col=1,endColumn=4,title=alpine-check someRule::no apk");
        assertThat(command(Severity.INFO, "Dockerfile", new Span(0, 3), Message.of("x")))
                .startsWith("::notice file=");
    }

    @Test
    void ofSeveralLinesNoColumnsAreKnown() {
        assertThat(command(Severity.WARNING, "Dockerfile", new Span(5, 15), Message.of("x")))
                .isEqualTo("::warning file=web/Dockerfile,line=1,endLine=2,title=alpine-check someRule::x");
    }

    @Test
    void whatTheRunnerWouldObeyIsEscaped() {
        assertThat(command(
                        Severity.ERROR,
                        "a:b,c%\n::error::x",
                        new Span(0, 0),
                        Message.of("100%\r\n::set-env::", "help")))
                .isEqualTo("::error file=web/a%3Ab%2Cc%25%0A%3A%3Aerror%3A%3Ax,line=1,endLine=1,col=1,endColumn=1,"
                        + "title=alpine-check someRule::100%25%0D%0A::set-env::%0Ahelp");
    }

    private static String command(Severity severity, String name, Span span, Message message) {
        SourceText source = SourceText.of(name, "FROM alpine\nRUN apk\n");
        return WorkflowCommand.of(
                new Finding("someRule", severity, source, span, OptionalInt.empty(), message, Optional.empty()),
                "web/");
    }
}
