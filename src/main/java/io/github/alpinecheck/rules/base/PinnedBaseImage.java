package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.ImageReference;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.dockerfile.Argument;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import java.util.List;
import java.util.Optional;

/** An Alpine image that a build starts from is named with its release, so that tomorrow's build gives today's image. */
@RuleName("pinnedBaseImage")
public final class PinnedBaseImage extends Rule {

    private static final String LATEST = "latest";

    /** Whether a tag is not enough: a digest has to be there, for a tag can be moved. */
    private boolean digest;

    /** Repositories that may float, such as a company's own. */
    private List<String> allow = List.of();

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            Argument image = stage.syntax().from().image();
            // whoever passes a build argument decides what is built
            boolean fixed = image.toString().indexOf('$') < 0;
            if (stage.needed() && stage.parent().isEmpty() && fixed) {
                stage.initial()
                        .base()
                        .filter(BaseImage::alpine)
                        // what nobody builds any more does not float
                        .filter(base -> base.frozenSince().isEmpty())
                        .filter(base -> !allow.contains(base.reference().repository()))
                        .flatMap(base -> problem(base, context))
                        .ifPresent(message -> context.report(defaultLevel(), stage.index(), image.span(), message));
            }
        }
    }

    private Optional<Message> problem(BaseImage base, RuleContext context) {
        ImageReference reference = base.reference();
        if (reference.digest().isPresent()) {
            return Optional.empty();
        } else if (reference.tag().isEmpty()) {
            return Optional.of(context.message("noTag", reference.repository(), exampleTag(base, context)));
        } else if (reference.tag().get().equals(LATEST)) {
            return Optional.of(context.message(LATEST, reference.repository(), exampleTag(base, context)));
        }
        return digest ? Optional.of(context.message("noDigest", reference)) : Optional.empty();
    }

    private static String exampleTag(BaseImage base, RuleContext context) {
        return Optional.of(base)
                .filter(BaseImage::isMinirootfs)
                .flatMap(alpine -> Releases.load().newestOn(context.asOf()))
                .map(Release::version)
                .orElse("VERSION");
    }
}
