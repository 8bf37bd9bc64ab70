package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Some tags of a repository that are alike: a line of {@code image-tags.tsv}.
 *
 * @param repository a name, or the beginning of names followed by {@code *}
 * @param patterns of tags: {@code *} stands for any text, {@code #} for one or more digits
 * @param history which releases a tag that does not name it stood for; empty if nobody knows
 * @param frozen the day of the last push, if nobody builds them any more
 * @param contents what they contain
 */
record ImageTags(
        String repository,
        List<String> patterns,
        Optional<String> history,
        Optional<LocalDate> frozen,
        String contents) {

    static ImageTags of(FactTable.Row row) {
        return new ImageTags(row.text(0), row.list(1), row.optional(2), row.day(3), row.text(4));
    }

    boolean isPrefix() {
        return repository.endsWith("*");
    }

    boolean startsRepository(String name) {
        return name.startsWith(repository.substring(0, repository.length() - 1));
    }

    boolean matches(String tag) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, 0, tag, 0));
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
