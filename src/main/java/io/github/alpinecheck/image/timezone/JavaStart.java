package io.github.alpinecheck.image.timezone;

import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code java} command that a container of an image starts.
 *
 * @param invocation the command, in the image that it finds when it starts
 * @param direct whether no script stands between the container and it
 */
public record JavaStart(Invocation invocation, boolean direct) {

    private static final String PROPERTY = "-Duser.timezone=";

    /** Options of the launcher whose value is the next word (the manual of java 25). */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--patch-module",
            "--enable-native-access",
            "--source");

    /** The command, if ENTRYPOINT and CMD certainly lead to one, and to no other. */
    public static Optional<JavaStart> of(StageModel stage) {
        List<Invocation> started = new ArrayList<>();
        for (Invocation each : stage.starts().whole().map(Start::invocations).orElse(List.of())) {
            if (each.runs("java")) {
                started.add(each);
            }
        }
        if (started.size() != 1) {
            return Optional.empty();
        }
        boolean direct = stage.result()
                .processes()
                .whole()
                .filter(CommandForm.ExecForm.class::isInstance)
                .map(CommandForm::span)
                .filter(started.get(0).span()::equals)
                .isPresent();
        return Optional.of(new JavaStart(started.get(0), direct));
    }

    /** The image when the command starts. */
    public ImageState image() {
        return invocation.before();
    }

    /**
     * A variable of the command's environment.
     *
     * @return empty when it is certainly not set
     */
    public Optional<PartialString> variable(String name) {
        // which variables of a script are exported is not followed, nor what a script sets that it reads from a file
        boolean scripted = invocation.environment().containsKey(name)
                || !direct && image().files().node("/").isPresent();
        return scripted ? Optional.of(PartialString.UNKNOWN) : EnvironmentVariables.value(image(), name);
    }

    /**
     * What the JVM's options say. Later ones go before earlier ones, in the order JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS,
     * command line, _JAVA_OPTIONS (measured with JDK 17 and 25).
     *
     * @param variables where the Dockerfile sets a variable
     */
    public ZoneSetting option(EnvironmentVariables variables) {
        ZoneSetting option = after(ZoneSetting.NONE, variables, "JAVA_TOOL_OPTIONS");
        ZoneSetting before = option;
        option = after(option, variables, "JDK_JAVA_OPTIONS");
        // Java 8 does not know that one
        option = option.equals(before) ? option : ZoneSetting.UNKNOWN;
        option = after(option, invocation.arguments());
        return after(option, variables, "_JAVA_OPTIONS");
    }

    private ZoneSetting after(ZoneSetting earlier, EnvironmentVariables variables, String name) {
        Optional<PartialString> value = variable(name);
        if (value.isEmpty()) {
            return earlier;
        }
        Span at = variables.setAt(name);
        List<Operand> words = Stream.of(value.get().pattern().split("\\s+", -1))
                .filter(w -> !w.isEmpty())
                .map(w -> new Operand(new PartialString(w.replace("\"", "").replace("'", "")), at, false))
                .toList();
        return after(earlier, words);
    }

    /** The setting after the launcher's options up to the program; an unknown one may be any option. */
    private static ZoneSetting after(ZoneSetting earlier, List<Operand> words) {
        ZoneSetting setting = earlier;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            if (!words.get(i).value().isKnown() || word.startsWith("@") || word.startsWith("-XX:VMOptionsFile")) {
                setting = ZoneSetting.UNKNOWN;
            } else if (word.startsWith(PROPERTY)) {
                String zone = word.substring(PROPERTY.length());
                setting = zone.isEmpty()
                        ? ZoneSetting.NONE
                        : new ZoneSetting.Named(
                                ZoneSetting.Place.OPTION, zone, words.get(i).span());
            } else if (!word.startsWith("-") || word.equals("-jar") || word.equals("-m") || word.equals("--module")) {
                break;
            } else if (WITH_VALUE.contains(word)) {
                i++;
            }
        }
        return setting;
    }
}
