package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.dockerfile.KeyValue;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Processes;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the instructions of one stage. */
final class StageRun {

    private final Interpreter.Sources sources;
    private final BuildContext context;
    private final Expansion expansion;
    private final LayerCache layers;
    private final List<Step> steps = new ArrayList<>();
    private ImageState state;
    private boolean cmdGiven;

    StageRun(
            ImageState initial,
            Interpreter.Sources sources,
            BuildContext context,
            Expansion expansion,
            LayerCache layers) {
        this.state = initial;
        this.layers = layers;
        this.sources = sources;
        this.context = context;
        this.expansion = expansion;
    }

    List<Step> steps() {
        return steps;
    }

    void step(Instruction instruction) {
        Step step = isMadeAlike(instruction)
                ? layers.step(state, instruction, sources.arguments, () -> run(instruction))
                : run(instruction);
        state = step.after();
        steps.add(step);
    }

    /** Whether the image before it and the arguments of the build are all that matters, and it is some work. */
    private static boolean isMadeAlike(Instruction instruction) {
        return instruction instanceof Instruction.Run
                || instruction instanceof Instruction.Env
                || instruction instanceof Instruction.Arg
                || instruction instanceof Instruction.Workdir
                || instruction instanceof Instruction.User
                || instruction instanceof Instruction.Shell;
    }

    private Step run(Instruction instruction) {
        ImageState before = state;
        ShellInterpreter shell = new ShellInterpreter();
        if (instruction instanceof Instruction.Run run) {
            run(run, shell);
        } else if (instruction instanceof Instruction.Env env) {
            env(env, before);
        } else if (instruction instanceof Instruction.Arg arg) {
            arg(arg);
        } else if (instruction instanceof Instruction.Workdir workdir) {
            workdir(workdir);
        } else if (instruction instanceof Instruction.User user) {
            state = state.withUser(expansion.word(user.user(), state::variable));
        } else if (instruction instanceof Instruction.Shell other) {
            state = state.withShell(
                    other.words().stream().map(MappedText::toString).toList());
        } else if (instruction instanceof Instruction.Copy || instruction instanceof Instruction.Add) {
            state = new FileTransfer(state, sources, context, expansion).run(instruction);
        } else if (instruction instanceof Instruction.Unreadable) {
            state = state.afterAnything();
        } else {
            processes(instruction);
        }
        return new Step(instruction, before, state, shell.invocations(), shell.scripts());
    }

    private void processes(Instruction instruction) {
        Processes processes = state.processes();
        if (instruction instanceof Instruction.Entrypoint entrypoint) {
            Processes own = cmdGiven
                    ? processes
                    : new Processes(processes.entrypoint(), Optional.empty(), processes.healthcheck());
            state = state.withProcesses(own.with(entrypoint));
        } else if (instruction instanceof Instruction.Cmd cmd) {
            cmdGiven = true;
            state = state.withProcesses(processes.with(cmd));
        } else if (instruction instanceof Instruction.Healthcheck healthcheck) {
            state = state.withProcesses(processes.with(healthcheck));
        }
    }

    private void env(Instruction.Env env, ImageState before) {
        for (KeyValue pair : env.pairs()) {
            PartialString name = expansion.word(pair.key(), before::variable);
            if (name.isKnown()) {
                state = state.withVariable(name.pattern(), expansion.word(pair.value(), before::variable));
            }
        }
    }

    private void arg(Instruction.Arg arg) {
        for (Instruction.Arg.Declaration each : arg.declarations()) {
            Optional<PartialString> value = each.defaultValue().map(v -> expansion.word(v, state::variable));
            state = state.withArgument(each.name(), sources.argument(each.name(), value));
        }
    }

    private void workdir(Instruction.Workdir workdir) {
        PartialString path = expansion.word(workdir.path(), state::variable);
        Optional<String> resolved = FileSystem.resolve(state.workdir(), path);
        state = state.withWorkdir(resolved.map(PartialString::of).orElse(PartialString.UNKNOWN));
        if (resolved.isPresent() && !(state.followed(resolved.get()) instanceof FileNode.Directory)) {
            boolean fresh = state.file(resolved.get()).equals(FileNode.ABSENT);
            FileNode made = fresh ? FileNode.NEW_DIRECTORY : FileNode.DIRECTORY;
            state = state.withFiles(state.files().with(resolved.get(), made, workdir.span()));
        }
    }

    private void run(Instruction.Run run, ShellInterpreter shell) {
        List<Mount> mounts = run.header().flags().stream()
                .filter(f -> f.name().equals("mount"))
                .flatMap(f -> f.value().stream())
                .map(v -> expansion.word(v, state::variable).known().map(Mount::parse))
                .flatMap(Optional::stream)
                .toList();
        ImageState mounted = state;
        for (Mount mount : mounts) {
            if (mount.target().isPresent()) {
                mounted = mounted.withFiles(mounted.files()
                        .withOpaque(FileSystem.normalize(mount.target().get())));
            }
        }
        Flow flow = Execution.run(run.command(), run.heredocs(), run.span(), Fate.LAST, shell, mounted);
        ImageState after = flow.success().map(ShellState::image).orElse(mounted);
        for (Mount mount : mounts) {
            if (mount.target().isPresent()) {
                // what is mounted is no part of the image
                after = after.withFiles(
                        after.files().forget(FileSystem.normalize(mount.target().get())));
            }
        }
        // variables of the script end with it; ENV is what the image keeps
        state = after;
    }
}
