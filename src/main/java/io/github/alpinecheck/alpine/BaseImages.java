package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The images that Dockerfiles start from: the tables {@code image-tags.tsv}, {@code image-histories.tsv} and
 * {@code image-contents.tsv}, whose heads name the sources.
 */
public final class BaseImages {

    private static final String ALPINE = "alpine";

    /** Alpine's releases are that far apart: half a year. What moves may have moved after that. */
    private static final int CADENCE_DAYS = 183;

    private final Releases releases = Releases.load();
    private final Map<String, List<ImageTags>> byRepository = new HashMap<>();
    /** Repositories of which the table has only the beginning. */
    private final List<ImageTags> byPrefix = new ArrayList<>();

    private final Map<String, ReleaseHistory> histories = new HashMap<>();
    private final Map<String, FactTable.Row> contents = new HashMap<>();
    /** Those of the contents that were asked for: few of them are, and these in every file. */
    private final Map<String, ImageContents> read = new ConcurrentHashMap<>();

    private BaseImages() {
        for (FactTable.Row row : FactTable.read("image-contents.tsv", 11)) {
            contents.put(row.text(0), row);
        }
        Map<String, Map<LocalDate, String>> days = new LinkedHashMap<>();
        for (FactTable.Row row : FactTable.read("image-histories.tsv", 3)) {
            days.computeIfAbsent(row.text(0), id -> new LinkedHashMap<>()).put(row.day(row.text(1)), row.text(2));
        }
        days.forEach((id, history) -> histories.put(id, new ReleaseHistory(history)));
        for (FactTable.Row row : FactTable.read("image-tags.tsv", 6)) {
            ImageTags tags = ImageTags.of(row);
            if (tags.images().isPrefix()) {
                byPrefix.add(tags);
            } else {
                byRepository
                        .computeIfAbsent(tags.images().repository(), r -> new ArrayList<>())
                        .add(tags);
            }
        }
        // the longest beginning says most
        byPrefix.sort(Comparator.comparingInt(
                        (ImageTags tags) -> tags.images().repository().length())
                .reversed());
    }

    /** The tables; read once. */
    public static BaseImages load() {
        return Holder.INSTANCE;
    }

    /**
     * What is known of an image on a day.
     *
     * <p>A tag that moves has no release on a day before the first one that is known, nor on one that is later than the
     * facts by more than the time between two releases of Alpine; nor when the release that was last seen has lost its
     * support since, for then the image has most likely moved on. What it contains is then unknown too. A digest beside
     * a tag that does not name the release leaves the release open: nobody knows of which day it is.
     *
     * @param asOf the day on which the image is taken from its registry
     * @return empty if nothing is known about this image
     */
    public Optional<BaseImage> find(ImageReference reference, LocalDate asOf) {
        String family = DockerHub.repository(reference.repository());
        String tag = reference.tag().orElse("latest");
        if (family.equals(ALPINE)) {
            return Optional.of(alpine(reference, asOf));
        }
        return tags(family, tag).map(tags -> image(reference, family, tag, tags, asOf));
    }

    private Optional<ImageTags> tags(String repository, String tag) {
        Optional<ImageTags> named = byRepository.getOrDefault(repository, List.of()).stream()
                .filter(tags -> tags.images().matchesTag(tag))
                .findFirst();
        return named.isPresent()
                ? named
                : byPrefix.stream()
                        .filter(tags -> tags.images().matchesRepository(repository)
                                && tags.images().matchesTag(tag))
                        .findFirst();
    }

    private BaseImage alpine(ImageReference reference, LocalDate asOf) {
        String tag = reference.tag().orElse("latest");
        boolean pinned = reference.digest().isPresent();
        boolean moving = !pinned && (tag.equals("latest") || tag.equals("3"));
        Optional<Release> release =
                moving ? Optional.of(asOf).filter(this::isWithinFacts).flatMap(releases::newestOn) : releases.find(tag);
        // the image of a release is that of its last point release; with a digest it may be an older one
        Optional<Release> image = release.map(r -> pinned || !r.version().equals(tag) && !moving
                ? r
                : releases.newestPoint(r, asOf).flatMap(releases::find).orElse(r));
        ImageContents bare = contents(ALPINE);
        return new BaseImage(
                reference,
                ALPINE,
                bare.libc(),
                image,
                true,
                image.map(Release::packages).orElse(Set.of()),
                isMeasured(image),
                Set.of(),
                Set.of(),
                bare.environment(),
                bare.workdir(),
                bare.standardRepositories(),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                moving);
    }

    private BaseImage image(ImageReference reference, String family, String tag, ImageTags tags, LocalDate asOf) {
        ImageContents known = contents(tags.contents());
        Optional<Release> named = known.alpine() ? NamedRelease.in(tag).flatMap(releases::find) : Optional.empty();
        boolean movable = known.alpine() && named.isEmpty() && tags.frozen().isEmpty();
        boolean pinned = reference.digest().isPresent();
        Optional<Release> release = named;
        boolean contentsApply = true;
        if (named.isEmpty() && tags.history().isPresent()) {
            release = pinned
                    ? Optional.empty()
                    : tags.history().flatMap(history -> byHistory(history, tags.frozen(), asOf));
            contentsApply = release.isPresent();
        }
        Set<String> packages = new HashSet<>();
        if (contentsApply) {
            packages.addAll(known.packages());
            release.map(Release::packages).ifPresent(packages::addAll);
        }
        return new BaseImage(
                reference,
                family,
                known.libc(),
                release,
                known.alpine(),
                packages,
                known.complete() && contentsApply && isMeasured(release),
                contentsApply ? known.absent() : Set.of(),
                Set.of(),
                known.environment(),
                known.workdir(),
                known.standardRepositories(),
                known.programs(),
                known.jvm(),
                tags.java().in(family, tag),
                tags.frozen().filter(day -> !day.isAfter(asOf)),
                movable && !pinned);
    }

    /** Whether it is known what the minirootfs itself has; without that nothing is complete. */
    private static boolean isMeasured(Optional<Release> release) {
        return release.filter(r -> !r.packages().isEmpty()).isPresent();
    }

    /** Read when asked for: a build has a handful of images, the table many. */
    private ImageContents contents(String id) {
        return read.computeIfAbsent(id, this::readContents);
    }

    private ImageContents readContents(String id) {
        FactTable.Row row = contents.get(id);
        if (row == null) {
            throw new IllegalStateException("image-contents.tsv has no " + id);
        }
        return ImageContents.of(row, AbsentPackages.load());
    }

    /** The release of a tag that does not name it. */
    private Optional<Release> byHistory(String id, Optional<LocalDate> frozen, LocalDate asOf) {
        ReleaseHistory history = histories.get(id);
        if (history == null) {
            // not a history but the release that the tag stopped at
            return frozen.filter(day -> !day.isAfter(asOf)).flatMap(day -> releases.find(id));
        }
        LocalDate day = frozen.filter(asOf::isAfter).orElse(asOf);
        Optional<Release> release = history.on(day).flatMap(releases::find);
        if (frozen.isPresent()) {
            return release;
        }
        boolean outlived = history.isLast(day)
                && release.flatMap(Release::endOfSupport)
                        .filter(end -> !end.isAfter(day))
                        .isPresent();
        return outlived || !isWithinFacts(day) ? Optional.empty() : release;
    }

    private boolean isWithinFacts(LocalDate day) {
        return !day.isAfter(releases.collectedOn().plusDays(CADENCE_DAYS));
    }

    private static final class Holder {
        static final BaseImages INSTANCE = new BaseImages();
    }
}
