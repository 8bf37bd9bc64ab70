package io.github.alpinecheck.rules.commands;

import io.github.alpinecheck.alpine.Ash;
import io.github.alpinecheck.alpine.Ash.Feature;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.ContainerStart;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Script;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.shell.Redirection;
import io.github.alpinecheck.shell.SyntaxTree;
import io.github.alpinecheck.shell.Word;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scripts that ash reads are written in what ash of that release knows, not in what only bash does. */
@RuleName("portableShell")
public final class PortableShell extends Rule {

    /** Programs whose words are names of files or packages. Those of others may mean the braces: curl, sed, echo of JSON. */
    private static final Set<String> TAKE_NAMES = Set.of(
            "apk", "cat", "chgrp", "chmod", "chown", "cp", "install", "ln", "ls", "mkdir", "mv", "rm", "rmdir",
            "touch");

    private static final String BINSH = "-binsh";

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            for (Step step : stage.steps()) {
                step.scripts().forEach(s -> script(context, stage, s));
            }
        }
        context.build()
                .result()
                .ifPresent(stage -> ContainerStart.of(stage)
                        .forEach(c -> c.start().scripts().forEach(s -> script(context, stage, s))));
    }

    private static void script(RuleContext context, StageModel stage, Script script) {
        Optional<Release> release = script.before().release();
        if (release.isEmpty() || !script.certain() || !isAsh(script)) {
            return;
        }
        Finder finder = new Finder(context, stage, release.get());
        for (Command command : SyntaxTree.commands(script.syntax())) {
            finder.refused(command);
            finder.braces(command);
            if (command instanceof Command.Sequence sequence) {
                sequence.elements().forEach(finder::background);
            }
        }
        SyntaxTree.straight(script.syntax()).forEach(finder::expanded);
    }

    /** Whether the shell is certainly the one of busybox. */
    private static boolean isAsh(Script script) {
        ImageState image = script.before();
        String name = FileSystem.name(script.shell());
        boolean plain = script.shell().equals(name) || script.shell().equals("/bin/" + name);
        return image.isAlpine()
                && plain
                && (name.equals("sh") || name.equals("ash"))
                && image.files().node("/bin/" + name).isEmpty()
                && image.packages().roots().keySet().stream()
                        .noneMatch(p -> p.endsWith(BINSH) && !p.equals("busybox" + BINSH));
    }

    /** What one script says that ash does not know. */
    private record Finder(RuleContext context, StageModel stage, Release release) {

        private void report(Severity severity, Feature feature, Span span, String key, Object... arguments) {
            if (Ash.load().lacks(feature, release)) {
                context.report(severity, stage.index(), span, context.message(key, arguments));
            }
        }

        /** What ash cannot even read, wherever it stands. */
        void refused(Command command) {
            for (Redirection redirection : SyntaxTree.redirections(command)) {
                if (redirection.operator() == Redirection.Operator.HERE_STRING) {
                    report(Severity.ERROR, Feature.HERE_STRING, redirection.span(), "hereString", release);
                }
            }
            for (Word word : SyntaxTree.words(command)) {
                for (Word.Part part : SyntaxTree.parts(word)) {
                    if (part instanceof Word.ProcessSubstitution) {
                        report(
                                Severity.ERROR,
                                Feature.PROCESS_SUBSTITUTION,
                                part.span(),
                                "processSubstitution",
                                release);
                    }
                }
            }
        }

        /** What fails when it is expanded. */
        void expanded(Command command) {
            if (command instanceof Command.Conditional conditional) {
                conditional.words().stream()
                        .filter(w -> w.literal().filter("=~"::equals).isPresent())
                        .forEach(w -> report(Severity.ERROR, Feature.REGEX_MATCH, w.span(), "regexMatch", release));
            }
            for (Word word : SyntaxTree.words(command)) {
                for (Word.Part part : SyntaxTree.parts(word)) {
                    if (part instanceof Word.Parameter parameter) {
                        parameter(parameter);
                    }
                }
            }
        }

        private void parameter(Word.Parameter parameter) {
            String operator = parameter.operator();
            if (operator.startsWith("^") || operator.startsWith(",")) {
                report(Severity.ERROR, Feature.CASE_MODIFICATION, parameter.span(), "caseModification", release);
            } else if (operator.startsWith("!")) {
                report(Severity.ERROR, Feature.INDIRECTION, parameter.span(), "indirection", release);
            }
        }

        void braces(Command command) {
            if (command instanceof Command.Simple simple) {
                List<Word> words = simple.words();
                Optional<String> program =
                        words.isEmpty() ? Optional.empty() : words.get(0).literal();
                if (program.filter(TAKE_NAMES::contains).isPresent()) {
                    words.stream()
                            .filter(Braces::expand)
                            .forEach(w -> report(
                                    Severity.WARNING,
                                    Feature.BRACE_EXPANSION,
                                    w.span(),
                                    "braces",
                                    release,
                                    program.get(),
                                    text(w)));
                }
            } else if (command instanceof Command.For loop) {
                loop.words().stream()
                        .flatMap(List::stream)
                        .filter(Braces::expand)
                        .forEach(w -> report(
                                Severity.WARNING, Feature.BRACE_EXPANSION, w.span(), "bracesInLoop", release, text(w)));
            }
        }

        private String text(Word word) {
            return context.build().dockerfile().source().text(word.span());
        }

        /** {@code a \&& b}: somebody has escaped the line end and then joined the lines. */
        void background(Command.Sequence.Element element) {
            Command last = element.command();
            while (last instanceof Command.AndOr both) {
                last = both.right();
            }
            if (element.background()
                    && last instanceof Command.Simple simple
                    && simple.words().size() > 1) {
                Word word = simple.words().get(simple.words().size() - 1);
                boolean escaped = word.parts().size() == 1
                        && word.parts().get(0) instanceof Word.Literal literal
                        && literal.quoted()
                        && literal.value().toString().equals("&")
                        && text(word).startsWith("\\");
                if (escaped) {
                    context.report(
                            Severity.WARNING,
                            stage.index(),
                            word.span(),
                            context.message("escapedAnd", text(simple.words().get(0))));
                }
            }
        }
    }
}
