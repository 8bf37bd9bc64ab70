package io.github.alpinecheck.rules.apk;

import java.util.Optional;

/**
 * A package with the version that {@code apk add} asks for: {@code git=2.47.1-r0}, {@code git~2.47}, {@code git>2}.
 *
 * @param operator one of the characters {@code =<>~}, or several
 */
record PackageVersion(String name, String operator, String version) {

    private static final String OPERATORS = "=<>~";

    /** Empty for a word without version, and for what is no name: files, conflicts, names with a tag. */
    static Optional<PackageVersion> parse(String word) {
        int start = 0;
        while (start < word.length() && OPERATORS.indexOf(word.charAt(start)) < 0) {
            start++;
        }
        int end = start;
        while (end < word.length() && OPERATORS.indexOf(word.charAt(end)) >= 0) {
            end++;
        }
        boolean plain = isName(word.substring(0, start)) && word.indexOf('@') < 0 && !word.endsWith(".apk");
        return plain && start < end && end < word.length()
                ? Optional.of(
                        new PackageVersion(word.substring(0, start), word.substring(start, end), word.substring(end)))
                : Optional.empty();
    }

    /** Whether it is the name of a package: not a file, not {@code so:libc.so}, not {@code !git}. */
    static boolean isName(String word) {
        return !word.isEmpty()
                && Character.isLetterOrDigit(word.charAt(0))
                && word.chars().noneMatch(c -> c == '/' || c == ':');
    }

    /** Whether only this version will do. */
    boolean isExact() {
        return operator.equals("=");
    }

    /** Whether every version will do that starts like this one. */
    boolean isFuzzy() {
        return operator.indexOf('~') >= 0;
    }

    /** Whether the version has its build number, {@code -r0}. */
    boolean hasBuild() {
        int build = version.lastIndexOf("-r");
        return build > 0
                && build + 2 < version.length()
                && version.substring(build + 2).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code git~2.47}: what stays satisfied while patches come in. */
    String relaxed() {
        int end = 0;
        int dots = 0;
        while (end < version.length() && "-_*".indexOf(version.charAt(end)) < 0) {
            dots += version.charAt(end) == '.' ? 1 : 0;
            if (dots == 2) {
                break;
            }
            end++;
        }
        // of 8.* the dot stays behind
        boolean dotted = end > 0 && version.charAt(end - 1) == '.';
        return name + "~" + version.substring(0, dotted ? end - 1 : end);
    }
}
