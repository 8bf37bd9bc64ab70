package io.github.alpinecheck.engine;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks Dockerfiles: read, parse, interpret, ask the rules, leave out what comments suppress. */
public final class Engine {

    /** Rules that are on in every rule set, until they are turned off by name. */
    public static final Set<String> ALWAYS_ON = Set.of(DockerfileSyntax.NAME, UnusedSuppression.NAME);

    /** Has the texts about what no rule says. */
    private static final ConfiguredRule SYNTAX = new ConfiguredRule(new DockerfileSyntax(), Optional.empty());

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::span).thenComparing(Finding::rule);

    private final List<ConfiguredRule> rules;
    private final Set<String> knownRules;
    private final Settings settings;

    /**
     * An engine for one execution of the goal.
     *
     * @param rules to ask; those of {@link #ALWAYS_ON} only do their work when they are among them
     * @param knownRules the names of all rules that there are
     */
    public Engine(List<ConfiguredRule> rules, Collection<String> knownRules, Settings settings) {
        this.rules = List.copyOf(rules);
        this.knownRules = Set.copyOf(knownRules);
        this.settings = settings;
    }

    /** Checks the files. Whatever is in one of them, the others are checked too. */
    public Report run(Collection<DockerfileInput> inputs) {
        List<CheckedFile> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int suppressed = 0;
        for (DockerfileInput input : inputs.stream()
                .sorted(Comparator.comparing(DockerfileInput::name))
                .toList()) {
            Result result = check(input);
            files.add(result.file());
            findings.addAll(result.findings());
            suppressed += result.suppressed();
        }
        return new Report(files, findings, suppressed);
    }

    private Result check(DockerfileInput input) {
        SourceText source;
        try {
            source = SourceReader.read(input);
        } catch (SourceReader.UnreadableException e) {
            return unreadable(input, e);
        }
        try {
            return check(input, source);
        } catch (RuntimeException | StackOverflowError e) {
            // a mistake of ours must not keep the other files from being checked
            return new Result(new CheckedFile(source, List.of()), List.of(failure(SYNTAX, source, "failed", e)), 0);
        }
    }

    private Result check(DockerfileInput input, SourceText source) {
        Dockerfile dockerfile = Dockerfile.parse(source);
        BuildOptions options = new BuildOptions(
                input.buildArguments(), input.target(), settings.asOf(), new OwnImages(settings.baseImages()));
        Build build = Interpreter.interpret(dockerfile, options, new DirectoryContext(input.contextDirectory()));
        Set<Finding> found = new LinkedHashSet<>();
        for (ConfiguredRule rule : rules) {
            found.addAll(ask(rule, build));
        }
        Suppressions suppressions = Suppressions.of(dockerfile);
        List<Finding> findings = new ArrayList<>(suppressions.remaining(found));
        Set<String> active = rules.stream().map(ConfiguredRule::name).collect(Collectors.toUnmodifiableSet());
        for (ConfiguredRule rule : named(UnusedSuppression.NAME)) {
            findings.addAll(suppressions.remaining(suppressions.unused(rule, knownRules, active, settings.locale())));
        }
        findings.sort(BY_PLACE);
        return new Result(new CheckedFile(source, StageSummary.of(build)), findings, suppressions.suppressed());
    }

    /** A rule that fails, perhaps one of somebody else, takes nothing from the others. */
    private List<Finding> ask(ConfiguredRule rule, Build build) {
        try {
            return rule.check(build, settings.asOf(), settings.locale());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of(failure(rule, build.dockerfile().source(), "ruleFailed", e));
        }
    }

    private Finding failure(ConfiguredRule rule, SourceText source, String key, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return new Finding(
                rule.name(),
                Severity.WARNING,
                source,
                Span.at(0),
                OptionalInt.empty(),
                SYNTAX.message(settings.locale(), key, cause, trace.length == 0 ? "?" : trace[0]),
                Optional.empty());
    }

    private Result unreadable(DockerfileInput input, SourceReader.UnreadableException problem) {
        SourceText nothing = SourceText.of(input.name(), "");
        List<Finding> findings = named(DockerfileSyntax.NAME).stream()
                .map(rule -> rule.finding(
                        Severity.WARNING,
                        nothing,
                        Span.at(0),
                        OptionalInt.empty(),
                        rule.message(settings.locale(), problem.key(), problem.arguments()),
                        Optional.empty()))
                .toList();
        return new Result(new CheckedFile(nothing, List.of()), findings, 0);
    }

    private List<ConfiguredRule> named(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).toList();
    }

    private record Result(CheckedFile file, List<Finding> findings, int suppressed) {}
}
