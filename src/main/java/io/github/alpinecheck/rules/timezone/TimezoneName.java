package io.github.alpinecheck.rules.timezone;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ImageClock;
import io.github.alpinecheck.image.timezone.PosixZone;
import io.github.alpinecheck.image.timezone.TimeZoneSettings;
import io.github.alpinecheck.image.timezone.ZoneSetting;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Time zones are called by names that exist and that everybody reads alike. */
@RuleName("timezoneName")
public final class TimezoneName extends Rule {

    private static final String TIMEZONE_FILE = "/etc/timezone";

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.invocations().forEach(i -> paths(context, stage, i));
            }
        }
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> {
            TimeZoneSettings.variable(context.build(), s).ifPresent(v -> variable(context, s, v));
            file(context, s);
            option(context, s);
        });
    }

    private static void paths(RuleContext context, StageModel stage, Invocation invocation) {
        if (!invocation.certain()) {
            return;
        }
        for (Operand source : TimeZoneSettings.sources(invocation)) {
            String zone = TimeZoneSettings.zoneOf(source, invocation).orElse("");
            boolean missing = invocation.before().exists(TimeZoneSettings.ZONES + zone) == Presence.ABSENT;
            boolean known = TimeZones.load().exists(zone) || TimeZones.load().isArea(zone) || !looksLikeZone(zone);
            if (missing && !known) {
                report(context, stage, Severity.ERROR, source.span(), "path", zone);
            }
        }
    }

    /** What has an offset in it, or the name of a variable, is no zone that somebody spelt wrongly. */
    private static boolean mayBeMisspelt(String name) {
        return name.chars().noneMatch(c -> "+$".indexOf(c) >= 0 || c >= '0' && c <= '9');
    }

    /** zone.tab and its like are data about zones. */
    private static boolean looksLikeZone(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.indexOf('.') < 0;
    }

    private static void variable(RuleContext context, StageModel stage, TimeZoneSettings.Variable tz) {
        String name = TimeZoneSettings.plain(tz.value());
        boolean zoneOrPath =
                name.isEmpty() || name.startsWith("/") || TimeZones.load().exists(name);
        // musl knows no utc and takes UTC then, as it is meant
        boolean utc = TimeZones.load().isUtc(name.toUpperCase(Locale.ROOT)) || name.equalsIgnoreCase("Etc/UTC");
        if (zoneOrPath || utc || stage.result().exists(TimeZoneSettings.ZONES + name) != Presence.ABSENT) {
            return;
        }
        switch (PosixZone.of(name)) {
            case INVERTED ->
                context.report(Severity.WARNING, stage.index(), tz.span(), context.message("inverted", tz.value()));
            case ABBREVIATION ->
                context.report(Severity.WARNING, stage.index(), tz.span(), context.message("abbreviation", tz.value()));
            case WEST -> context.report(Severity.INFO, stage.index(), tz.span(), context.message("west", tz.value()));
            case RULE -> {}
            case NONE -> report(context, stage, Severity.ERROR, tz.span(), "variable", tz.value());
        }
    }

    /** What a JDK that still reads the file finds in it; newer ones do not look, nor does musl. */
    private static void file(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        Optional<Span> at = image.files().entry(TIMEZONE_FILE).flatMap(FileSystem.Entry::writtenAt);
        Optional<String> name =
                image.content(TIMEZONE_FILE).flatMap(PartialString::known).map(String::strip);
        boolean wrong = name.filter(n ->
                        !n.isEmpty() && n.indexOf('\n') < 0 && !TimeZones.load().exists(n))
                .isPresent();
        if (at.isPresent() && wrong && PosixZone.of(name.get()) == PosixZone.NONE) {
            report(context, stage, Severity.WARNING, at.get(), "file", name.get());
        }
    }

    /** Java has names of its own beside those of tzdata: {@code GMT+8}, {@code CST}. */
    private static void option(RuleContext context, StageModel stage) {
        if (new ImageClock(context.build(), stage).option() instanceof ZoneSetting.Named option) {
            String name = option.zone();
            boolean known =
                    TimeZones.load().exists(name) || name.startsWith("GMT") || ZoneId.SHORT_IDS.containsKey(name);
            if (!known) {
                report(context, stage, Severity.ERROR, option.at(), "option", name);
            }
        }
    }

    private static void report(
            RuleContext context, StageModel stage, Severity severity, Span span, String key, String name) {
        Optional<String> help = Optional.of(name)
                .filter(TimezoneName::mayBeMisspelt)
                .flatMap(TimeZones.load()::nearest)
                .map(n -> context.message("write", n).text());
        String text = context.message(key, name).text();
        context.report(severity, stage.index(), span, new Message(text, help));
    }
}
