package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ImageClock;
import io.github.alpinecheck.image.timezone.ZoneSetting.Named;
import io.github.alpinecheck.image.timezone.ZoneSetting.Place;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;

/** All places of the finished image that say which time zone it is name the same one. */
@RuleName("timezoneAgreement")
public final class TimezoneAgreement extends Rule {

    @Override
    protected void check(RuleContext context) {
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> check(context, s));
    }

    private static void check(RuleContext context, StageModel stage) {
        List<Named> settings = new ImageClock(context.build(), stage)
                .settings().stream()
                        .filter(named -> TimeZones.load().exists(named.zone()))
                        .toList();
        if (settings.isEmpty()) {
            return;
        }
        Named first = settings.get(0);
        for (Named other : settings.subList(1, settings.size())) {
            if (!TimeZones.load().areSame(first.zone(), other.zone())) {
                report(context, stage, first, other);
            }
            // the option is for Java alone: what stands behind it is what all other programs take
            first = first.place() == Place.OPTION ? other : first;
        }
    }

    /** Said where the setting stands that is looked at later, so that it loses; of Java's own one, there. */
    private static void report(RuleContext context, StageModel stage, Named first, Named other) {
        boolean file = other.place() == Place.FILE;
        boolean option = first.place() == Place.OPTION && !file;
        context.report(
                Severity.WARNING,
                stage.index(),
                option ? first.at() : other.at(),
                context.message(
                        file ? "file" : option ? "option" : "localtime",
                        text(context, first),
                        text(context, other),
                        first.zone()));
    }

    private static String text(RuleContext context, Named setting) {
        String zone = setting.zone();
        return switch (setting.place()) {
            case OPTION -> context.message("optionSays", zone).text();
            case VARIABLE -> context.message("variableSays", zone).text();
            case LOCALTIME -> context.message("localtimeSays", zone).text();
            case FILE -> context.message("fileSays", zone).text();
        };
    }
}
