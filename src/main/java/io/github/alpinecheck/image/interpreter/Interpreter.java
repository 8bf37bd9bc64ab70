package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.BaseImages;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.image.Starts;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs a Dockerfile abstractly, stage by stage and instruction by instruction, as BuildKit's
 * {@code dockerfile2llb} would build it.
 */
public final class Interpreter {

    private final Dockerfile dockerfile;
    private final BuildOptions options;
    private final BuildContext context;
    private final LayerCache layers;
    private final Map<String, PartialString> globals = new HashMap<>();
    private final List<StageModel> stages = new ArrayList<>();

    private Interpreter(Dockerfile dockerfile, BuildOptions options, BuildContext context, LayerCache layers) {
        this.dockerfile = dockerfile;
        this.options = options;
        this.context = context;
        this.layers = layers;
    }

    /** The images that a Dockerfile computes; any Dockerfile gives a build. */
    public static Build interpret(Dockerfile dockerfile, BuildOptions options, BuildContext context) {
        return interpret(dockerfile, options, context, new LayerCache());
    }

    /** The images that a Dockerfile computes; what it shares with others that were run with the cache is taken from there. */
    public static Build interpret(
            Dockerfile dockerfile, BuildOptions options, BuildContext context, LayerCache layers) {
        return new Interpreter(dockerfile, options, context, layers).run();
    }

    /** What a container of the image does when it is started with the command of ENTRYPOINT, CMD or HEALTHCHECK. */
    private static Start start(CommandForm command, ImageState image) {
        ShellInterpreter shell = new ShellInterpreter();
        Flow flow = Execution.run(command, List.of(), command.span(), Fate.HANDLED, shell, image);
        boolean fails = flow.success().isEmpty() && flow.exited().isEmpty();
        return new Start(shell.invocations(), shell.scripts(), fails);
    }

    private Build run() {
        readGlobals();
        for (Dockerfile.Stage stage : dockerfile.stages()) {
            stages.add(stage(stage));
        }
        int target = options.target().map(this::target).orElse(stages.size() - 1);
        Set<Integer> shipped = new HashSet<>();
        for (int i = target; i >= 0 && shipped.add(i); ) {
            i = stages.get(i).parent().orElse(-1);
        }
        Set<Integer> needed = needed(target);
        stages.replaceAll(s -> new StageModel(
                s.syntax(),
                s.base(),
                s.parent(),
                s.initial(),
                s.steps(),
                s.starts(),
                shipped.contains(s.index()),
                needed.contains(s.index())));
        return new Build(dockerfile, stages, target);
    }

    /** The stages that a stage needs, itself included. A stage refers to earlier ones only, so one way back finds all. */
    private Set<Integer> needed(int target) {
        Set<Integer> needed = new HashSet<>();
        if (target >= 0) {
            needed.add(target);
        }
        for (int i = target; i >= 0; i--) {
            if (needed.contains(i)) {
                addReferences(stages.get(i), needed);
            }
        }
        return needed;
    }

    private void addReferences(StageModel stage, Set<Integer> needed) {
        stage.parent().ifPresent(needed::add);
        for (var step : stage.steps()) {
            step.instruction().header().flags().stream()
                    .filter(f -> f.name().equals("from") || f.name().equals("mount"))
                    .flatMap(f -> f.value().stream())
                    .map(v -> Mount.from(v.toString()).orElse(v.toString()))
                    .forEach(name -> stageNamed(name, stage.index()).ifPresent(needed::add));
        }
    }

    private void readGlobals() {
        for (Instruction instruction : dockerfile.globals()) {
            if (instruction instanceof Instruction.Arg arg) {
                for (Instruction.Arg.Declaration each : arg.declarations()) {
                    String given = options.arguments().get(each.name());
                    PartialString value = given != null
                            ? PartialString.of(given)
                            : each.defaultValue()
                                    .map(v -> expansion().word(v, this::global))
                                    .orElse(PartialString.UNKNOWN);
                    globals.put(each.name(), value);
                }
            }
        }
    }

    private Optional<PartialString> global(String name) {
        PartialString value = globals.get(name);
        if (value == null && (name.startsWith("TARGET") || name.startsWith("BUILD"))) {
            return Optional.of(PartialString.UNKNOWN);
        }
        return Optional.ofNullable(value);
    }

    private Expansion expansion() {
        return new Expansion(dockerfile.escape());
    }

    private int target(String name) {
        return stageNamed(name, stages.size()).orElse(stages.size() - 1);
    }

    /** The stage of a name or a number, if it stands before the index. */
    private OptionalInt stageNamed(String name, int before) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = Math.min(before, stages.size()) - 1; i >= 0; i--) {
            if (stages.get(i).name().filter(lower::equals).isPresent()) {
                return OptionalInt.of(i);
            }
        }
        boolean number = !name.isEmpty() && name.length() < 5 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        int index = number ? Integer.parseInt(name) : -1;
        return index >= 0 && index < Math.min(before, stages.size()) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    private StageModel stage(Dockerfile.Stage syntax) {
        Argument image = syntax.from().image();
        PartialString base = expansion().word(image, this::global);
        OptionalInt parent = base.known()
                .map(b -> b.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? OptionalInt.empty()
                        : stageNamed(b, syntax.index()))
                .orElse(OptionalInt.empty());
        ImageState initial =
                parent.isPresent() ? stages.get(parent.getAsInt()).result().asBase() : pulled(base);
        StageRun run = new StageRun(initial, new Sources(), context, expansion(), layers);
        syntax.instructions().forEach(run::step);
        List<Step> steps = run.steps();
        ImageState result =
                steps.isEmpty() ? initial : steps.get(steps.size() - 1).after();
        Starts starts = new Starts(result.processes(), command -> start(command, result));
        return new StageModel(syntax, base, parent, initial, steps, starts, false, false);
    }

    private ImageState pulled(PartialString name) {
        return layers.pulled(name, List.of(options.asOf(), options.ownImages()), this::pull);
    }

    private ImageState pull(PartialString name) {
        Optional<ImageReference> reference = name.known().flatMap(ImageReference::parse);
        Optional<BaseImage> image = reference
                .flatMap(options.ownImages())
                .or(() -> reference.flatMap(r -> BaseImages.load().find(r, options.asOf())));
        return ImageState.of(image);
    }

    /** What a stage may ask of the build around it. */
    final class Sources {

        /** All that decides what ARG gives and how words are read: the same for all builds that begin alike. */
        final List<Object> arguments = List.of(options.arguments(), Map.copyOf(globals), dockerfile.escape());

        /** The image that {@code --from} names. */
        ImageState image(PartialString name) {
            OptionalInt stage =
                    name.known().map(n -> stageNamed(n, stages.size())).orElse(OptionalInt.empty());
            return stage.isPresent() ? stages.get(stage.getAsInt()).result() : pulled(name);
        }

        /** What {@code ARG name} gives: the command line's value, else the default, else the global one's. */
        ImageState.BuildArgument argument(String name, Optional<PartialString> defaultValue) {
            String given = options.arguments().get(name);
            if (given != null) {
                return new ImageState.BuildArgument(PartialString.of(given), true);
            }
            PartialString value = defaultValue.or(() -> global(name)).orElse(PartialString.UNKNOWN);
            return new ImageState.BuildArgument(value, false);
        }
    }
}
