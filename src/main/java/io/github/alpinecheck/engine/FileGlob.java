package io.github.alpinecheck.engine;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/**
 * A glob for paths relative to the project's directory.
 *
 * @param start the directory that all matching files are in, as far as the glob names it; empty for the project's own
 */
record FileGlob(String start, PathMatcher matcher) {

    /** @throws PatternSyntaxException if it is none */
    static FileGlob of(String text) {
        int slash = text.lastIndexOf('/', firstWildcard(text));
        String start = slash < 0 ? "" : text.substring(0, slash);
        return new FileGlob(start, FileSystems.getDefault().getPathMatcher("glob:" + optionalDirectories(text)));
    }

    /** Whether a text has wildcards. */
    static boolean isGlob(String text) {
        return firstWildcard(text) < text.length();
    }

    boolean matches(Path relative) {
        return matcher.matches(relative);
    }

    private static int firstWildcard(String text) {
        int at = 0;
        while (at < text.length() && "*?[{".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Lets a directory wildcard stand for no directory too, as everywhere in Maven; Java's own needs one. */
    private static String optionalDirectories(String glob) {
        StringBuilder result = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean starts = i == 0 || glob.charAt(i - 1) == '/';
            if (depth == 0 && starts && glob.startsWith("**/", i)) {
                result.append("{**/,}");
                i += 2;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
