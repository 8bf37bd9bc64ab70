package io.github.alpinecheck.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of a {@code .dockerignore} file and of {@code COPY --exclude}, as BuildKit understands them
 * ({@code moby/patternmatcher}): the last one that matches a path decides, a pattern that matches a directory decides
 * for what is below it, too, and {@code !} takes paths back in.
 */
public final class IgnorePatterns {

    /** Nothing is ignored. */
    public static final IgnorePatterns NONE = new IgnorePatterns(List.of());

    private final List<Pattern> patterns;

    private IgnorePatterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    private record Pattern(boolean takesBack, IgnoreGlob glob) {}

    /** The lines of a {@code .dockerignore}; one that BuildKit would refuse is left out. */
    public static IgnorePatterns ofFile(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return of(plain.lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** Patterns one by one; one that BuildKit would refuse is left out. */
    public static IgnorePatterns of(List<String> patterns) {
        List<Pattern> read = new ArrayList<>();
        for (String each : patterns) {
            String trimmed = each.strip();
            boolean takesBack = trimmed.startsWith("!");
            String path = takesBack ? trimmed.substring(1).strip() : trimmed;
            if (!path.isEmpty()) {
                Optional<IgnoreGlob> glob = IgnoreGlob.parse(clean(path));
                glob.ifPresent(g -> read.add(new Pattern(takesBack, g)));
            }
        }
        return read.isEmpty() ? NONE : new IgnorePatterns(List.copyOf(read));
    }

    /** A relative path without {@code .}, {@code ..} and empty parts; one that leads outside keeps its {@code ..}. */
    private static String clean(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(up && path.startsWith("/"))) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /**
     * Whether a path is ignored.
     *
     * @param path relative, with {@code /}, without {@code .} and {@code ..}
     */
    public boolean matches(String path) {
        boolean matched = false;
        boolean[] ofParent = new boolean[patterns.size()];
        // from the top down: what a pattern says of a directory it says of all below
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String prefix = end < 0 ? path : path.substring(0, end);
            matched = false;
            for (int i = 0; i < ofParent.length; i++) {
                Pattern pattern = patterns.get(i);
                if (!ofParent[i]) {
                    // a pattern that would change nothing is not asked, so it says nothing of what is below either
                    ofParent[i] =
                            pattern.takesBack() == matched && pattern.glob().matches(prefix);
                }
                if (ofParent[i]) {
                    matched = !pattern.takesBack();
                }
            }
            if (end < 0) {
                return matched;
            }
        }
    }
}
