package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Nearest;
import java.util.List;
import java.util.Optional;

/** Every image that the build starts a stage from is one of those that are listed. */
@RuleName("requiredBaseImage")
public final class RequiredBaseImage extends Rule {

    /** The empty image: it is no image that anybody could put on a list. */
    private static final String SCRATCH = "scratch";

    /** Patterns of allowed images, such as {@code registry.example.com/base/*:3.*}. */
    private List<String> images = List.of();

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    public boolean needsConfiguration() {
        return true;
    }

    @Override
    protected Optional<String> invalid() {
        if (images.isEmpty()) {
            return Optional.of("<requiredBaseImage> needs <images>: at least one <image>");
        }
        return images.stream()
                .filter(image -> image.contains("://"))
                .findFirst()
                .map(image -> "<image> is " + image + ": names of images have no https:// in front");
    }

    @Override
    protected void check(RuleContext context) {
        List<ImageGlob> allowed = images.stream().map(ImageGlob::of).toList();
        for (StageModel stage : context.build().stages()) {
            if (stage.needed() && stage.parent().isEmpty()) {
                stage.base()
                        .known()
                        .filter(name -> !name.equals(SCRATCH))
                        .flatMap(ImageReference::parse)
                        .filter(image -> allowed.stream().noneMatch(glob -> glob.matches(image)))
                        .ifPresent(image -> report(context, stage, image, allowed));
            }
        }
    }

    private void report(RuleContext context, StageModel stage, ImageReference image, List<ImageGlob> allowed) {
        Optional<String> nearest = nearest(image, allowed);
        context.report(
                Severity.ERROR,
                stage.index(),
                stage.syntax().from().image().span(),
                context.message(
                        nearest.isPresent() ? "near" : "far",
                        image,
                        nearest.orElseGet(() -> String.join(", ", images))));
    }

    /** The same repository with another tag, the same image from elsewhere, or what was perhaps misspelt. */
    private static Optional<String> nearest(ImageReference image, List<ImageGlob> allowed) {
        return allowed.stream()
                .filter(glob -> glob.matchesRepository(image))
                .findFirst()
                .or(() ->
                        allowed.stream().filter(glob -> glob.isNamesake(image)).findFirst())
                .map(ImageGlob::text)
                .or(() -> Nearest.nearest(
                        image.toString(), allowed.stream().map(ImageGlob::text).toList()));
    }
}
