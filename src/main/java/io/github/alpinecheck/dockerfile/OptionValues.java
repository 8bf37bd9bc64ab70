package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that BuildKit refuses by their looks alone. */
final class OptionValues {

    private static final Set<String> MOUNT_KEYS = Set.of(
            "type",
            "from",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "readonly",
            "ro",
            "readwrite",
            "rw",
            "id",
            "sharing",
            "required",
            "size",
            "mode",
            "uid",
            "gid",
            "env");
    private static final Set<String> MOUNT_SWITCHES = Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final Map<String, List<String>> MOUNT_CHOICES = Map.of(
            "type", List.of("bind", "cache", "tmpfs", "secret", "ssh"),
            "sharing", List.of("shared", "private", "locked"));

    /** Go's units of time in nanoseconds; of two that begin alike the longer one first. */
    private static final List<Map.Entry<String, Double>> UNITS = List.of(
            Map.entry("ns", 1.0),
            Map.entry("us", 1e3),
            Map.entry("µs", 1e3),
            Map.entry("μs", 1e3),
            Map.entry("ms", 1e6),
            Map.entry("s", 1e9),
            Map.entry("m", 60e9),
            Map.entry("h", 3600e9));

    private static final double MILLISECOND = 1e6;

    private OptionValues() {}

    /** {@code COPY --from=}: a stage or an image, in which BuildKit expands nothing but refuses what it could. */
    static boolean isStage(String value) {
        try {
            PartialString expanded = new WordExpander('\\').expand(value, name -> Optional.empty());
            return !expanded.isKnown() || expanded.is(value);
        } catch (ExpansionException e) {
            return false;
        }
    }

    /** {@code RUN --mount=}: fields with known names; a value with a variable is not looked at. */
    static boolean isMount(String value) {
        if (value.isEmpty() || value.indexOf('"') >= 0) {
            return true;
        }
        for (String field : value.split(",", -1)) {
            int equals = field.indexOf('=');
            String key =
                    field.substring(0, equals < 0 ? field.length() : equals).toLowerCase(Locale.ROOT);
            boolean known = equals < 0
                    ? MOUNT_SWITCHES.contains(key)
                    : MOUNT_KEYS.contains(key) && isMountValue(key, field.substring(equals + 1));
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMountValue(String key, String value) {
        int dollar = value.indexOf('$');
        if (key.equals("from")) {
            return dollar < 0 || dollar == value.length() - 1 || isStage(value);
        }
        List<String> choices = MOUNT_CHOICES.getOrDefault(key, List.of());
        boolean plain = value.chars().allMatch(Character::isLetterOrDigit);
        return choices.isEmpty() || !plain || choices.contains(value.toLowerCase(Locale.ROOT));
    }

    /** {@code RUN --network=}. */
    static boolean isNetwork(String value) {
        return value.equals("default") || value.equals("none") || value.equals("host");
    }

    /** {@code RUN --security=}. */
    static boolean isSecurity(String value) {
        return value.equals("insecure") || value.equals("sandbox");
    }

    /** {@code HEALTHCHECK --retries=}: a number of 32 bits, not negative; the empty value is the default. */
    static boolean isCount(String value) {
        try {
            return value.isEmpty() || Integer.parseInt(value) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** {@code HEALTHCHECK --interval=} and its like: nothing, zero, or a time of a millisecond or more. */
    static boolean isInterval(String value) {
        if (value.isEmpty() || value.equals("0") || value.equals("+0") || value.equals("-0")) {
            return true;
        }
        boolean negative = value.startsWith("-");
        int at = negative || value.startsWith("+") ? 1 : 0;
        double nanoseconds = 0;
        if (at == value.length()) {
            return false;
        }
        while (at < value.length()) {
            int from = at;
            while (at < value.length() && (Character.digit(value.charAt(at), 10) >= 0 || value.charAt(at) == '.')) {
                at++;
            }
            String rest = value.substring(at);
            var unit = UNITS.stream().filter(u -> rest.startsWith(u.getKey())).findFirst();
            double number = number(value.substring(from, at));
            if (unit.isEmpty() || number < 0) {
                return false;
            }
            nanoseconds += number * unit.get().getValue();
            at += unit.get().getKey().length();
        }
        return nanoseconds == 0 || (!negative && nanoseconds >= MILLISECOND);
    }

    /** Digits with at most one point; -1 when it is something else. */
    private static double number(String text) {
        boolean digits = text.chars().anyMatch(c -> c != '.');
        boolean points = text.indexOf('.') != text.lastIndexOf('.');
        return digits && !points ? Double.parseDouble(text) : -1;
    }
}
