package io.github.alpinecheck.engine;

import io.github.alpinecheck.rule.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What is the same for all Dockerfiles of a run.
 *
 * @param asOf the day that supported releases and moving tags are judged by
 * @param locale the language of the messages
 * @param baseImages what the user says of images; the first that fits holds
 * @param project that the Dockerfiles belong to
 */
public record Settings(LocalDate asOf, Locale locale, List<BaseImageOverride> baseImages, Project project) {
    public Settings {
        baseImages = List.copyOf(baseImages);
    }

    /** Settings for Dockerfiles of a project of which nothing is known. */
    public Settings(LocalDate asOf, Locale locale, List<BaseImageOverride> baseImages) {
        this(asOf, locale, baseImages, Project.UNKNOWN);
    }
}
