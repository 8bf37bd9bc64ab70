package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Busybox;
import io.github.alpinecheck.alpine.Commands;
import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.text.PartialString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An image at a point of its build. Immutable.
 *
 * @param base what the stage started from; empty when nothing is known of it
 * @param files what the build has done to its files
 * @param packages what apk has installed
 * @param environment the variables that ENV set, those of the base image included
 * @param arguments the build arguments in force
 * @param workdir the working directory
 * @param user the name or number that RUN, CMD and ENTRYPOINT run as
 * @param shell the words of SHELL, the script excluded
 * @param processes what the finished image starts
 */
public record ImageState(
        Optional<BaseImage> base,
        FileSystem files,
        InstalledPackages packages,
        Map<String, PartialString> environment,
        Map<String, BuildArgument> arguments,
        PartialString workdir,
        PartialString user,
        List<String> shell,
        Processes processes) {

    /** What {@code docker build} uses where no SHELL is given. */
    public static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-c");

    public ImageState {
        environment = Map.copyOf(environment);
        arguments = Map.copyOf(arguments);
        shell = List.copyOf(shell);
    }

    /** The image as it is pulled. */
    public static ImageState of(Optional<BaseImage> base) {
        Map<String, PartialString> environment = new HashMap<>();
        base.ifPresent(b -> b.environment().forEach((name, value) -> environment.put(name, PartialString.of(value))));
        boolean plain = base.filter(BaseImage::isMinirootfs).isPresent();
        return new ImageState(
                base,
                FileSystem.UNTOUCHED,
                InstalledPackages.of(base),
                environment,
                Map.of(),
                base.flatMap(BaseImage::workdir).map(PartialString::of).orElse(PartialString.UNKNOWN),
                plain ? PartialString.of("root") : PartialString.UNKNOWN,
                DEFAULT_SHELL,
                Processes.NONE);
    }

    /** Whether it is certainly an Alpine image. */
    public boolean isAlpine() {
        return base.isPresent() && base.get().alpine();
    }

    /** The Alpine release; empty when it is none, or nobody knows which. */
    public Optional<Release> release() {
        return base.isPresent() ? base.get().release() : Optional.empty();
    }

    /** The C library that the base image's programs use. */
    public Libc libc() {
        return base.isPresent() ? base.get().libc() : Libc.UNKNOWN;
    }

    /** The Java that the command {@code java} starts; empty when there is none, or nobody knows which. */
    public Optional<JavaVersion> java() {
        return RunningJava.of(this);
    }

    /** Whether there certainly is no {@code java} on the PATH. */
    public boolean hasNoJava() {
        return RunningJava.isCertainlyNone(this);
    }

    /**
     * The directory of the PATH that has {@code java}, where that is the {@code bin} of a JDK of its own and no package puts a
     * {@code java} among the other programs; empty otherwise, or when nobody knows.
     */
    public Optional<String> javaDirectory() {
        return RunningJava.ownDirectory(this);
    }

    /** Whether the package is installed. */
    public Presence packagePresence(String name) {
        return packages.presence(name);
    }

    /** What is at a normalized absolute path. Links are not followed. */
    public FileNode file(String path) {
        Optional<FileNode> touched = files.node(path);
        return touched.isPresent() ? touched.get() : BaseFiles.node(this, path);
    }

    /** What is at a path once links are followed; {@link FileNode#UNKNOWN} when one of them leads where nobody knows. */
    public FileNode followed(String path) {
        Optional<String> end = resolveLinks(path);
        return end.isPresent() ? file(end.get()) : FileNode.UNKNOWN;
    }

    /** The path that a chain of links leads to; empty when that is not known or the chain does not end. */
    public Optional<String> resolveLinks(String path) {
        return PathWalk.end(this, path, true);
    }

    /**
     * The path of what a program in a working directory calls {@code path}, with the links in its directories followed;
     * the file itself may be a link.
     *
     * @return empty when a hole hides it; a path below no directory when there certainly is no such path
     */
    public Optional<String> locate(PartialString directory, PartialString path) {
        boolean absolute = path.pattern().startsWith("/");
        PartialString whole = absolute
                ? path
                : directory.plus(path.is("") ? PathWalk.NOWHERE : "/").plus(path);
        return whole.known().filter(p -> p.startsWith("/")).flatMap(p -> PathWalk.end(this, p, false));
    }

    /** Whether a path leads to something. */
    public Presence exists(String path) {
        FileNode node = followed(path);
        if (node.equals(FileNode.UNKNOWN)) {
            return Presence.UNKNOWN;
        }
        return node.equals(FileNode.ABSENT) ? Presence.ABSENT : Presence.PRESENT;
    }

    /** Whether a directory may be at the path; the files that rules ask for are never directories. */
    public boolean mayBeDirectory(String path) {
        FileNode node = followed(path);
        return node instanceof FileNode.Directory
                || node instanceof FileNode.Program program && program.directory()
                || node.equals(FileNode.UNKNOWN) && !BaseFiles.isNeverDirectory(path);
    }

    /** The text of a file, possibly with holes; empty when it is certainly no file. */
    public Optional<PartialString> content(String path) {
        FileNode node = followed(path);
        if (node instanceof FileNode.Regular regular) {
            return Optional.of(regular.content());
        }
        return node.equals(FileNode.ABSENT) || node instanceof FileNode.Directory
                ? Optional.empty()
                : Optional.of(PartialString.UNKNOWN);
    }

    /**
     * Whether a program can be started: by its path, or by its name over the PATH.
     *
     * @return {@link Presence#ABSENT} only for a program of which all packages that bring it are known
     */
    public Presence command(String name) {
        if (name.indexOf('/') >= 0) {
            return FileSystem.resolve(workdir, PartialString.of(name))
                    .map(this::programAt)
                    .orElse(Presence.UNKNOWN);
        }
        Commands known = Commands.load();
        Presence bare = release().map(r -> known.in(r, name)).orElse(Presence.UNKNOWN);
        boolean noTool = known.isReportable(name) || bare == Presence.PRESENT;
        for (String directory : path()) {
            if (noTool
                    && isOfJdk(directory)
                    && files.entry(directory + "/" + name).isEmpty()) {
                continue;
            }
            Presence placed = files.node(FileSystem.normalize(directory + "/" + name))
                    .map(n -> n.equals(FileNode.ABSENT) ? Presence.ABSENT : Presence.UNKNOWN)
                    .orElse(Presence.ABSENT);
            if (placed != Presence.ABSENT) {
                return files.entry(directory + "/" + name).isPresent() ? Presence.PRESENT : Presence.UNKNOWN;
            }
        }
        Set<String> providers = known.providers(name);
        boolean installed = providers.stream().anyMatch(p -> packagePresence(p) == Presence.PRESENT);
        boolean own = base.filter(b -> b.commands().contains(name)).isPresent();
        if (own || installed || bare == Presence.PRESENT) {
            return Presence.PRESENT;
        }
        boolean impossible = bare == Presence.ABSENT
                && known.isReportable(name)
                && hasStandardPath()
                && !arguments.containsKey("PATH")
                && !packages.isOpen()
                && providers.stream().allMatch(p -> packagePresence(p) == Presence.ABSENT);
        return impossible ? Presence.ABSENT : Presence.UNKNOWN;
    }

    /** The path of the program of a name that the build itself has put on the PATH; empty when it did not, or nobody knows. */
    public Optional<String> programOnPath(String name) {
        boolean pathKnown =
                environment.getOrDefault("PATH", PartialString.EMPTY).isKnown();
        if (!pathKnown || arguments.containsKey("PATH")) {
            return Optional.empty();
        }
        return path().stream()
                .map(directory -> FileSystem.normalize(directory + "/" + name))
                .filter(path -> files.entry(path)
                        .filter(e -> !e.node().equals(FileNode.ABSENT))
                        .isPresent())
                .findFirst();
    }

    /** Whether a program of that name over the PATH is certainly busybox's, and not another one that took its place. */
    public boolean isBusybox(String name) {
        Optional<Busybox.Program> program = Busybox.load().program(name);
        return program.isPresent()
                && release()
                        .filter(r -> Commands.load().in(r, name) == Presence.PRESENT)
                        .isPresent()
                && base.filter(b -> !b.commands().contains(name)).isPresent()
                && !packages.isOpen()
                && program.get().packages().stream().allMatch(p -> packagePresence(p) == Presence.ABSENT)
                && hasStandardPath()
                && !arguments.containsKey("PATH")
                && path().stream()
                        .map(directory -> files.node(FileSystem.normalize(directory + "/" + name)))
                        .allMatch(node -> node.isEmpty() || node.get().equals(FileNode.ABSENT));
    }

    /** Whether a program is at an absolute path: {@code /bin/bash} is not there when no package brings {@code bash}. */
    public Presence programAt(String path) {
        Presence there = exists(path);
        boolean onPath = STANDARD_PATH.contains(FileSystem.parent(path))
                && files.node(path).isEmpty();
        return there == Presence.UNKNOWN && onPath && command(FileSystem.name(path)) == Presence.ABSENT
                ? Presence.ABSENT
                : there;
    }

    /** Where the programs of the packages are. */
    static final List<String> STANDARD_PATH =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    /** The directories of the PATH; the standard ones where it is not known. */
    List<String> path() {
        PartialString path = environment.get("PATH");
        return path == null
                ? STANDARD_PATH
                : path.known().map(p -> List.of(p.split(":", -1))).orElse(STANDARD_PATH);
    }

    /** Whether no directory of the PATH may hold programs that nobody can name. */
    private boolean hasStandardPath() {
        PartialString path = environment.get("PATH");
        if (path == null) {
            return base.filter(BaseImage::isMinirootfs).isPresent();
        }
        return path.isKnown() && path().stream().allMatch(d -> STANDARD_PATH.contains(d) || isKnownDirectory(d));
    }

    private boolean isKnownDirectory(String directory) {
        boolean fresh = files.node(directory)
                .filter(n -> n.equals(FileNode.NEW_DIRECTORY) || n.equals(FileNode.ABSENT))
                .isPresent();
        // the directories that a base image of the table puts on the PATH hold its own programs only
        PartialString original = base.map(BaseImage::environment)
                .map(e -> e.get("PATH"))
                .map(PartialString::of)
                .orElse(PartialString.EMPTY);
        return fresh
                || isOfJdk(directory)
                || List.of(original.pattern().split(":", -1)).contains(directory);
    }

    /** Whether the directory is the {@code bin} of a JDK that the build has copied: none of the packages' programs is in it. */
    boolean isOfJdk(String directory) {
        return FileSystem.name(directory).equals("bin")
                && files.node(FileSystem.parent(directory))
                        .filter(node -> node instanceof FileNode.Program program
                                && program.directory()
                                && program.kind() != FileNode.Program.Kind.EXECUTABLE)
                        .isPresent();
    }

    /**
     * The value of an environment variable.
     *
     * @return empty when it is certainly not set
     */
    public Optional<PartialString> variable(String name) {
        PartialString value = environment.get(name);
        PartialString argument =
                arguments.containsKey(name) ? arguments.get(name).value() : null;
        if (value != null && argument != null) {
            // an ARG after the ENV: BuildKit takes the argument, other builders the variable
            return Optional.of(value.equals(argument) ? value : PartialString.UNKNOWN);
        }
        if (value != null || argument != null) {
            return Optional.ofNullable(value != null ? value : argument);
        }
        boolean closed = base.filter(BaseImage::isMinirootfs).isPresent() && !PREDEFINED.contains(name);
        return closed ? Optional.empty() : Optional.of(PartialString.UNKNOWN);
    }

    /**
     * The value that a script sees. A build argument that has only its default may have another value in another
     * build: what a script decides by it is not certain.
     */
    public Optional<PartialString> scriptVariable(String name) {
        BuildArgument argument = arguments.get(name);
        boolean open = argument != null && !argument.given() && !environment.containsKey(name);
        return open ? Optional.of(PartialString.UNKNOWN) : variable(name);
    }

    /**
     * A build argument.
     *
     * @param given whether the build passes it, so that it is not just the default of its ARG
     */
    public record BuildArgument(PartialString value, boolean given) {}

    /** Build arguments that need no ARG, and what every shell sets by itself. */
    private static final Set<String> PREDEFINED = Set.of(
            "HTTP_PROXY",
            "http_proxy",
            "HTTPS_PROXY",
            "https_proxy",
            "FTP_PROXY",
            "ftp_proxy",
            "NO_PROXY",
            "no_proxy",
            "ALL_PROXY",
            "all_proxy",
            "SOURCE_DATE_EPOCH",
            "HOME",
            "PATH",
            "PWD",
            "OLDPWD",
            "HOSTNAME",
            "USER",
            "SHLVL",
            "PPID",
            "IFS",
            "OPTIND",
            "PS1",
            "PS2",
            "PS4",
            "LINENO",
            "RANDOM",
            "UID",
            "EUID",
            "TERM",
            "_");

    /** With other files. */
    public ImageState withFiles(FileSystem next) {
        return new ImageState(base, next, packages, environment, arguments, workdir, user, shell, processes);
    }

    /** With other packages. */
    public ImageState withPackages(InstalledPackages next) {
        return new ImageState(base, files, next, environment, arguments, workdir, user, shell, processes);
    }

    /** With an environment variable; it goes before a build argument of that name from now on. */
    public ImageState withVariable(String name, PartialString value) {
        Map<String, PartialString> next = new HashMap<>(environment);
        next.put(name, value);
        Map<String, BuildArgument> remaining = arguments;
        if (arguments.containsKey(name)) {
            remaining = new HashMap<>(arguments);
            remaining.remove(name);
        }
        return new ImageState(base, files, packages, next, remaining, workdir, user, shell, processes);
    }

    /** With a build argument. */
    public ImageState withArgument(String name, BuildArgument value) {
        Map<String, BuildArgument> next = new HashMap<>(arguments);
        next.put(name, value);
        return new ImageState(base, files, packages, environment, next, workdir, user, shell, processes);
    }

    /** In another working directory. */
    public ImageState withWorkdir(PartialString next) {
        return new ImageState(base, files, packages, environment, arguments, next, user, shell, processes);
    }

    /** As another user. */
    public ImageState withUser(PartialString next) {
        return new ImageState(base, files, packages, environment, arguments, workdir, next, shell, processes);
    }

    /** With another SHELL. */
    public ImageState withShell(List<String> next) {
        return new ImageState(base, files, packages, environment, arguments, workdir, user, next, processes);
    }

    /** With other things to start. */
    public ImageState withProcesses(Processes next) {
        return new ImageState(base, files, packages, environment, arguments, workdir, user, shell, next);
    }

    /** What a build on top of this image starts with: build arguments end with their stage. */
    public ImageState asBase() {
        return arguments.isEmpty()
                ? this
                : new ImageState(base, files, packages, environment, Map.of(), workdir, user, shell, processes);
    }

    /** After something nobody can follow: any file may be another, any package come or gone. */
    public ImageState afterAnything() {
        return withFiles(files.withOpaque("/")).withPackages(packages.opened());
    }

    /** Two possibilities as one: what differs is unknown. */
    public ImageState join(ImageState other) {
        return Objects.equals(this, other)
                ? this
                : withFiles(files.join(other.files)).withPackages(packages.join(other.packages));
    }
}
