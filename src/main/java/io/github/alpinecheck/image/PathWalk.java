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
                boolean walks = !(here.equals(FileNode.ABSENT) || here instanceof FileNode.Regular);
                if (!walks) {
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
        FileNode end = image.file(at);
        boolean noDirectory = end.equals(FileNode.ABSENT) || end instanceof FileNode.Regular;
        return Optional.of(impossible || directory && noDirectory ? at + NOWHERE : at);
    }

    private static void push(Deque<String> parts, String path) {
        String[] all = path.split("/", -1);
        for (int i = all.length - 1; i >= 0; i--) {
            if (!all[i].isEmpty() && !all[i].equals(".")) {
                parts.push(all[i]);
            }
        }
    }
}
