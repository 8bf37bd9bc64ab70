package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.IgnorePatterns;
import io.github.alpinecheck.image.ContextFile;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Glob;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.command.FileMode;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What COPY and ADD take from the build context, and what ADD downloads. */
final class ContextTransfer {

    /** What more files than these bring is not looked at one by one. */
    private static final int MOST_FILES = 256;

    /** No directory has a name that ends like this, so what is copied is one file. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "jar",
            "war",
            "ear",
            "sh",
            "crt",
            "cer",
            "pem",
            "key",
            "pub",
            "conf",
            "cnf",
            "ini",
            "json",
            "yml",
            "yaml",
            "xml",
            "properties",
            "txt",
            "md",
            "ttf",
            "ttc",
            "otf",
            "so",
            "js",
            "py",
            "sql",
            "p12",
            "jks",
            "apk");

    private static final List<String> ARCHIVES = List.of(
            ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".gz", ".bz2", ".xz");

    /** Of these, those in which there certainly is a tar archive. */
    private static final List<String> TAR = List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz");

    private final BuildContext context;
    private final Options options;
    private ImageState image;

    ContextTransfer(ImageState image, BuildContext context, Options options) {
        this.image = image;
        this.context = context;
        this.options = options;
    }

    /**
     * How an instruction copies.
     *
     * @param unpacks whether archives are unpacked, as ADD does
     * @param mode the value of {@code --chmod}
     * @param excluded what {@code --exclude} leaves out
     * @param at the instruction
     */
    record Options(boolean unpacks, Optional<PartialString> mode, IgnorePatterns excluded, Span at) {

        /** Whether a file can be executed that had this mode before it was copied. */
        Presence executable(Presence before) {
            return mode.map(m -> FileMode.executable(m, before)).orElse(before);
        }
    }

    /**
     * Copies one source.
     *
     * @param target normalized
     * @param directory whether the target is certainly a directory
     */
    ImageState copy(PartialString name, String target, boolean directory) {
        String source = name.pattern();
        boolean remote = source.contains("://") || source.startsWith("git@");
        boolean into = directory || image.followed(target) instanceof FileNode.Directory;
        if (remote || !name.isKnown()) {
            // what ADD downloads nobody but root can read, and nobody can execute
            guess(source, target, into, remote ? Presence.ABSENT : Presence.UNKNOWN);
        } else if (Glob.isPattern(source)) {
            pattern(source, target, into);
        } else {
            one(source, target, into);
        }
        return image;
    }

    private void pattern(String source, String target, boolean into) {
        List<String> sources = matching(source);
        Optional<String> built = sources.isEmpty() ? built(source) : Optional.empty();
        if (built.isPresent()) {
            one(built.get(), target, into);
        } else if (sources.isEmpty()) {
            guess(source, target, into, Presence.UNKNOWN);
        } else {
            sources.forEach(s -> one(s, target, true));
        }
        if (into && built.isPresent() || !sources.isEmpty()) {
            image = image.withFiles(image.files().withMoreIn(target));
        }
    }

    /** The file that a pattern of a name means in the directory that the project's build writes. */
    private Optional<String> built(String pattern) {
        String path = FileSystem.normalize("/" + pattern).substring(1);
        String directory = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return Glob.isPattern(directory)
                ? Optional.empty()
                : context.onlyMatch(directory, FileSystem.name(path)).map(name -> directory + "/" + name);
    }

    private void one(String source, String target, boolean into) {
        boolean archive = options.unpacks() && ARCHIVES.stream().anyMatch(source::endsWith);
        BuildContext.Kind kind = context.kind(source);
        if (kind == BuildContext.Kind.DIRECTORY) {
            directory(source, target);
        } else if (kind == BuildContext.Kind.FILE && !archive) {
            file(source, target, into, regular(source, context.text(source)));
        } else if (kind == BuildContext.Kind.FILE && TAR.stream().anyMatch(source::endsWith)) {
            unpack(source, target);
        } else {
            guess(source, target, into, Presence.UNKNOWN);
        }
    }

    private FileNode regular(String source, PartialString text) {
        Presence executable = options.executable(context.executable(source));
        return new FileNode.Regular(text, Optional.empty(), executable, context.file(source));
    }

    private void unpack(String source, String target) {
        Optional<ContextFile> archive = context.file(source);
        Optional<String> path = image.resolveLinks(target).filter(p -> !p.equals("/"));
        if (archive.isEmpty() || path.isEmpty()) {
            image = image.withFiles(image.files().withOpaque(target));
            return;
        }
        boolean untouched = image.files().pathsBelow(path.get()).isEmpty();
        List<ContextFile> before = untouched && image.file(path.get()) instanceof FileNode.Directory directory
                ? directory.unpacked()
                : List.of();
        List<ContextFile> archives = new ArrayList<>(before);
        archives.add(archive.get());
        FileNode unpacked = new FileNode.Directory(false, archives);
        image = image.withFiles(image.files().with(path.get(), unpacked, options.at()));
    }

    /** Copies what nobody can look at: by its name it is a file, or it may be anything. */
    private void guess(String source, String target, boolean into, Presence executable) {
        boolean remote = source.contains("://");
        boolean unpacked = options.unpacks() && !remote && ARCHIVES.stream().anyMatch(source::endsWith);
        if (!isNamedLikeFile(source) || unpacked) {
            image = image.withFiles(image.files().withOpaque(target));
        } else if (into && Glob.isPattern(FileSystem.name(source))) {
            // in the directories of a base image, names that end like files that no rule asks for
            image = image.withFiles(image.files().withMoreIn(target));
        } else {
            FileNode file =
                    new FileNode.Regular(PartialString.UNKNOWN, Optional.empty(), options.executable(executable));
            file(source, target, into, file);
        }
    }

    private static boolean isNamedLikeFile(String path) {
        String name = FileSystem.name(path);
        int dot = name.lastIndexOf('.');
        return dot >= 0 && FILE_ENDINGS.contains(name.substring(dot + 1));
    }

    private void file(String source, String target, boolean into, FileNode node) {
        String name = FileSystem.name(source);
        boolean perhapsInto = image.mayBeDirectory(target)
                && !isNamedLikeFile(target)
                && (image.files().node(target).isPresent() || mayBringDirectory(target));
        if (!into && perhapsInto) {
            image = image.withFiles(image.files().withOpaque(target));
            return;
        }
        String path = into ? FileSystem.child(target, name) : target;
        image = image.withFiles(
                options.excluded().matches(name)
                        ? image.files().withOpaque(path)
                        : image.files().with(path, node, options.at()));
    }

    /** Whether the base image may have a directory there: what Alpine's own image has is known, and commands are files. */
    private boolean mayBringDirectory(String target) {
        boolean plain = image.base().filter(BaseImage::isMinirootfs).isPresent();
        return !plain && !FileSystem.parent(target).endsWith("bin");
    }

    /** The paths in the context that a pattern matches now. */
    private List<String> matching(String pattern) {
        List<String> found = List.of("");
        for (String part : FileSystem.normalize(pattern).substring(1).split("/", -1)) {
            List<String> next = new ArrayList<>();
            for (String directory : found) {
                String prefix = directory.isEmpty() ? "" : directory + "/";
                if (!Glob.isPattern(part)) {
                    next.add(prefix + part);
                    continue;
                }
                for (String name : context.names(directory).orElse(List.of())) {
                    if (next.size() < MOST_FILES && Glob.matches(part, name)) {
                        next.add(prefix + name);
                    }
                }
            }
            found = next;
        }
        return found.stream().filter(this::isThere).toList();
    }

    private boolean isThere(String path) {
        BuildContext.Kind kind = context.kind(path);
        return kind == BuildContext.Kind.FILE || kind == BuildContext.Kind.DIRECTORY;
    }

    /** A directory on its way: where it is in the context, seen from the source, and in the image. */
    private record Level(String source, String relative, String target) {}

    /** Copies the content of a directory, level by level. */
    private void directory(String source, String target) {
        Map<String, FileNode> files = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        Deque<Level> levels = new ArrayDeque<>(List.of(new Level(source, "", target)));
        int remaining = MOST_FILES;
        while (!levels.isEmpty()) {
            Level level = levels.remove();
            Optional<List<String>> names = context.names(level.source());
            Optional<String> there = image.resolveLinks(level.target());
            int size = names.map(List::size).orElse(0);
            // a directory is not empty for nothing: something will be put there
            if (there.isEmpty() || size == 0 || size > remaining) {
                unknown.add(there.orElse("/"));
                continue;
            }
            remaining -= size;
            image = image.withFiles(image.files().withMoreIn(there.get()));
            for (String name : names.orElse(List.of())) {
                Level below = new Level(
                        level.source() + "/" + name, level.relative() + name, FileSystem.child(there.get(), name));
                add(below, files, unknown, levels);
            }
        }
        FileSystem all = image.files();
        for (String path : unknown) {
            all = all.withOpaque(path);
        }
        image = image.withFiles(all.withAll(files, options.at()));
    }

    private void add(Level level, Map<String, FileNode> files, List<String> unknown, Deque<Level> levels) {
        BuildContext.Kind kind = context.kind(level.source());
        boolean excluded = options.excluded().matches(level.relative());
        boolean overLink = image.file(level.target()) instanceof FileNode.Link;
        if (kind == BuildContext.Kind.DIRECTORY && !excluded) {
            levels.add(new Level(level.source(), level.relative() + "/", level.target()));
        } else if (kind == BuildContext.Kind.FILE && !excluded && !overLink) {
            PartialString text = isAskedFor(level.target()) ? context.text(level.source()) : PartialString.UNKNOWN;
            files.put(level.target(), regular(level.source(), text));
        } else {
            unknown.add(level.target());
        }
    }

    /** Whether it may be a script or a file of the system, so that its text is worth reading. */
    private static boolean isAskedFor(String path) {
        return path.startsWith("/etc/")
                || path.endsWith(".sh")
                || FileSystem.name(path).indexOf('.') < 0;
    }
}
