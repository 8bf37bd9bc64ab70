package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.text.PartialString;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The image from a registry that an image is built on, directly or over other stages.
 *
 * @param reference what stands after FROM, expanded
 * @param line of that FROM
 * @param known whether anything is known of it
 * @param alpine whether it is Alpine
 * @param release of Alpine; empty when it is none or nobody knows which
 * @param floating whether the release changes with time, since the tag does not name it
 * @param frozenSince the day of the last push, for images that nobody builds any more
 * @param java the version that {@code java} starts in the finished image; empty when there is none or nobody knows
 */
public record BaseDescription(
        PartialString reference,
        int line,
        boolean known,
        Presence alpine,
        Optional<Release> release,
        Libc libc,
        boolean floating,
        Optional<LocalDate> frozenSince,
        Optional<JavaVersion> java) {

    static BaseDescription of(Build build, StageModel stage, Lines lines) {
        StageModel first = stage;
        while (first.parent().isPresent()) {
            first = build.stages().get(first.parent().getAsInt());
        }
        ImageState image = stage.result();
        Optional<BaseImage> base = image.base();
        return new BaseDescription(
                first.base(),
                lines.first(first.syntax().from().image().span()),
                base.isPresent(),
                alpine(image),
                image.release(),
                image.libc(),
                base.isPresent() && base.get().floatingRelease(),
                base.flatMap(BaseImage::frozenSince),
                image.java());
    }

    private static Presence alpine(ImageState image) {
        if (image.isAlpine()) {
            return Presence.PRESENT;
        }
        // an image with musl that nobody calls Alpine may be one
        boolean other = image.libc() == Libc.GLIBC || image.libc() == Libc.NONE;
        return other ? Presence.ABSENT : Presence.UNKNOWN;
    }
}
