package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ImageClock;
import io.github.alpinecheck.image.timezone.TimeZoneSettings;
import io.github.alpinecheck.image.timezone.ZoneSetting;
import io.github.alpinecheck.image.timezone.ZoneSetting.Named;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Optional;

/** What the image runs has the time of one zone: the JVM where it is Java, the programs that ask libc where it is not. */
@RuleName("requiredTimezone")
public final class RequiredTimezone extends Rule {

    /** The zone, by a name of tzdata: {@code Asia/Shanghai}. */
    private String zone = "";

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
        if (TimeZones.load().exists(zone)) {
            return Optional.empty();
        }
        String meant = TimeZones.load().nearest(zone).map(n -> "; write " + n).orElse("");
        return Optional.of("<requiredTimezone> needs <zone>: the name of a time zone such as Asia/Shanghai"
                + (zone.isEmpty() ? "" : ", and there is no " + zone + meant));
    }

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(s -> s.initial().isAlpine() && !TimeZoneSettings.isNode(s.result()))
                .ifPresent(s -> check(context, s));
    }

    private void check(RuleContext context, StageModel stage) {
        ImageClock clock = new ImageClock(context.build(), stage);
        boolean jvm = TimeZoneSettings.runsJvm(stage);
        ZoneSetting taken = jvm ? clock.ofJvm() : clock.ofLibc();
        if (taken instanceof Named named && !TimeZones.load().areSame(named.zone(), zone)) {
            report(context, stage, named.at(), context.message(jvm ? "jvm" : "libc", zone, named.zone()));
        } else if (taken.equals(ZoneSetting.NONE) && !TimeZones.load().isUtc(zone)) {
            // where something is set all the same, it is that which does not work
            Span at = clock.settings().stream()
                    .map(Named::at)
                    .findFirst()
                    .orElseGet(() -> stage.syntax().from().image().span());
            report(context, stage, at, context.message(jvm ? "jvmNone" : "libcNone", zone));
        }
    }

    private static void report(RuleContext context, StageModel stage, Span at, Message message) {
        context.report(Severity.ERROR, stage.index(), at, message);
    }
}
