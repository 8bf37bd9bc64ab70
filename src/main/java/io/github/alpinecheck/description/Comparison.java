package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.description.Change.Kind;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.InstalledPackages;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An image before and after an instruction. */
final class Comparison {

    private final ImageState before;
    private final ImageState after;
    private final List<Change> changes = new ArrayList<>();

    Comparison(ImageState before, ImageState after) {
        this.before = before;
        this.after = after;
    }

    /** Packages, then files, then what the container starts with. */
    List<Change> changes() {
        if (before.equals(after)) {
            return List.of();
        }
        if (!before.packages().equals(after.packages())) {
            packages();
        }
        if (!before.files().equals(after.files())) {
            files();
        }
        if (!before.environment().equals(after.environment())) {
            variables();
        }
        other(Kind.USER, before.user(), after.user());
        other(Kind.WORKING_DIRECTORY, before.workdir(), after.workdir());
        return changes;
    }

    private void packages() {
        Map<String, InstalledPackages.Root> old = before.packages().roots();
        Map<String, InstalledPackages.Root> roots =
                new TreeMap<>(after.packages().roots());
        for (InstalledPackages.Root root : roots.values()) {
            InstalledPackages.Root known = old.get(root.name());
            if (known == null || !known.members().equals(root.members())) {
                changes.add(new Change(
                        root.certain() ? Kind.PACKAGE : Kind.PERHAPS_PACKAGE,
                        root.name(),
                        PartialString.of(root.virtual() ? String.join(" ", new TreeSet<>(root.members())) : "")));
            }
        }
        for (String name : new TreeSet<>(old.keySet())) {
            if (!roots.containsKey(name)) {
                changes.add(Change.of(Kind.NO_PACKAGE, name));
            }
        }
        Optional<BaseImage> base = before.base();
        for (String name : base.isPresent() ? new TreeSet<>(base.get().packages()) : Set.<String>of()) {
            boolean gone =
                    before.packagePresence(name) == Presence.PRESENT && after.packagePresence(name) == Presence.ABSENT;
            if (gone) {
                changes.add(Change.of(Kind.NO_PACKAGE, name));
            }
        }
        if (after.packages().mayHaveOthers() && !before.packages().mayHaveOthers()) {
            changes.add(Change.of(Kind.ANY_PACKAGE, ""));
        }
    }

    private void files() {
        FileSystem old = before.files();
        FileSystem files = after.files();
        for (String path : files.pathsBelow("/")) {
            Optional<FileSystem.Entry> entry = files.entry(path);
            if (entry.isPresent() && !entry.equals(old.entry(path))) {
                file(path, entry.get().node());
            }
        }
        Set<String> known = old.openDirectories();
        for (String directory : files.openDirectories()) {
            // of a directory that is made where something may have been, nobody knows what is in it
            if (!known.contains(directory) && files.entry(directory).equals(old.entry(directory))) {
                changes.add(Change.of(Kind.ANY_FILE, directory));
            }
        }
    }

    private void file(String path, FileNode node) {
        if (node instanceof FileNode.Link link) {
            changes.add(new Change(Kind.LINK, path, link.target()));
        } else if (node instanceof FileNode.Directory) {
            changes.add(Change.of(Kind.DIRECTORY, path));
        } else if (node instanceof FileNode.Regular) {
            Optional<String> content = after.content(path).flatMap(PartialString::known);
            boolean same =
                    content.isPresent() && content.equals(before.content(path).flatMap(PartialString::known));
            changes.add(Change.of(same ? Kind.SAME_FILE : Kind.FILE, path));
        } else if (node instanceof FileNode.Program) {
            changes.add(Change.of(Kind.PROGRAM, path));
        } else if (node.equals(FileNode.ABSENT)) {
            // rm -f of what was not there changes nothing
            if (!before.file(path).equals(FileNode.ABSENT)) {
                changes.add(Change.of(Kind.NO_FILE, path));
            }
        } else {
            changes.add(Change.of(Kind.PERHAPS_FILE, path));
        }
    }

    private void variables() {
        for (Map.Entry<String, PartialString> variable : new TreeMap<>(after.environment()).entrySet()) {
            if (!variable.getValue().equals(before.environment().get(variable.getKey()))) {
                changes.add(new Change(Kind.VARIABLE, variable.getKey(), variable.getValue()));
            }
        }
    }

    private void other(Kind kind, PartialString old, PartialString now) {
        if (!now.equals(old)) {
            changes.add(new Change(kind, "", now));
        }
    }
}
