package io.github.alpinecheck.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known word that takes the fewest edits (a letter more, less or other, two neighbours swapped) to get to,
     * whatever the case; of several the first in natural order.
     *
     * @return empty when every known word is further away than two edits and than a third of the word's length, or so
     *     far that less than half of the letters stay: {@code ADD} is not what {@code apk} was meant to be
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int best = Math.max(2, word.length() / 3) + 1;
        String found = "";
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) > best) {
                continue;
            }
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (2 * distance > Math.max(word.length(), candidate.length())) {
                continue;
            }
            if (distance < best || (distance == best && !found.isEmpty() && candidate.compareTo(found) < 0)) {
                best = distance;
                found = candidate;
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Edit distance where swapping two neighbours counts as one edit. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
