package io.github.alpinecheck.image;

import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a build has done to the files of its base image. Immutable. Paths are absolute and normalized ({@link
 * #resolve}).
 */
public final class FileSystem {

    /** Nothing was done. */
    public static final FileSystem UNTOUCHED = new FileSystem(Map.of(), Set.of(), Set.of());

    private final Map<String, Entry> entries;
    /** Directories below which anything may have been written; what was written later stands in entries. */
    private final Set<String> opaque;
    /** Paths where a link is on some ways through the script and something else on others. */
    private final Set<String> perhapsLinks;
    /** How long the paths of entries and opaque are: most directories need not be looked up. */
    private final BitSet lengths = new BitSet();

    private final boolean links;

    private FileSystem(Map<String, Entry> entries, Set<String> opaque, Set<String> perhapsLinks) {
        this.entries = entries;
        this.opaque = opaque;
        this.perhapsLinks = perhapsLinks;
        boolean links = !perhapsLinks.isEmpty();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            lengths.set(entry.getKey().length());
            links |= entry.getValue().node() instanceof FileNode.Link;
        }
        this.links = links;
        for (String path : opaque) {
            lengths.set(path.length());
        }
    }

    /**
     * A file that the build has touched.
     *
     * @param writtenAt where in the Dockerfile; empty when that depends
     */
    public record Entry(FileNode node, Optional<Span> writtenAt) {}

    /** What the build itself put at the path, or took away from it. */
    public Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /**
     * What the build put at the path, or at the closest of the directories that it lies in, those passed over that only
     * are there; empty when nobody knows what was written between the two.
     */
    public Optional<Map.Entry<String, Entry>> closest(String path) {
        for (String at = path; !at.equals("/") && !opaque.contains(at); at = parent(at)) {
            Entry entry = entries.get(at);
            boolean passed = entry != null && !at.equals(path) && entry.node().equals(FileNode.DIRECTORY);
            if (entry != null && !passed) {
                return Optional.of(Map.entry(at, entry));
            }
        }
        return Optional.empty();
    }

    private boolean isUnpacked(String directory) {
        return closest(directory)
                .filter(e -> e.getValue().node() instanceof FileNode.Directory d
                        && !d.unpacked().isEmpty())
                .isPresent();
    }

    /** What the build says of a path; empty when it has not touched it, so that the base image decides. */
    public Optional<FileNode> node(String path) {
        Entry own = entries.get(path);
        if (own != null) {
            return Optional.of(own.node());
        }
        for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            if (!lengths.get(Math.max(end, 1))) {
                continue;
            }
            String at = end == 0 ? "/" : path.substring(0, end);
            if (opaque.contains(at)) {
                return Optional.of(FileNode.UNKNOWN);
            }
            Entry above = end == path.length() ? null : entries.get(at);
            if (above != null && !above.node().equals(FileNode.DIRECTORY)) {
                boolean empty = above.node().equals(FileNode.ABSENT)
                        || above.node().equals(FileNode.NEW_DIRECTORY)
                        || above.node() instanceof FileNode.Regular;
                return Optional.of(empty ? FileNode.ABSENT : FileNode.UNKNOWN);
            }
        }
        return Optional.empty();
    }

    /** With a node at the path; what was known below the path is forgotten. Nodes in {@code /dev} are not kept. */
    public FileSystem with(String path, FileNode node, Span at) {
        return withAll(Map.of(path, node), at);
    }

    /** As {@link #with}, with many nodes, none below another, at once. */
    public FileSystem withAll(Map<String, FileNode> nodes, Span at) {
        Map<String, FileNode> kept = new HashMap<>(nodes);
        kept.keySet().removeIf(path -> path.equals("/") || path.startsWith("/dev/") || path.startsWith("/proc/"));
        if (kept.isEmpty()) {
            return this;
        }
        Map<String, Entry> next = new HashMap<>(entries);
        next.keySet().removeIf(path -> isBelow(path, kept, true));
        kept.forEach((path, node) -> next.put(path, new Entry(node, Optional.of(at))));
        Predicate<String> replaced = path -> kept.containsKey(path) || isBelow(path, kept, false);
        Set<String> open = new HashSet<>(without(opaque, replaced));
        // a directory that was unknown until now keeps its content, which still nobody knows
        kept.forEach((path, node) -> {
            boolean unknown = node(path).equals(Optional.of(FileNode.UNKNOWN)) && !isUnpacked(path);
            if (node.equals(FileNode.DIRECTORY) && unknown) {
                open.add(path);
            }
        });
        return new FileSystem(Map.copyOf(next), Set.copyOf(open), without(perhapsLinks, replaced));
    }

    /**
     * Whether a path lies in a directory where one of the nodes is.
     *
     * @param keeping whether those are passed over that say only that there is a directory, which keeps what is in it
     */
    private static boolean isBelow(String path, Map<String, FileNode> nodes, boolean keeping) {
        for (String at = parent(path); !at.equals("/"); at = parent(at)) {
            FileNode node = nodes.get(at);
            if (node != null && !(keeping && node.equals(FileNode.DIRECTORY))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> without(Set<String> paths, Predicate<String> unwanted) {
        if (paths.stream().noneMatch(unwanted)) {
            return paths;
        }
        Set<String> remaining = new HashSet<>(paths);
        remaining.removeIf(unwanted);
        return Set.copyOf(remaining);
    }

    /** After files have come into a directory, and nobody knows all of them: what was not there may be there now. */
    public FileSystem withMoreIn(String directory) {
        if (!isUnpacked(directory) && !node(child(directory, "?")).equals(Optional.of(FileNode.ABSENT))) {
            return this;
        }
        Map<String, Entry> next = new HashMap<>(entries);
        next.remove(directory);
        next.replaceAll((path, entry) ->
                entry.node().equals(FileNode.ABSENT) && below(directory).test(path)
                        ? new Entry(FileNode.UNKNOWN, Optional.empty())
                        : entry);
        Set<String> open = new HashSet<>(opaque);
        open.add(directory);
        return new FileSystem(Map.copyOf(next), Set.copyOf(open), perhapsLinks);
    }

    /** With other nodes at and below a path; where and how they were written stays. */
    public FileSystem changed(String path, UnaryOperator<FileNode> change) {
        Map<String, Entry> next = new HashMap<>(entries);
        next.replaceAll((at, entry) -> at.equals(path) || below(path).test(at)
                ? new Entry(change.apply(entry.node()), entry.writtenAt())
                : entry);
        return new FileSystem(Map.copyOf(next), opaque, perhapsLinks);
    }

    /** Whether anything may be a link. */
    boolean hasLinks() {
        return links;
    }

    /** Whether the script may have made a link of it, or not. */
    boolean isPerhapsLink(String path) {
        return perhapsLinks.contains(path);
    }

    /** After something nobody can follow has written at and below the directory. */
    public FileSystem withOpaque(String directory) {
        Map<String, Entry> next = new HashMap<>(entries);
        next.keySet().removeIf(below(directory));
        next.remove(directory);
        Set<String> open = new HashSet<>(opaque);
        open.removeIf(below(directory));
        open.add(directory);
        return new FileSystem(Map.copyOf(next), Set.copyOf(open), perhapsLinks);
    }

    /** After something has put any files at and below the directory, and taken none away: what was a file still is one. */
    public FileSystem withAnyAdded(String directory) {
        FileSystem after = withOpaque(directory);
        Map<String, Entry> kept = new HashMap<>(after.entries);
        entries.forEach((path, entry) -> {
            if (below(directory).test(path) && entry.node() instanceof FileNode.Regular) {
                kept.put(path, new Entry(FileNode.SOME_FILE, entry.writtenAt()));
            }
        });
        return new FileSystem(Map.copyOf(kept), after.opaque, after.perhapsLinks);
    }

    /** After everything in a directory is removed but what has a name that starts with a dot. */
    public FileSystem emptied(String directory, Span at) {
        FileSystem empty = with(directory, FileNode.NEW_DIRECTORY, at);
        String hidden = (directory.equals("/") ? "" : directory) + "/.";
        Map<String, Entry> kept = new HashMap<>(empty.entries);
        entries.forEach((path, entry) -> {
            if (path.startsWith(hidden)) {
                kept.put(path, entry);
            }
        });
        return new FileSystem(Map.copyOf(kept), empty.opaque, empty.perhapsLinks);
    }

    /** The paths at and below the directory that the build has put something at or taken something away from. */
    public Set<String> pathsBelow(String directory) {
        Set<String> paths = new TreeSet<>();
        Predicate<String> below = below(directory);
        for (String path : entries.keySet()) {
            if (below.test(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** The directories below which something nobody can follow may have written, sorted. */
    public Set<String> openDirectories() {
        return new TreeSet<>(opaque);
    }

    /** The programs that the build has put into the image, by path. */
    public Map<String, FileNode.Program> programs() {
        Map<String, FileNode.Program> programs = new TreeMap<>();
        entries.forEach((path, entry) -> {
            if (entry.node() instanceof FileNode.Program program) {
                programs.put(path, program);
            }
        });
        return programs;
    }

    /** As if the build had never touched the path and what is below it. */
    public FileSystem forget(String path) {
        Map<String, Entry> next = new HashMap<>(entries);
        next.keySet().removeIf(below(path));
        next.remove(path);
        Set<String> open = new HashSet<>(opaque);
        open.removeIf(below(path));
        open.remove(path);
        return new FileSystem(
                Map.copyOf(next),
                Set.copyOf(open),
                without(perhapsLinks, p -> p.equals(path) || below(path).test(p)));
    }

    /** Whether something nobody can follow may have written at or below the directory. */
    public boolean mayHaveWritten(String directory) {
        return opaque.stream().anyMatch(below(directory)) || node(directory).equals(Optional.of(FileNode.UNKNOWN));
    }

    /** Two possibilities as one. */
    public FileSystem join(FileSystem other) {
        if (equals(other)) {
            return this;
        }
        Set<String> open = new HashSet<>(opaque);
        open.addAll(other.opaque);
        Set<String> links = new HashSet<>(perhapsLinks);
        links.addAll(other.perhapsLinks);
        Map<String, Entry> next = new HashMap<>();
        Set<String> paths = new HashSet<>(entries.keySet());
        paths.addAll(other.entries.keySet());
        for (String path : paths) {
            Entry mine = entries.get(path);
            Entry theirs = other.entries.get(path);
            if (mine != null && mine.equals(theirs)) {
                next.put(path, mine);
            } else {
                FileNode node =
                        mine != null && theirs != null ? FileNode.join(mine.node(), theirs.node()) : FileNode.UNKNOWN;
                next.put(path, new Entry(node, Optional.empty()));
                if (node.equals(FileNode.UNKNOWN) && (isLink(mine) || isLink(theirs))) {
                    links.add(path);
                }
            }
        }
        return new FileSystem(Map.copyOf(next), Set.copyOf(open), Set.copyOf(links));
    }

    private static boolean isLink(@Nullable Entry entry) {
        return entry != null && entry.node() instanceof FileNode.Link;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileSystem that
                && entries.equals(that.entries)
                && opaque.equals(that.opaque)
                && perhapsLinks.equals(that.perhapsLinks);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /**
     * The absolute, normalized path of what a program in a working directory calls {@code path}.
     *
     * @return empty when a hole hides it
     */
    public static Optional<String> resolve(PartialString directory, PartialString path) {
        boolean absolute = path.pattern().startsWith("/");
        PartialString whole = absolute ? path : directory.plus("/").plus(path);
        return whole.known().filter(p -> p.startsWith("/")).map(FileSystem::normalize);
    }

    /** An absolute path without {@code .}, {@code ..} and empty parts. */
    public static String normalize(String path) {
        if (isNormalized(path)) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                String part = path.substring(start, i);
                start = i + 1;
                if (part.equals("..")) {
                    parts.pollLast();
                } else if (!part.isEmpty() && !part.equals(".")) {
                    parts.addLast(part);
                }
            }
        }
        return "/" + String.join("/", parts);
    }

    /** Whether there is certainly nothing to do, as with nearly all paths. */
    static boolean isNormalized(String path) {
        return path.length() > 1
                && path.charAt(0) == '/'
                && !path.endsWith("/")
                && !path.contains("//")
                && !path.contains("/.");
    }

    /** The directory that a normalized path stands in; {@code /} for {@code /}. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** The path of a name in a directory. */
    public static String child(String directory, String name) {
        return directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    /** The last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Predicate<String> below(String directory) {
        String prefix = directory.equals("/") ? "/" : directory + "/";
        return path -> path.startsWith(prefix);
    }
}
