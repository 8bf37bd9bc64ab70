package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Packages;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.text.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The packages of an image: those of its base, and what {@code apk} was asked for since. Immutable.
 *
 * <p>As in apk's own database, a package is there while something that was asked for is or needs it. What a package
 * needs is known for those in {@link Packages} only; any other may bring anything, so nothing is certainly absent then.
 */
public final class InstalledPackages {

    private final Optional<BaseImage> base;
    /** What was asked for: packages and virtual packages. */
    private final Map<String, Root> roots;
    /** Packages of the base that were deleted. */
    private final Set<String> deleted;
    /** Whether packages that nobody can name may have been installed or deleted. */
    private final boolean open;
    /** Whether one was asked for that may bring anything. */
    private final boolean unknown;

    private InstalledPackages(Optional<BaseImage> base, Map<String, Root> roots, Set<String> deleted, boolean open) {
        this.base = base;
        this.roots = roots;
        this.deleted = deleted;
        this.open = open;
        this.unknown = hasUnknown(roots.values());
    }

    private static boolean hasUnknown(Collection<Root> roots) {
        Packages table = Packages.load();
        for (Root root : roots) {
            for (String member : root.members()) {
                if (!table.isKnown(member)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those of a base image; of an unknown image nothing is known. */
    public static InstalledPackages of(Optional<BaseImage> base) {
        return new InstalledPackages(base, Map.of(), Set.of(), base.isEmpty());
    }

    /**
     * Something that apk was asked to install.
     *
     * @param members the packages: its own name, or the members of a virtual package
     * @param certain false when that depends
     * @param at the command
     */
    public record Root(String name, boolean virtual, Set<String> members, boolean certain, Span at) {
        public Root {
            members = Set.copyOf(members);
        }

        private Root doubtful() {
            return new Root(name, virtual, members, false, at);
        }
    }

    /** Whether the package is installed. */
    public Presence presence(String name) {
        if (inBase(name)) {
            return open ? Presence.UNKNOWN : Presence.PRESENT;
        }
        boolean doubt = open || unknown || !isDecided(name);
        for (Root root : roots.values()) {
            for (String member : root.members()) {
                if (member.equals(name) && root.certain()) {
                    return Presence.PRESENT;
                }
                // what a package brings differs between releases, so it is no more than possible
                doubt |= Packages.load().with(member).contains(name);
            }
        }
        return doubt ? Presence.UNKNOWN : Presence.ABSENT;
    }

    /** Whether it is known if the base image has it. */
    private boolean isDecided(String name) {
        return base.isPresent()
                && (base.get().packagesComplete() || base.get().absentPackages().contains(name));
    }

    private boolean inBase(String name) {
        return base.isPresent() && base.get().packages().contains(name) && !deleted.contains(name);
    }

    /** Whether apk was asked for this name, of a package or of a virtual package, and not asked to delete it since. */
    public Presence asked(String name) {
        Root root = roots.get(name);
        if (root != null) {
            return root.certain() ? Presence.PRESENT : Presence.UNKNOWN;
        }
        return open || base.filter(BaseImage::isMinirootfs).isEmpty() ? Presence.UNKNOWN : Presence.ABSENT;
    }

    /** What was asked for since the base image, by name. */
    public Map<String, Root> roots() {
        return roots;
    }

    /** All packages that are certainly there: those of the base and those that were asked for. */
    public Set<String> certain() {
        Set<String> names = new LinkedHashSet<>();
        base.ifPresent(b ->
                b.packages().stream().filter(p -> !deleted.contains(p)).sorted().forEach(names::add));
        roots.values().stream()
                .filter(Root::certain)
                .flatMap(r -> r.members().stream())
                .forEach(names::add);
        return names;
    }

    /** Whether packages that nobody can name may be there or gone. */
    public boolean isOpen() {
        return open || unknown;
    }

    /** Whether something may have installed or deleted packages that nobody can name. */
    public boolean mayHaveOthers() {
        return open;
    }

    /** After {@code apk add}. */
    public InstalledPackages add(List<String> names, Optional<String> virtual, Span at) {
        Map<String, Root> next = new TreeMap<>(roots);
        Set<String> still = deleted;
        if (virtual.isPresent()) {
            next.put(virtual.get(), new Root(virtual.get(), true, Set.copyOf(names), true, at));
        } else {
            for (String name : names) {
                next.put(name, new Root(name, false, Set.of(name), true, at));
            }
        }
        if (names.stream().anyMatch(deleted::contains)) {
            still = new HashSet<>(deleted);
            names.forEach(still::remove);
        }
        return new InstalledPackages(base, Map.copyOf(next), Set.copyOf(still), open);
    }

    /** After {@code apk del}. */
    public InstalledPackages delete(List<String> names) {
        Map<String, Root> next = new TreeMap<>(roots);
        Set<String> gone = new HashSet<>(deleted);
        for (String name : names) {
            if (next.remove(name) == null && inBase(name)) {
                gone.add(name);
            }
        }
        return new InstalledPackages(base, Map.copyOf(next), Set.copyOf(gone), open);
    }

    /** After something that may have installed or deleted any package. */
    public InstalledPackages opened() {
        Map<String, Root> doubtful = new HashMap<>(roots);
        doubtful.replaceAll((name, root) -> root.doubtful());
        return new InstalledPackages(base, Map.copyOf(doubtful), deleted, true);
    }

    /** Two possibilities as one. */
    public InstalledPackages join(InstalledPackages other) {
        if (equals(other)) {
            return this;
        }
        Map<String, Root> next = new HashMap<>(roots);
        next.putAll(other.roots);
        next.replaceAll((name, root) -> {
            boolean both = root.equals(roots.get(name)) && root.equals(other.roots.get(name));
            return both ? root : root.doubtful();
        });
        // what only one of both has deleted is neither there nor gone
        boolean unclear = open || other.open || !deleted.equals(other.deleted);
        return new InstalledPackages(base, Map.copyOf(next), deleted, unclear);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstalledPackages that
                && open == that.open
                && roots.equals(that.roots)
                && deleted.equals(that.deleted)
                && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return Objects.hash(roots, deleted, open);
    }
}
