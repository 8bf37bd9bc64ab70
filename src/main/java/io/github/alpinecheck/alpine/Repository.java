package io.github.alpinecheck.alpine;

import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A repository of apk: a line of {@code /etc/apk/repositories}, or the value of {@code --repository}.
 *
 * @param tag the name in {@code @tag address}: only packages that are asked for as {@code name@tag} come from there
 * @param address where it is; a path for one on the disk
 */
public record Repository(Optional<String> tag, String address) {

    private static final Set<String> COMPONENTS = Set.of("main", "community", "testing");
    /** Formats of an index that apk 3 may be told before the address. */
    private static final Set<String> FORMATS = Set.of("v2", "v3", "ndx");

    /**
     * A directory of Alpine's own packages.
     *
     * @param name such as {@code v3.22} or {@code edge}
     * @param component such as {@code main}
     */
    public record Branch(String name, String component) {}

    /** Reads a line; empty for a comment, for one that is not known, and for what apk 3 has beside addresses. */
    public static Optional<Repository> parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#' || text.indexOf(PartialString.HOLE) >= 0) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(text.replace('\t', ' ').split(" ", -1)));
        words.removeIf(String::isEmpty);
        Optional<String> tag = Optional.empty();
        if (words.get(0).startsWith("@")) {
            tag = Optional.of(words.remove(0).substring(1));
        }
        if (!words.isEmpty() && FORMATS.contains(words.get(0))) {
            words.remove(0);
        }
        return words.size() == 1 ? Optional.of(new Repository(tag, words.get(0))) : Optional.empty();
    }

    /** Whether it is a directory of the image, which nothing is downloaded from. */
    public boolean isOnDisk() {
        return !address.contains("://");
    }

    /** What stands before {@code ://}, in lower case. */
    public String scheme() {
        return address.substring(0, Math.max(0, address.indexOf("://"))).toLowerCase(Locale.ROOT);
    }

    /** The name of the server. */
    public String host() {
        String authority = afterScheme();
        int slash = authority.indexOf('/');
        authority = slash < 0 ? authority : authority.substring(0, slash);
        authority = authority.substring(authority.indexOf('@') + 1);
        int port = authority.indexOf(':');
        return (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
    }

    /**
     * The branch of Alpine that it holds. Alpine's own servers and their mirrors have {@code /alpine/BRANCH/COMPONENT};
     * a longer path, such as that of nginx.org, may be a vendor's own.
     */
    public Optional<Branch> branch() {
        List<String> path = new ArrayList<>();
        for (String each : afterScheme().split("/", -1)) {
            if (!each.isEmpty()) {
                path.add(each);
            }
        }
        boolean layout =
                !isOnDisk() && path.size() == 4 && path.get(1).equals("alpine") && COMPONENTS.contains(path.get(3));
        return layout ? Optional.of(new Branch(path.get(2), path.get(3))) : Optional.empty();
    }

    private String afterScheme() {
        int scheme = address.indexOf("://");
        return scheme < 0 ? address : address.substring(scheme + 3);
    }
}
