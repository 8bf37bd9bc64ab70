package io.github.alpinecheck.image.certificates;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.TrustedCertificates;
import io.github.alpinecheck.image.ImageState;
import java.util.List;
import java.util.Optional;

/**
 * The list of certificates that an Alpine image's own programs read: busybox, and what asks OpenSSL.
 *
 * @param list whether there is one
 * @param path where; empty when there is none or nobody knows
 */
public record SystemTrust(Presence list, Optional<String> path) {

    private static final String DIRECTORY = "/etc/ssl";

    /** What the package ca-certificates makes. */
    private static final String LIST = "/etc/ssl/certs/ca-certificates.crt";

    /** Packages that bring a list, or a program that brings one. */
    private static final List<String> BRINGING = List.of("ca-certificates", "libressl", "openssl", "wget");

    /** The list of an image. */
    public static SystemTrust of(ImageState image) {
        if (!image.isAlpine()) {
            return new SystemTrust(Presence.UNKNOWN, Optional.empty());
        }
        if (image.packagePresence("ca-certificates") == Presence.PRESENT) {
            return new SystemTrust(Presence.PRESENT, Optional.of(LIST));
        }
        Optional<String> ofRelease = image.release().flatMap(TrustedCertificates.load()::list);
        if (ofRelease.isPresent() && isUntouched(image)) {
            return new SystemTrust(Presence.PRESENT, ofRelease);
        }
        return new SystemTrust(isCertainlyNone(image) ? Presence.ABSENT : Presence.UNKNOWN, Optional.empty());
    }

    /** Whether the release has no list and nothing has brought one. */
    static boolean isCertainlyNone(ImageState image) {
        return image.release().filter(TrustedCertificates.load()::hasNoList).isPresent()
                && isUntouched(image)
                && BRINGING.stream().allMatch(p -> image.packagePresence(p) == Presence.ABSENT);
    }

    private static boolean isUntouched(ImageState image) {
        return image.files().pathsBelow(DIRECTORY).isEmpty() && !image.files().mayHaveWritten(DIRECTORY);
    }
}
