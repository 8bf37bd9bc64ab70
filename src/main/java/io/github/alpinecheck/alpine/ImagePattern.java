package io.github.alpinecheck.alpine;

import java.util.List;

/**
 * Some tags of a repository: the first two cells of tables about images.
 *
 * @param repository a name, or the beginning of names followed by {@code *}
 * @param tags {@code *} stands for any text, {@code #} for one or more digits
 */
record ImagePattern(String repository, List<String> tags) {

    static ImagePattern of(FactTable.Row row) {
        return new ImagePattern(row.text(0), row.list(1));
    }

    boolean isPrefix() {
        return repository.endsWith("*");
    }

    boolean matchesRepository(String name) {
        return isPrefix() ? name.startsWith(repository.substring(0, repository.length() - 1)) : name.equals(repository);
    }

    boolean matchesTag(String tag) {
        return tags.stream().anyMatch(pattern -> matches(pattern, 0, tag, 0));
    }

    private static boolean matches(String pattern, int p, String tag, int t) {
        if (p == pattern.length()) {
            return t == tag.length();
        }
        char wanted = pattern.charAt(p);
        if (wanted == '*') {
            for (int rest = t; rest <= tag.length(); rest++) {
                if (matches(pattern, p + 1, tag, rest)) {
                    return true;
                }
            }
            return false;
        }
        if (wanted == '#') {
            int end = t;
            while (end < tag.length() && tag.charAt(end) >= '0' && tag.charAt(end) <= '9') {
                end++;
            }
            return end > t && matches(pattern, p + 1, tag, end);
        }
        return t < tag.length() && tag.charAt(t) == wanted && matches(pattern, p + 1, tag, t + 1);
    }
}
