package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.LoginShells;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.LoginPath;
import io.github.alpinecheck.shell.Command;
import io.github.alpinecheck.text.PartialString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shell at a point of its script. Immutable.
 *
 * @param variables those that the script has set, the environment of the image excluded
 * @param certain whether this point is certainly reached when the instruction is run
 * @param exitTrap whether something that nobody follows runs at the end of the script
 * @param braces whether the shell expands {@code {a,b}}: bash does, ash does not
 */
record ShellState(
        ImageState image,
        Map<String, PartialString> variables,
        PartialString directory,
        boolean errexit,
        boolean pipefail,
        Map<String, Command> functions,
        boolean certain,
        boolean exitTrap,
        boolean braces) {

    ShellState {
        variables = Map.copyOf(variables);
        functions = Map.copyOf(functions);
    }

    /** A shell that starts in the image's working directory. */
    static ShellState in(ImageState image) {
        return new ShellState(image, Map.of(), image.workdir(), false, false, Map.of(), true, false, false);
    }

    /** The value of a variable; empty when it is certainly not set. */
    Optional<PartialString> variable(String name) {
        PartialString own = variables.get(name);
        if (name.equals("PWD") && own == null) {
            return Optional.of(directory);
        }
        return own != null ? Optional.of(own) : image.scriptVariable(name);
    }

    ShellState with(ImageState next) {
        return new ShellState(next, variables, directory, errexit, pipefail, functions, certain, exitTrap, braces);
    }

    ShellState withVariable(String name, PartialString value) {
        Map<String, PartialString> next = new HashMap<>(variables);
        next.put(name, value);
        return new ShellState(image, next, directory, errexit, pipefail, functions, certain, exitTrap, braces);
    }

    /** With variables of which nobody knows the value, nor whether they are set. */
    ShellState withUnknown(Set<String> names) {
        ShellState next = this;
        for (String name : names) {
            next = next.withVariable(name, PartialString.UNKNOWN);
        }
        return next;
    }

    /** Without a variable that the script has set. */
    ShellState without(String name) {
        if (image.variable(name).isPresent()) {
            return withVariable(name, PartialString.UNKNOWN);
        }
        Map<String, PartialString> next = new HashMap<>(variables);
        next.remove(name);
        return new ShellState(image, next, directory, errexit, pipefail, functions, certain, exitTrap, braces);
    }

    /** A shell that is started as a program: it has no functions, and of the variables only those that are exported. */
    ShellState forProgram(Map<String, PartialString> assigned) {
        // which ones are exported is not followed
        Map<String, PartialString> inherited = new HashMap<>(variables);
        inherited.replaceAll((name, value) -> PartialString.UNKNOWN);
        inherited.putAll(assigned);
        return new ShellState(image, inherited, directory, errexit, pipefail, Map.of(), certain, false, braces);
    }

    ShellState withDirectory(PartialString next) {
        return new ShellState(image, variables, next, errexit, pipefail, functions, certain, exitTrap, braces);
    }

    ShellState withOptions(boolean nextErrexit, boolean nextPipefail) {
        return new ShellState(
                image, variables, directory, nextErrexit, nextPipefail, functions, certain, exitTrap, braces);
    }

    /** A shell that is started with options. */
    ShellState started(ShellOptions options) {
        ShellState next = withOptions(options.errexit(), options.pipefail());
        return options.login() ? next.loggedIn(LoginShells.Start.SHELL) : next;
    }

    /** After a login shell has read {@code /etc/profile}. */
    ShellState loggedIn(LoginShells.Start start) {
        return LoginPath.of(start, image)
                .map(path -> withVariable("PATH", path))
                .orElse(this);
    }

    /** The image with the PATH of this shell; empty when nobody knows that. */
    Optional<ImageState> searched() {
        PartialString path = variables.get("PATH");
        if (path == null) {
            return Optional.of(image);
        }
        return path.isKnown() ? Optional.of(image.withVariable("PATH", path)) : Optional.empty();
    }

    ShellState withFunction(String name, Command body) {
        Map<String, Command> next = new HashMap<>(functions);
        next.put(name, body);
        return new ShellState(image, variables, directory, errexit, pipefail, next, certain, exitTrap, braces);
    }

    ShellState withBraces(boolean expanded) {
        return new ShellState(image, variables, directory, errexit, pipefail, functions, certain, exitTrap, expanded);
    }

    /** With an action for the end of the script. */
    ShellState withExitTrap() {
        return new ShellState(image, variables, directory, errexit, pipefail, functions, certain, true, braces);
    }

    /** When the script has ended. */
    ShellState ended() {
        return exitTrap
                ? new ShellState(
                        image.afterAnything(),
                        variables,
                        directory,
                        errexit,
                        pipefail,
                        functions,
                        certain,
                        false,
                        braces)
                : this;
    }

    /** Reached for certain, or not. */
    ShellState reached(boolean forCertain) {
        return forCertain == certain
                ? this
                : new ShellState(
                        image, variables, directory, errexit, pipefail, functions, forCertain, exitTrap, braces);
    }

    /** After a subshell: what it did to the image stays, what it did to itself is gone. */
    ShellState afterSubshell(ShellState inner) {
        return with(inner.image());
    }

    /** After something nobody can follow in this shell. */
    ShellState afterAnything() {
        Map<String, PartialString> unknown = new HashMap<>(variables);
        unknown.replaceAll((name, value) -> PartialString.UNKNOWN);
        return new ShellState(
                image.afterAnything(),
                unknown,
                PartialString.UNKNOWN,
                errexit,
                pipefail,
                functions,
                certain,
                exitTrap,
                braces);
    }

    /** Two possibilities as one. */
    ShellState join(ShellState other) {
        if (equals(other)) {
            return this;
        }
        Map<String, PartialString> common = new HashMap<>(variables);
        other.variables.keySet().forEach(name -> common.putIfAbsent(name, PartialString.UNKNOWN));
        common.replaceAll((name, value) -> value.equals(other.variables.get(name)) ? value : PartialString.UNKNOWN);
        Map<String, Command> both = new HashMap<>(functions);
        both.putAll(other.functions);
        // one that is defined on one side only may be a program on the other
        both.replaceAll((name, body) -> body.equals(functions.get(name)) && body.equals(other.functions.get(name))
                ? body
                : new Command.Opaque(body.span(), "defined only sometimes"));
        return new ShellState(
                image.join(other.image),
                common,
                directory.equals(other.directory) ? directory : PartialString.UNKNOWN,
                errexit && other.errexit,
                pipefail && other.pipefail,
                both,
                certain && other.certain,
                exitTrap || other.exitTrap,
                braces || other.braces);
    }
}
