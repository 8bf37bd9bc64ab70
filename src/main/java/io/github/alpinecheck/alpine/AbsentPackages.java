package io.github.alpinecheck.alpine;

import java.util.HashSet;
import java.util.Set;

/** Reads which packages an image is known to lack. */
final class AbsentPackages {

    private static final String PROVIDERS = "@providers";
    private static final char EXCEPT = '!';

    private final Packages packages;

    /** Every package that brings a reportable command itself, or puts a program in the place of one of busybox's. */
    private final Set<String> providers;

    private AbsentPackages(Packages packages, Set<String> providers) {
        this.packages = packages;
        this.providers = providers;
    }

    static AbsentPackages load() {
        Set<String> providers = new HashSet<>(Commands.load().byPackage().keySet());
        providers.addAll(Busybox.load().replacements());
        return new AbsentPackages(Packages.load(), providers);
    }

    /**
     * The packages that are not there.
     *
     * @param words names; {@code @providers} for every package that brings a reportable command or replaces a program of
     *     busybox; {@code !NAME} for one
     *     that is not meant
     * @param installed what is there; with what that may bring it is never absent
     */
    Set<String> of(Set<String> words, Set<String> installed) {
        Set<String> absent = new HashSet<>();
        for (String word : words) {
            if (word.equals(PROVIDERS)) {
                absent.addAll(providers);
            } else if (word.charAt(0) != EXCEPT) {
                absent.add(word);
            }
        }
        words.stream().filter(word -> word.charAt(0) == EXCEPT).forEach(word -> absent.remove(word.substring(1)));
        installed.forEach(name -> absent.removeAll(packages.with(name)));
        return absent;
    }
}
