package io.github.alpinecheck.alpine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the names of some images say which Java they bring: a cell of {@code image-tags.tsv}, whose head explains the
 * words.
 */
record JavaInName(List<String> words) {

    private static final String EARLY_ACCESS = "early-access";

    /** More digits than these are a date or a build. */
    private static final int MOST_DIGITS = 2;

    /** Java 1 to 5 are in no image. */
    private static final int OLDEST = 6;

    /** The Java of an image; empty where the name does not say it. */
    Optional<JavaVersion> in(String repository, String tag) {
        String name = repository + ":" + tag;
        boolean early =
                words.contains(EARLY_ACCESS) || List.of(tag.split("-", -1)).contains("ea");
        return words.stream()
                .map(word -> isDigit(word, 0) ? number(word, 0) : behind(word, name))
                .flatMapToInt(OptionalInt::stream)
                .filter(feature -> feature >= OLDEST)
                .boxed()
                .findFirst()
                .map(feature -> new JavaVersion(feature, early));
    }

    private static OptionalInt behind(String text, String name) {
        for (int at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
            int start = at + text.length();
            if (isDigit(name, start)) {
                return number(name, start);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt number(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end - start > MOST_DIGITS ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text, start, end, 10));
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
