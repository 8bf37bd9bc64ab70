package io.github.alpinecheck.image.timezone;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/** The places of a Dockerfile that say which time zone it is. */
public final class TimeZoneSettings {

    /** Where the zone files of tzdata are. */
    public static final String ZONES = "/usr/share/zoneinfo/";

    private TimeZoneSettings() {}

    /** A value of TZ with the place where it is set. */
    public record Variable(String value, Span span) {}

    /**
     * The ENV that gives TZ the value it has in the finished stage, of the stage itself or one that it is built on;
     * empty when the value is not known or comes with the base image.
     */
    public static Optional<Variable> variable(Build build, StageModel stage) {
        Optional<String> value =
                Optional.ofNullable(stage.result().environment().get("TZ")).flatMap(PartialString::known);
        return value.flatMap(
                v -> new EnvironmentVariables(build, stage).set("TZ").map(span -> new Variable(v, span)));
    }

    /** The zone that a path under {@code /usr/share/zoneinfo} names. */
    public static Optional<String> zone(String path) {
        return path.startsWith(ZONES) && path.length() > ZONES.length()
                ? Optional.of(path.substring(ZONES.length()))
                : Optional.empty();
    }

    /** The zone files that a {@code cp} or {@code ln} names as what it copies or links to. */
    public static List<Operand> sources(Invocation invocation) {
        if (!invocation.runs("cp") && !invocation.runs("ln")) {
            return List.of();
        }
        List<Operand> words = invocation.arguments().stream()
                .filter(o -> !o.value().pattern().startsWith("-"))
                .toList();
        return words.stream()
                .limit(Math.max(0, words.size() - 1))
                .filter(o -> zoneOf(o, invocation).isPresent())
                .toList();
    }

    /** The zone that a word of a command names by its path. */
    public static Optional<String> zoneOf(Operand word, Invocation invocation) {
        return word.glob()
                ? Optional.empty()
                : FileSystem.resolve(invocation.directory(), word.value()).flatMap(TimeZoneSettings::zone);
    }

    /** TZ without the colon that POSIX allows before a name. */
    public static String plain(String value) {
        return value.startsWith(":") ? value.substring(1) : value;
    }

    /**
     * Whether libc needs a file of tzdata for this value: not for {@code UTC}, {@code CST-8} and other POSIX rules, nor
     * for a path.
     */
    public static boolean needsZoneData(String value) {
        // EST5EDT and its like are rules that libc reads without a file, too
        return TimeZones.load().exists(plain(value))
                && !TimeZones.load().isUtc(plain(value))
                && PosixZone.of(plain(value)) != PosixZone.RULE;
    }

    /** Whether the image is one of Node.js, which has zones of its own. */
    public static boolean isNode(ImageState image) {
        return image.base().filter(b -> b.family().equals("node")).isPresent();
    }

    /** Whether what the image runs is a Java virtual machine, which has zones of its own. */
    public static boolean runsJvm(StageModel stage) {
        ImageState image = stage.result();
        boolean base = image.base().filter(BaseImage::jvm).isPresent();
        boolean installed = image.packages().certain().stream().anyMatch(p -> p.startsWith("openjdk"));
        return base || installed || stage.starts().mainRuns("java");
    }
}
