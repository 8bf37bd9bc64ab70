package io.github.alpinecheck.engine;

import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.engine.Report.CheckedFile;
import io.github.alpinecheck.engine.Report.SuppressedFinding;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.image.interpreter.LayerCache;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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

    /** How many models are in memory at a time. */
    private static final int BATCH = 64;

    /** Has the texts about what no rule says. */
    private static final ConfiguredRule SYNTAX = new ConfiguredRule(new DockerfileSyntax(), Optional.empty());

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.source().name())
            .thenComparing(Finding::span)
            .thenComparing(Finding::rule);

    private final List<ConfiguredRule> rules;
    private final Set<String> active;
    private final Set<String> knownRules;
    private final Set<String> unsuppressable;
    private final Settings settings;
    private final OptionalInt mostDescribed;

    /**
     * An engine for one execution of the goal.
     *
     * @param rules to ask; those of {@link #ALWAYS_ON} only do their work when they are among them
     * @param knownRules the names of all rules that there are
     */
    public Engine(List<ConfiguredRule> rules, Collection<String> knownRules, Settings settings) {
        this(rules, knownRules, settings, OptionalInt.empty());
    }

    private Engine(
            List<ConfiguredRule> rules, Collection<String> knownRules, Settings settings, OptionalInt mostDescribed) {
        this.rules = List.copyOf(rules);
        this.active = rules.stream().map(ConfiguredRule::name).collect(Collectors.toUnmodifiableSet());
        this.knownRules = Set.copyOf(knownRules);
        this.unsuppressable = unsuppressable(rules);
        this.settings = settings;
        this.mostDescribed = mostDescribed;
    }

    /**
     * The same engine, which also describes what the Dockerfiles build.
     *
     * @param most of more Dockerfiles only the outline is told
     */
    public Engine describing(int most) {
        return new Engine(rules, knownRules, settings, OptionalInt.of(most));
    }

    private static Set<String> unsuppressable(List<ConfiguredRule> rules) {
        Set<String> names = new HashSet<>(Set.of(PermittedSuppression.NAME));
        for (ConfiguredRule rule : rules) {
            if (rule.rule() instanceof PermittedSuppression policy) {
                names.addAll(policy.unsuppressable());
            }
        }
        return names;
    }

    /** Checks the files. Whatever is in one of them, the others are checked too. */
    public Report run(Collection<DockerfileInput> inputs) {
        List<DockerfileInput> sorted = inputs.stream()
                .sorted(Comparator.comparing(DockerfileInput::name))
                .toList();
        List<CheckedFile> files = new ArrayList<>();
        // two Dockerfiles may be built to images of the same name, and a manifest be wrong for both
        Set<Finding> findings = new LinkedHashSet<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        boolean whole = sorted.size() <= mostDescribed.orElse(0);
        try (Workers workers = new Workers()) {
            ContextDirectories contexts = new ContextDirectories();
            for (int start = 0; start < sorted.size(); start += BATCH) {
                List<DockerfileInput> batch = sorted.subList(start, Math.min(start + BATCH, sorted.size()));
                for (Result result : check(batch, contexts, workers, whole)) {
                    files.add(result.file());
                    findings.addAll(result.findings());
                    suppressed.addAll(result.suppressed());
                }
            }
        }
        suppressed.sort(Comparator.comparing(SuppressedFinding::finding, BY_PLACE));
        return new Report(files, findings.stream().sorted(BY_PLACE).toList(), suppressed, rules);
    }

    /** Models side by side first, then the rules side by side: a rule is never asked by two threads at a time. */
    private List<Result> check(
            List<DockerfileInput> batch, ContextDirectories contexts, Workers workers, boolean whole) {
        LayerCache layers = new LayerCache();
        List<Modelled> models = workers.map(batch, input -> model(input, contexts.of(input), layers));
        List<List<List<Finding>>> answers = workers.map(
                rules, rule -> models.stream().map(m -> ask(rule, m)).toList());
        List<Optional<BuildDescription>> descriptions = workers.map(models, model -> describe(model, whole));
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            Set<Finding> found = new LinkedHashSet<>(models.get(i).failures());
            for (List<List<Finding>> ofRule : answers) {
                found.addAll(ofRule.get(i));
            }
            results.add(result(models.get(i), found, descriptions.get(i)));
        }
        return results;
    }

    /**
     * A Dockerfile with its model.
     *
     * @param build empty when the file could not be read
     * @param failures what is to be said of it whatever the rules say
     */
    private record Modelled(SourceText source, Optional<Build> build, List<Finding> failures) {}

    private Modelled model(DockerfileInput input, BuildContext context, LayerCache layers) {
        SourceText source;
        try {
            source = SourceReader.read(input.file(), input.name());
        } catch (SourceReader.UnreadableException e) {
            return new Modelled(SourceText.of(input.name(), ""), Optional.empty(), unreadable(input, e));
        }
        try {
            BuildOptions options = new BuildOptions(
                    input.buildArguments(), input.target(), settings.asOf(), new OwnImages(settings.baseImages()));
            Build build = Interpreter.interpret(Dockerfile.parse(source), options, context, layers);
            return new Modelled(source, Optional.of(build), List.of());
        } catch (RuntimeException | StackOverflowError e) {
            // a mistake of ours must not keep the other files from being checked
            return new Modelled(source, Optional.empty(), List.of(failure(SYNTAX, source, "failed", e)));
        }
    }

    /** A mistake of ours in the description must not keep findings from being told. */
    private Optional<BuildDescription> describe(Modelled model, boolean whole) {
        if (mostDescribed.isEmpty() || model.build().isEmpty()) {
            return Optional.empty();
        }
        Build build = model.build().get();
        try {
            return Optional.of(
                    whole
                            ? BuildDescription.of(build, settings.asOf())
                            : BuildDescription.outline(build, settings.asOf()));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private Result result(Modelled model, Set<Finding> found, Optional<BuildDescription> description) {
        if (model.build().isEmpty()) {
            return new Result(new CheckedFile(model.source(), List.of()), List.copyOf(found), List.of());
        }
        Build build = model.build().get();
        Suppressions suppressions = Suppressions.of(build.dockerfile(), unsuppressable);
        List<Finding> findings = new ArrayList<>(suppressions.remaining(found));
        for (ConfiguredRule rule : named(UnusedSuppression.NAME)) {
            findings.addAll(suppressions.remaining(suppressions.unused(rule, knownRules, active, settings.locale())));
        }
        for (ConfiguredRule rule : named(PermittedSuppression.NAME)) {
            if (rule.rule() instanceof PermittedSuppression policy) {
                findings.addAll(suppressions.notPermitted(rule, policy, settings.locale()));
            }
        }
        return new Result(
                new CheckedFile(model.source(), StageSummary.of(build), description),
                findings,
                suppressions.suppressed());
    }

    /** A rule that fails, perhaps one of somebody else, takes nothing from the others. */
    private List<Finding> ask(ConfiguredRule rule, Modelled model) {
        if (model.build().isEmpty()) {
            return List.of();
        }
        try {
            return rule.check(model.build().get(), settings.project(), settings.asOf(), settings.locale());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return List.of(failure(rule, model.source(), "ruleFailed", e));
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

    private List<Finding> unreadable(DockerfileInput input, SourceReader.UnreadableException problem) {
        SourceText nothing = SourceText.of(input.name(), "");
        return named(DockerfileSyntax.NAME).stream()
                .map(rule -> rule.finding(
                        Severity.WARNING,
                        nothing,
                        Span.at(0),
                        OptionalInt.empty(),
                        rule.message(settings.locale(), problem.key(), problem.arguments()),
                        Optional.empty()))
                .toList();
    }

    private List<ConfiguredRule> named(String name) {
        List<ConfiguredRule> named = new ArrayList<>();
        for (ConfiguredRule rule : rules) {
            if (rule.name().equals(name)) {
                named.add(rule);
            }
        }
        return named;
    }

    private record Result(CheckedFile file, List<Finding> findings, List<SuppressedFinding> suppressed) {}
}
