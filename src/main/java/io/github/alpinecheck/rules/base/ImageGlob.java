package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.image.Glob;
import java.util.Optional;

/**
 * A pattern for the names of images, such as {@code registry.example.com/base/*:3.*}. Where it says nothing of the tag or
 * the digest, any will do.
 *
 * @param text as the user wrote it
 * @param repository in any of the ways to write it
 */
record ImageGlob(String text, String repository, Optional<String> tag, Optional<String> digest) {

    static ImageGlob of(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/')
                ? new ImageGlob(text, name.substring(0, colon), Optional.of(name.substring(colon + 1)), digest)
                : new ImageGlob(text, name, Optional.empty(), digest);
    }

    boolean matches(ImageReference image) {
        return matchesRepository(image)
                && tag.map(t -> matchesTag(t, image)).orElse(true)
                && digest.map(d -> Glob.matches(d, image.digest().orElse(""))).orElse(true);
    }

    boolean matchesRepository(ImageReference image) {
        return image.names().stream().anyMatch(name -> Glob.matches(repository, name));
    }

    /** Whether the last part of both repositories is the same: {@code alpine} of one registry and of another. */
    boolean isNamesake(ImageReference image) {
        return lastPart(repository).equals(lastPart(image.repository()));
    }

    /** Without a tag it is the latest one, unless a digest says which. */
    private static boolean matchesTag(String pattern, ImageReference image) {
        String unnamed = image.digest().isPresent() ? "" : "latest";
        return Glob.matches(pattern, image.tag().orElse(unnamed));
    }

    private static String lastPart(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }
}
