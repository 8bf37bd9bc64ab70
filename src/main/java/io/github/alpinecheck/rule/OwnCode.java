package io.github.alpinecheck.rule;

import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.ExpansionException;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.dockerfile.WordExpander;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an image gets the classes that the project compiles: from the build context, from a stage in which Maven builds
 * the same project, or from one that takes the project's archive apart. Anything else may be another program.
 */
public final class OwnCode {

    private static final Set<String> PACKAGING = Set.of("package", "verify", "install", "deploy");
    private static final Set<String> WHOLE_CONTEXT = Set.of(".", "./", "/", "pom.xml", "./pom.xml", "*");

    /** Options of Maven with which it may build something else. */
    private static final List<String> OTHER_BUILD =
            List.of("-f", "--file", "-P", "--activate-profiles", "-Dmaven.compiler.", "-Djava.version");

    private final Build build;
    private final Project project;
    private final String dockerfile;
    private final WordExpander words;

    /** Of the project and the Dockerfile that a rule is asked about. */
    public OwnCode(RuleContext context) {
        this.build = context.build();
        this.project = context.project();
        this.dockerfile = build.dockerfile().source().name();
        this.words = new WordExpander(build.dockerfile().escape());
    }

    /** The source of the COPY or ADD that certainly brings it. */
    public Optional<Span> in(StageModel stage) {
        for (Step step : stage.steps()) {
            for (Argument source : sources(step.instruction())) {
                if (brings(stage, step, source)) {
                    return Optional.of(source.span());
                }
            }
        }
        return stage.parent().isPresent() ? in(build.stages().get(stage.parent().getAsInt())) : Optional.empty();
    }

    private boolean brings(StageModel stage, Step step, Argument source) {
        Optional<String> path = text(source, step.before());
        if (path.isEmpty()) {
            return false;
        }
        Optional<Argument> from = step.instruction().flag("from");
        return from.isEmpty()
                ? project.isOwnCode(dockerfile, path.get())
                : stage(from.get(), step.before(), stage.index())
                        .filter(other -> isUnpacked(other) || isBuiltIn(other, path.get()))
                        .isPresent();
    }

    /** Spring Boot's tools take the archive apart: whatever the stage has is of it. */
    private boolean isUnpacked(StageModel stage) {
        return stage.invocations().stream()
                        .anyMatch(i -> i.runs("java") && i.arguments().stream().anyMatch(a -> starts(a, "-Djarmode=")))
                && in(stage).isPresent();
    }

    /** Maven packages the project's own directory there, and the path is what it makes. */
    private boolean isBuiltIn(StageModel stage, String path) {
        if (!project.isContextRoot(dockerfile) || !copiesProject(stage)) {
            return false;
        }
        String file = FileSystem.normalize("/" + path);
        return stage.invocations().stream()
                .filter(OwnCode::packages)
                .flatMap(i -> i.directory().known().stream())
                .map(FileSystem::normalize)
                .filter(directory -> file.startsWith(directory + "/"))
                .anyMatch(directory -> project.isOwnCode(dockerfile, file.substring(directory.length() + 1)));
    }

    private boolean copiesProject(StageModel stage) {
        return stage.steps().stream()
                .filter(step -> step.instruction().flag("from").isEmpty())
                .anyMatch(step -> sources(step.instruction()).stream()
                        .anyMatch(source -> text(source, step.before())
                                .filter(WHOLE_CONTEXT::contains)
                                .isPresent()));
    }

    private static boolean packages(Invocation invocation) {
        List<Operand> arguments = invocation.arguments();
        return invocation.certain()
                && (invocation.runs("mvn") || invocation.runs("mvnw"))
                && arguments.stream()
                        .anyMatch(a -> a.known().filter(PACKAGING::contains).isPresent())
                && arguments.stream().noneMatch(a -> OTHER_BUILD.stream().anyMatch(o -> starts(a, o)));
    }

    private static boolean starts(Operand operand, String text) {
        return operand.value().pattern().startsWith(text);
    }

    private static List<Argument> sources(Instruction instruction) {
        return instruction instanceof Instruction.Copy copy
                ? copy.sources()
                : instruction instanceof Instruction.Add add ? add.sources() : List.of();
    }

    /** The stage before this one that {@code --from} names; empty for an image. */
    private Optional<StageModel> stage(Argument from, ImageState image, int before) {
        Stream<StageModel> earlier = build.stages().stream().limit(before);
        return text(from, image)
                .flatMap(name -> earlier.filter(s -> isNamed(s.syntax(), name)).findFirst());
    }

    private static boolean isNamed(Dockerfile.Stage stage, String name) {
        return stage.name().filter(name::equalsIgnoreCase).isPresent() || name.equals(String.valueOf(stage.index()));
    }

    private Optional<String> text(Argument word, ImageState image) {
        try {
            return words.expand(word.raw(), image::variable).known();
        } catch (ExpansionException e) {
            return Optional.empty();
        }
    }
}
