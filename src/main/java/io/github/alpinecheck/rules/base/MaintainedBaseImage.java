package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.BaseImages;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.alpine.ImageSuccessors;
import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody still builds the Alpine image that a stage starts from. What Alpine release is in it, and whether that one
 * still has support, is the matter of {@link SupportedRelease}.
 */
@RuleName("maintainedBaseImage")
public final class MaintainedBaseImage extends Rule {

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.needed() && stage.parent().isEmpty()) {
                stage.initial()
                        .base()
                        .filter(BaseImage::alpine)
                        .flatMap(image -> image.frozenSince().map(day -> message(context, image, day)))
                        .ifPresent(message -> context.report(
                                defaultLevel(),
                                stage.index(),
                                stage.syntax().from().image().span(),
                                message));
            }
        }
    }

    private static Message message(RuleContext context, BaseImage image, LocalDate day) {
        return Message.of(
                problem(context, image, day).text(), advice(context, image).text());
    }

    private static Message problem(RuleContext context, BaseImage image, LocalDate day) {
        Optional<JavaVersion> early = image.java().filter(JavaVersion::earlyAccess);
        if (early.isPresent()) {
            return context.message("earlyAccess", image.reference(), day, early.get());
        }
        boolean added = image.jvm() && image.libc() == Libc.GLIBC;
        return context.message(added ? "addedGlibc" : "frozen", image.reference(), day);
    }

    private static Message advice(RuleContext context, BaseImage image) {
        Optional<ImageReference> successor = ImageSuccessors.load().of(image);
        Optional<BaseImage> next = successor.flatMap(name -> BaseImages.load().find(name, context.asOf()));
        if (next.isEmpty()) {
            return context.message("move");
        }
        boolean newer =
                !next.get().java().map(JavaVersion::feature).equals(image.java().map(JavaVersion::feature));
        String key = !next.get().alpine() ? "useOther" : newer ? "useNewer" : "use";
        return context.message(
                key,
                next.get().reference(),
                image.java().map(JavaVersion::toString).orElse(""));
    }
}
