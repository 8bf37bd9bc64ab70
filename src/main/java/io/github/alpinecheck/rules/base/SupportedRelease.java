package io.github.alpinecheck.rules.base;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The Alpine release of a base image still gets security updates. */
@RuleName("supportedRelease")
public final class SupportedRelease extends Rule {

    /** How long after the end of support it is a warning only, such as {@code P90D}; without it, it stays one. */
    private String grace = "";

    @Override
    protected Optional<String> invalid() {
        try {
            return grace().filter(p -> p.isNegative()).map(p -> "<grace> is negative: " + grace);
        } catch (DateTimeParseException e) {
            return Optional.of("<grace> is " + grace + ", must be a period such as P90D or P6M");
        }
    }

    private Optional<Period> grace() {
        return grace.isBlank() ? Optional.empty() : Optional.of(Period.parse(grace.strip()));
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.needed() && stage.parent().isEmpty()) {
                stage.initial()
                        .base()
                        .filter(BaseImage::alpine)
                        .flatMap(BaseImage::release)
                        .ifPresent(release -> check(context, stage, release));
            }
        }
    }

    private void check(RuleContext context, StageModel stage, Release release) {
        Optional<LocalDate> end = release.endOfSupport();
        if (end.isEmpty() || end.get().isAfter(context.asOf())) {
            return;
        }
        boolean late =
                grace().filter(g -> !end.get().plus(g).isAfter(context.asOf())).isPresent();
        String newest =
                Releases.load().newestOn(context.asOf()).map(Release::version).orElse("edge");
        context.report(
                late ? Severity.ERROR : Severity.WARNING,
                stage.index(),
                stage.syntax().from().image().span(),
                context.message(
                        stage.initial().base().filter(BaseImage::isMinirootfs).isPresent() ? "ended" : "endedUnder",
                        release,
                        end.get(),
                        newest,
                        stage.base(),
                        stage.initial()
                                .base()
                                .map(b -> b.reference().repository())
                                .orElse("alpine")));
    }
}
