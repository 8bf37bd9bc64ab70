package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.TimeZoneSettings;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.Optional;

/** The zone data that TZ and {@code /etc/localtime} need is there when it is used. */
@RuleName("timezoneData")
public final class TimezoneData extends Rule {

    private static final String LOCALTIME = "/etc/localtime";

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.invocations().forEach(i -> copy(context, stage, i));
            }
        }
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> {
            link(context, s);
            variable(context, s);
        });
    }

    /** {@code cp} or {@code ln} of a zone file that is not there: a build that stops, or goes on without the file. */
    private static void copy(RuleContext context, StageModel stage, Invocation invocation) {
        // ln -s needs no file to link to: when it fails, it is for another reason
        boolean symbolic = invocation.runs("ln")
                && invocation.arguments().stream()
                        .map(o -> o.value().pattern())
                        .anyMatch(o -> o.startsWith("-") && o.contains("s"));
        boolean fails = invocation.certain()
                && !symbolic
                && invocation.outcome() == Invocation.Outcome.FAILS
                && invocation.consequence() != Invocation.Consequence.HANDLED;
        if (!fails) {
            return;
        }
        for (Operand source : TimeZoneSettings.sources(invocation)) {
            Optional<String> zone = TimeZoneSettings.zoneOf(source, invocation);
            boolean named = zone.filter(TimeZones.load()::exists).isPresent();
            if (named && invocation.before().packagePresence("tzdata") == Presence.ABSENT) {
                boolean fatal = invocation.failsBuild();
                context.report(
                        fatal ? Severity.ERROR : Severity.WARNING,
                        stage.index(),
                        source.span(),
                        context.message(
                                fatal ? "copy" : "copyIgnored",
                                source,
                                stage.base(),
                                invocation.program().orElse("")));
            }
        }
    }

    /** {@code /etc/localtime} leads nowhere in the finished image. */
    private static void link(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        Optional<Span> at = image.files().entry(LOCALTIME).flatMap(FileSystem.Entry::writtenAt);
        if (at.isEmpty() || !(image.file(LOCALTIME) instanceof FileNode.Link link)) {
            return;
        }
        Optional<String> zone = link.target().known().flatMap(TimeZoneSettings::zone);
        boolean dangling = zone.filter(TimeZones.load()::exists).isPresent()
                && !TimeZones.load().isUtc(zone.get())
                && image.exists(LOCALTIME) == Presence.ABSENT;
        // TZ goes before /etc/localtime; what is wrong with it is told there
        if (dangling && !image.environment().containsKey("TZ")) {
            boolean jvm = TimeZoneSettings.runsJvm(stage);
            context.report(
                    jvm ? Severity.INFO : Severity.WARNING,
                    stage.index(),
                    at.get(),
                    context.message(jvm ? "linkJvm" : "link", zone.get(), why(context, image)));
        }
    }

    private static void variable(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        Optional<TimeZoneSettings.Variable> tz = TimeZoneSettings.variable(context.build(), stage);
        boolean useless = !TimeZoneSettings.isNode(image)
                && tz.filter(v -> TimeZoneSettings.needsZoneData(v.value())).isPresent()
                && image.exists(TimeZoneSettings.ZONES
                                + TimeZoneSettings.plain(tz.get().value()))
                        == Presence.ABSENT;
        if (useless) {
            boolean jvm = TimeZoneSettings.runsJvm(stage);
            context.report(
                    jvm ? Severity.INFO : Severity.WARNING,
                    stage.index(),
                    tz.get().span(),
                    context.message(jvm ? "variableJvm" : "variable", tz.get().value(), why(context, image)));
        }
    }

    private static String why(RuleContext context, ImageState image) {
        boolean deleted = image.files().node("/usr/share/zoneinfo").isPresent();
        return context.message(deleted ? "deleted" : "notInstalled").text();
    }
}
