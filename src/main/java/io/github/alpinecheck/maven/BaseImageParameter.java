package io.github.alpinecheck.maven;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.engine.BaseImageOverride;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An element of {@code <baseImages>}: an image that nobody but the user knows. */
public final class BaseImageParameter {

    private static final Set<String> LIBCS = Set.of("musl", "glibc", "none");

    /** The repository, with {@code :tag} to mean one tag; {@code *} stands for any characters. */
    private String image = "";

    /** The release of Alpine, such as {@code 3.22}. */
    private String alpine = "";

    /** {@code musl}, {@code glibc} or {@code none}; musl if it is Alpine and nothing is said. */
    private String libc = "";

    /** Packages that are installed beside those of Alpine's own image. */
    private List<String> packages = List.of();

    /** Commands on its PATH beside those of Alpine's own image. */
    private List<String> commands = List.of();

    /** Whether no other packages are installed. */
    private boolean complete;

    /** Made by Maven. */
    public BaseImageParameter() {}

    /** From the command line: {@code image=release}. */
    public void set(String text) {
        int equals = text.indexOf('=');
        image = equals < 0 ? text : text.substring(0, equals);
        alpine = equals < 0 ? "" : text.substring(equals + 1);
    }

    BaseImageOverride override(Consumer<String> problems) {
        if (image.isEmpty()) {
            problems.accept("has an element without <image>.");
        }
        if (!alpine.isEmpty() && Releases.load().find(alpine).isEmpty()) {
            problems.accept("says that " + image + " is Alpine " + alpine + ", but there is no such release.");
        }
        String lower = libc.toLowerCase(Locale.ROOT);
        if (!lower.isEmpty() && !LIBCS.contains(lower)) {
            problems.accept("says that the libc of " + image + " is \"" + libc
                    + "\", and it must be one of musl, glibc, none.");
        }
        return new BaseImageOverride(
                image,
                Optional.of(alpine).filter(text -> !text.isEmpty()),
                Optional.of(lower).filter(LIBCS::contains).map(text -> Libc.valueOf(text.toUpperCase(Locale.ROOT))),
                Set.copyOf(packages),
                Set.copyOf(commands),
                complete);
    }
}
