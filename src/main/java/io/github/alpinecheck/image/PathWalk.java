package io.github.alpinecheck.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Finds a file as the kernel does: part by part, links followed (POSIX.1-2017, volume 1, 4.13). */
final class PathWalk {

    /** What makes a path one that leads nowhere: {@code .} is no file's name, so nothing is there, nor above it. */
    static final String NOWHERE = "/./.";

    /** More links than this in one path are a loop for Linux. */
    private static final int MOST_LINKS = 40;

    private PathWalk() {}

    /**
     * Where a path ends.
     *
     * @param path absolute
     * @param follows whether the last part is followed if it is a link; with a slash behind it, it is in any case
     * @return normalized, if what it leads through may be there; empty when nobody knows
     */
    static Optional<String> end(ImageState image, String path, boolean follows) {
        if (!image.files().hasLinks() && FileSystem.isNormalized(path)) {
            // as most paths of most builds: of what a base image brings, nothing is known to be a link
            return Optional.of(path);
        }
        Deque<String> parts = new ArrayDeque<>();
        boolean impossible = path.endsWith(NOWHERE) && path.length() > NOWHERE.length();
        push(parts, impossible ? path.substring(0, path.length() - NOWHERE.length()) : path);
        boolean directory = path.endsWith("/") || path.endsWith("/.");
        String at = "/";
        int links = 0;
        while (!parts.isEmpty()) {
            String part = parts.pop();
            if (part.equals("..")) {
                FileNode here = image.file(at);
                if (isNoDirectory(here)) {
                    return Optional.of(at + NOWHERE);
                }
                if (here.equals(FileNode.UNKNOWN)) {
                    return Optional.empty();
                }
                at = FileSystem.parent(at);
                continue;
            }
            String next = at.equals("/") ? "/" + part : at + "/" + part;
            boolean last = parts.isEmpty() && !follows && !directory;
            if (!last && image.files().isPerhapsLink(next)) {
                return Optional.empty();
            }
            if (!last && image.file(next) instanceof FileNode.Link link) {
                Optional<String> target = link.target().known();
                if (target.isEmpty() || ++links > MOST_LINKS) {
                    return Optional.empty();
                }
                at = target.get().startsWith("/") ? "/" : at;
                push(parts, target.get());
            } else {
                at = next;
            }
        }
        return Optional.of(impossible || directory && isNoDirectory(image.file(at)) ? at + NOWHERE : at);
    }

    private static boolean isNoDirectory(FileNode node) {
        return node.equals(FileNode.ABSENT) || node instanceof FileNode.Regular;
    }

    private static void push(Deque<String> parts, String path) {
        for (int end = path.length(); end > 0; ) {
            int start = path.lastIndexOf('/', end - 1) + 1;
            boolean here = start == end || end - start == 1 && path.charAt(start) == '.';
            if (!here) {
                parts.push(path.substring(start, end));
            }
            end = start - 1;
        }
    }
}
