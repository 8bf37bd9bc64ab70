package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.LoginShells;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;
import java.util.Set;

/** The PATH that the commands of a login shell have, once it has read {@code /etc/profile}. */
public final class LoginPath {

    /** What login shells read in the home directory (bash(1), FILES; busybox reads the first). */
    private static final Set<String> OF_USERS = Set.of(".profile", ".bash_profile", ".bash_login");

    private LoginPath() {}

    /**
     * The PATH of a login shell in the image.
     *
     * @return unknown if the image's profile may be another than the release's; empty where the shell keeps its PATH
     */
    public static Optional<PartialString> of(LoginShells.Start start, ImageState image) {
        boolean known =
                image.environment().getOrDefault("PATH", PartialString.UNKNOWN).isKnown();
        if (!known || image.release().isEmpty() || isProfileTouched(image)) {
            return Optional.of(PartialString.UNKNOWN);
        }
        return image.release()
                .flatMap(release -> LoginShells.load().path(start, release))
                .map(PartialString::of);
    }

    private static boolean isProfileTouched(ImageState image) {
        FileSystem files = image.files();
        return image.packages().isOpen()
                || files.node("/etc/profile").isPresent()
                || files.mayHaveWritten("/etc/profile.d")
                || !files.pathsBelow("/etc/profile.d").isEmpty()
                || files.pathsBelow("/").stream().map(FileSystem::name).anyMatch(OF_USERS::contains);
    }
}
