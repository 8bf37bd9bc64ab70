package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.ResolverFacts;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How names become addresses.
 *
 * @param libc whose resolver it is
 * @param tcp whether that asks again by TCP when an answer is cut short
 * @param nsswitch whether there is {@code /etc/nsswitch.conf}, which programs in Go and in C for glibc read
 * @param hosts the line of that file which says where names are looked up; unknown where there is no file
 * @param nsswitchWrittenAt the line of the Dockerfile that wrote it
 */
public record ResolverDescription(
        Libc libc, Presence tcp, Presence nsswitch, PartialString hosts, OptionalInt nsswitchWrittenAt) {

    private static final String NSSWITCH = "/etc/nsswitch.conf";

    static ResolverDescription of(ImageState image, Lines lines) {
        return new ResolverDescription(
                image.libc(),
                tcp(image),
                image.exists(NSSWITCH),
                image.content(NSSWITCH).map(ResolverDescription::hosts).orElse(PartialString.UNKNOWN),
                lines.first(image.files().entry(NSSWITCH).flatMap(FileSystem.Entry::writtenAt)));
    }

    private static Presence tcp(ImageState image) {
        Optional<Release> release = image.release();
        if (image.libc() != Libc.MUSL || release.isEmpty()) {
            return image.libc() == Libc.GLIBC ? Presence.PRESENT : Presence.UNKNOWN;
        }
        return ResolverFacts.load().hasNoTcp(release.get()) ? Presence.ABSENT : Presence.PRESENT;
    }

    private static PartialString hosts(PartialString content) {
        for (String line : content.pattern().split("\n", -1)) {
            if (line.strip().startsWith("hosts:")) {
                return new PartialString(line.strip());
            }
        }
        return PartialString.UNKNOWN;
    }
}
