package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ImageClock;
import io.github.alpinecheck.image.timezone.ZoneSetting;
import io.github.alpinecheck.image.timezone.ZoneSetting.Named;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.Optional;

/** Where the image says which time zone it is, the JVM that it runs understands it. */
@RuleName("javaTimezone")
public final class JavaTimezone extends Rule {

    @Override
    protected void check(RuleContext context) {
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> check(context, s));
    }

    private static void check(RuleContext context, StageModel stage) {
        ImageClock clock = new ImageClock(context.build(), stage);
        if (!clock.startsJvm() || !clock.ofJvm().equals(ZoneSetting.NONE)) {
            return;
        }
        // an /etc/timezone that is there all the same is one that this Java does not read
        Optional<Named> file = meant(clock.file());
        Optional<Named> copy = meant(clock.localtime());
        if (copy.isPresent()) {
            String zone = copy.get().zone();
            Message message = file.isPresent() ? context.message("copyAndFile", zone) : context.message("copy", zone);
            context.report(Severity.WARNING, stage.index(), copy.get().at(), message);
        } else if (file.isPresent()) {
            String zone = file.get().zone();
            context.report(Severity.WARNING, stage.index(), file.get().at(), context.message("file", zone));
        }
    }

    /** A zone that is not the one which Java takes anyway. */
    private static Optional<Named> meant(ZoneSetting setting) {
        return setting instanceof Named named
                        && TimeZones.load().exists(named.zone())
                        && !TimeZones.load().isUtc(named.zone())
                ? Optional.of(named)
                : Optional.empty();
    }
}
