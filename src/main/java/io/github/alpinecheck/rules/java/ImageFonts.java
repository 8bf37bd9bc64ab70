package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.alpine.Packages;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an image lacks for a JVM to draw text. */
final class ImageFonts {

    /** Where fontconfig looks for fonts and for its configuration. */
    private static final List<String> DIRECTORIES = List.of(
            "/etc/fonts",
            "/usr/share/fonts",
            "/usr/share/fontconfig",
            "/usr/local/share/fonts",
            "/root/.fonts",
            "/root/.local/share/fonts");

    /** Where a JVM looks by itself. */
    private static final List<String> OF_JAVA = List.of("/lib/fonts", "/jre/lib/fonts");

    private ImageFonts() {}

    /** Something that is certainly missing. */
    enum Missing {
        /** The library that knows the fonts. */
        FONTCONFIG,
        /** Every font. */
        FONT
    }

    /** Empty when nothing is missing, or nobody knows. */
    static Optional<Missing> missing(ImageState image) {
        if (directories(image).anyMatch(directory -> isTouched(image, directory))) {
            return Optional.empty();
        }
        if (image.packagePresence("fontconfig") == Presence.ABSENT) {
            return Optional.of(Missing.FONTCONFIG);
        }
        boolean noFont = Packages.load().all().stream()
                .filter(name -> name.startsWith("font-") || name.startsWith("ttf-"))
                .allMatch(name -> image.packagePresence(name) == Presence.ABSENT);
        return noFont ? Optional.of(Missing.FONT) : Optional.empty();
    }

    /** The package that a headless Java of Alpine's is a part of: openjdk17-jre of openjdk17-jre-headless. */
    static Optional<String> whole(String name) {
        return Stream.of("-headless", "-base")
                .filter(name::endsWith)
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .findFirst();
    }

    private static Stream<String> directories(ImageState image) {
        Stream<String> home = Stream.ofNullable(image.environment().get("JAVA_HOME"))
                .map(PartialString::known)
                .flatMap(Optional::stream)
                .flatMap(directory -> OF_JAVA.stream().map(directory::concat));
        return Stream.concat(DIRECTORIES.stream(), home);
    }

    private static boolean isTouched(ImageState image, String directory) {
        return image.files().mayHaveWritten(directory)
                || !image.files().pathsBelow(directory).isEmpty();
    }
}
