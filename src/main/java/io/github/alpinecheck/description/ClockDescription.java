package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ImageClock;
import io.github.alpinecheck.image.timezone.TimeZoneSettings;
import io.github.alpinecheck.image.timezone.ZoneSetting;
import io.github.alpinecheck.image.timezone.ZoneSetting.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * What time it is in the container.
 *
 * @param libc the zone of programs that ask libc
 * @param virtualMachine whether the image has a Java virtual machine that it starts, or that is on the PATH
 * @param java the zone of that virtual machine; unknown where there is none
 * @param settings all that name a zone, in the order in which programs look there
 * @param zones whether there are files of zones
 */
public record ClockDescription(Zone libc, Presence virtualMachine, Zone java, List<Setting> settings, Presence zones) {

    public ClockDescription {
        settings = List.copyOf(settings);
    }

    /**
     * The zone that somebody takes.
     *
     * @param known whether anybody knows it
     * @param name of the zone; the empty string where none is set or works, so that it is UTC, and where it is not known
     */
    public record Zone(boolean known, String name) {

        private static final Zone UNKNOWN = new Zone(false, "");

        private static Zone of(ZoneSetting setting) {
            if (setting instanceof Named named) {
                return new Zone(true, named.zone());
            }
            return setting.equals(ZoneSetting.NONE) ? new Zone(true, "") : UNKNOWN;
        }
    }

    /**
     * A place that names a zone.
     *
     * @param line where the Dockerfile sets it; that of FROM when it comes with the base image
     */
    public record Setting(ZoneSetting.Place place, String zone, int line) {}

    static ClockDescription of(Build build, StageModel stage, Lines lines) {
        ImageClock clock = new ImageClock(build, stage);
        ImageState image = stage.result();
        List<Setting> settings = new ArrayList<>();
        for (Named each : clock.settings()) {
            settings.add(new Setting(each.place(), each.zone(), lines.first(each.at())));
        }
        Presence virtualMachine = virtualMachine(stage);
        return new ClockDescription(
                Zone.of(clock.ofLibc()),
                virtualMachine,
                virtualMachine == Presence.PRESENT ? Zone.of(clock.ofJvm()) : Zone.UNKNOWN,
                settings,
                image.exists("/usr/share/zoneinfo"));
    }

    private static Presence virtualMachine(StageModel stage) {
        if (TimeZoneSettings.runsJvm(stage)) {
            return Presence.PRESENT;
        }
        return stage.result().hasNoJava() ? Presence.ABSENT : Presence.UNKNOWN;
    }
}
