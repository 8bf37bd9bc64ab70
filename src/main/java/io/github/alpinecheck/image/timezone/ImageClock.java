package io.github.alpinecheck.image.timezone;

import io.github.alpinecheck.alpine.JavaChanges;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.timezone.ZoneSetting.Named;
import io.github.alpinecheck.image.timezone.ZoneSetting.Place;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a finished image says of the time zone, and what its programs make of it. */
public final class ImageClock {

    private static final String LOCALTIME = "/etc/localtime";
    private static final String FILE = "/etc/timezone";

    private final EnvironmentVariables variables;
    private final Optional<JavaStart> java;
    /** When its process starts. */
    private final ImageState image;

    public ImageClock(Build build, StageModel stage) {
        this.variables = new EnvironmentVariables(build, stage);
        this.java = JavaStart.of(stage);
        this.image = java.map(JavaStart::image).orElseGet(stage::result);
    }

    /** Whether a container of it certainly is a JVM. */
    public boolean startsJvm() {
        return java.isPresent();
    }

    /** All that name a zone, in the order in which programs look there. */
    public List<Named> settings() {
        return Stream.of(option(), variable(), localtime(), file())
                .filter(Named.class::isInstance)
                .map(Named.class::cast)
                .toList();
    }

    /** {@code -Duser.timezone}; unknown where something else is started, which may start a JVM in its turn. */
    public ZoneSetting option() {
        // the base image's own command may look into variables such as CATALINA_OPTS
        boolean idle = image.processes().main().isEmpty()
                && image.environment().values().stream()
                        .noneMatch(value -> value.pattern().contains("user.timezone"));
        return java.map(j -> j.option(variables)).orElse(idle ? ZoneSetting.NONE : ZoneSetting.UNKNOWN);
    }

    /** The variable TZ. */
    public ZoneSetting variable() {
        Optional<PartialString> value =
                java.map(j -> j.variable("TZ")).orElseGet(() -> EnvironmentVariables.value(image, "TZ"));
        return value.map(v -> named(Place.VARIABLE, v.known().map(TimeZoneSettings::plain), variables.setAt("TZ")))
                .orElse(ZoneSetting.NONE);
    }

    /** The zone whose file {@code /etc/localtime} is a link to, or a copy of. */
    public ZoneSetting localtime() {
        FileNode node = image.file(LOCALTIME);
        if (node instanceof FileNode.Link link) {
            return written(
                    Place.LOCALTIME,
                    LOCALTIME,
                    FileSystem.resolve(PartialString.of("/etc"), link.target()).flatMap(TimeZoneSettings::zone));
        }
        if (node instanceof FileNode.Regular regular) {
            return written(Place.LOCALTIME, LOCALTIME, regular.copyOf().flatMap(TimeZoneSettings::zone));
        }
        return node.equals(FileNode.ABSENT) ? ZoneSetting.NONE : ZoneSetting.UNKNOWN;
    }

    /** The zone that {@code /etc/timezone} names. */
    public ZoneSetting file() {
        return image.content(FILE)
                .map(text -> written(Place.FILE, FILE, text.known().map(String::strip)))
                .orElse(ZoneSetting.NONE);
    }

    private ZoneSetting written(Place place, String path, Optional<String> zone) {
        Optional<Span> at = image.files().entry(path).flatMap(FileSystem.Entry::writtenAt);
        return at.map(span -> named(place, zone, span)).orElse(ZoneSetting.UNKNOWN);
    }

    private static ZoneSetting named(Place place, Optional<String> zone, Span at) {
        return zone.<ZoneSetting>map(z -> new Named(place, z, at)).orElse(ZoneSetting.UNKNOWN);
    }

    /**
     * The setting that gives the JVM its zone; {@link ZoneSetting#NONE} when it finds none and takes GMT. Measured with
     * JDK 17 and 25.
     */
    public ZoneSetting ofJvm() {
        ZoneSetting first = option().equals(ZoneSetting.NONE) ? variable() : option();
        if (!first.equals(ZoneSetting.NONE)) {
            return understood(first);
        }
        // older ones look into the file first; whether an update of theirs does so is not known
        ZoneSetting file = ignoresFile() ? ZoneSetting.NONE : file();
        ZoneSetting localtime = understood(localtime());
        if (localtime instanceof Named copied && !(image.file(LOCALTIME) instanceof FileNode.Link)) {
            localtime = switch (image.exists(TimeZoneSettings.ZONES + copied.zone())) {
                case PRESENT -> copied;
                case ABSENT -> hasZones() ? ZoneSetting.UNKNOWN : ZoneSetting.NONE;
                case UNKNOWN -> ZoneSetting.UNKNOWN;
            };
        }
        return file.equals(ZoneSetting.NONE) || agree(file, localtime) ? localtime : ZoneSetting.UNKNOWN;
    }

    /** Whether the JVM certainly does not read {@code /etc/timezone}. */
    public boolean ignoresFile() {
        return image.java().filter(JavaChanges.load()::ignoresTimezoneFile).isPresent();
    }

    /** Whether there may be files of zones, so that the JVM finds one that is the same as a copy. */
    private boolean hasZones() {
        return image.exists("/usr/share/zoneinfo") != Presence.ABSENT;
    }

    /**
     * The setting that gives programs their zone that ask musl; {@link ZoneSetting#NONE} when it finds none and takes
     * UTC. Measured on Alpine 3.6 to 3.20.
     */
    public ZoneSetting ofLibc() {
        ZoneSetting variable = variable();
        if (image.libc() != Libc.MUSL) {
            return ZoneSetting.UNKNOWN;
        }
        if (variable.equals(ZoneSetting.NONE)) {
            boolean link = image.file(LOCALTIME) instanceof FileNode.Link;
            return link ? read(localtime()) : understood(localtime());
        }
        return read(variable);
    }

    /** A setting that musl reads a file of tzdata for. */
    private ZoneSetting read(ZoneSetting setting) {
        if (!(understood(setting) instanceof Named named)) {
            return understood(setting);
        }
        return switch (image.exists(TimeZoneSettings.ZONES + named.zone())) {
            case PRESENT -> named;
            case ABSENT -> TimeZoneSettings.needsZoneData(named.zone()) ? ZoneSetting.NONE : named;
            case UNKNOWN -> ZoneSetting.UNKNOWN;
        };
    }

    /** The setting if it is a name of the zone table; of others the two languages of TZ decide. */
    private static ZoneSetting understood(ZoneSetting setting) {
        return setting instanceof Named named && !TimeZones.load().exists(named.zone()) ? ZoneSetting.UNKNOWN : setting;
    }

    private static boolean agree(ZoneSetting one, ZoneSetting other) {
        return one instanceof Named a
                && other instanceof Named b
                && TimeZones.load().areSame(a.zone(), b.zone());
    }
}
