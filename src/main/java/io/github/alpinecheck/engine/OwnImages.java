package io.github.alpinecheck.engine;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.image.Glob;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the user says of images: the first entry whose pattern fits an image holds. */
record OwnImages(List<BaseImageOverride> overrides) implements Function<ImageReference, Optional<BaseImage>> {

    @Override
    public Optional<BaseImage> apply(ImageReference reference) {
        return overrides.stream()
                .filter(o -> fits(o.image(), reference))
                .findFirst()
                .map(o -> image(o, reference));
    }

    private static boolean fits(String pattern, ImageReference reference) {
        String name = reference.repository();
        return Glob.matches(pattern, name)
                || Glob.matches(pattern, name + ":" + reference.tag().orElse("latest"));
    }

    private static BaseImage image(BaseImageOverride override, ImageReference reference) {
        Optional<Release> release = override.alpine().flatMap(Releases.load()::find);
        boolean alpine = release.isPresent();
        Set<String> packages = new HashSet<>(override.packages());
        release.map(Release::packages).ifPresent(packages::addAll);
        return new BaseImage(
                reference,
                reference.repository(),
                override.libc().orElse(alpine ? Libc.MUSL : Libc.UNKNOWN),
                release,
                alpine,
                packages,
                override.complete(),
                Set.of(),
                override.commands(),
                Map.of(),
                Optional.empty(),
                false,
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
