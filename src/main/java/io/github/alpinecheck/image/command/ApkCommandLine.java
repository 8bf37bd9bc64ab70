package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.ApkApplets;
import io.github.alpinecheck.alpine.ApkTools;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of an {@code apk} command as the apk of a release reads them: options may stand anywhere, in bundles, with
 * values attached or in the next word.
 *
 * @param appletWord the word that names the applet; empty when it is missing
 * @param options those that this apk knows, in order
 * @param unknownOptions words that look like options and are none
 * @param names the other words: packages, files
 */
public record ApkCommandLine(
        Optional<Operand> appletWord, List<Option> options, List<Operand> unknownOptions, List<Operand> names) {

    /** The apk whose options are assumed where the release is not known. */
    private static final String USUAL_VERSION = "2.14.4";

    public ApkCommandLine {
        options = List.copyOf(options);
        unknownOptions = List.copyOf(unknownOptions);
        names = List.copyOf(names);
    }

    /**
     * An option.
     *
     * @param name its long name, such as {@code --no-cache}, also where {@code -U} was written
     * @param word the word it stands in
     */
    public record Option(String name, Operand word, Optional<Operand> value) {}

    /** What an invocation of {@code apk} says. */
    public static ApkCommandLine of(Invocation apk) {
        return parse(apk.arguments(), apk.before().release());
    }

    /** Reads the words after {@code apk}. */
    public static ApkCommandLine parse(List<Operand> words, Optional<Release> release) {
        String version =
                release.map(Release::apkTools).filter(v -> !v.isEmpty()).orElse(USUAL_VERSION);
        // which options there are depends on the applet, which may stand behind global options
        ApkCommandLine adding = new Reader(words, version, "add").read();
        String applet = adding.applet().orElse("add");
        return applet.equals("add") ? adding : new Reader(words, version, applet).read();
    }

    /** Such as {@code add}; empty when it is missing or not known. */
    public Optional<String> applet() {
        return appletWord.flatMap(Operand::known);
    }

    /** Whether the option is given; by its long name. */
    public boolean has(String name) {
        for (Option option : options) {
            if (option.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of an option, if it is given. */
    public Optional<Operand> value(String name) {
        return options.stream().filter(o -> o.name().equals(name)).findFirst().flatMap(Option::value);
    }

    /** Whether a word from outside may be an option, or several words with options among them. */
    public boolean mayHaveMoreOptions() {
        return names.stream().anyMatch(n -> n.value().pattern().startsWith(String.valueOf(PartialString.HOLE)));
    }

    /** Whether the command reads packages or an index from a repository: it goes to the network unless that is off. */
    public boolean downloads() {
        boolean reads = applet().filter(a -> a.equals("add")
                        || a.equals("update")
                        || a.equals("upgrade")
                        || a.equals("fetch")
                        || a.equals("fix"))
                .isPresent();
        return reads && !has("--no-network") && !(applet().get().equals("add") && names.isEmpty());
    }

    private static final class Reader {
        private final List<Operand> words;
        private final String version;
        private final String assumed;
        private final List<Option> options = new ArrayList<>();
        private final List<Operand> unknown = new ArrayList<>();
        private final List<Operand> rest = new ArrayList<>();
        private int at;

        Reader(List<Operand> words, String version, String assumed) {
            this.words = words;
            this.version = version;
            this.assumed = assumed;
        }

        ApkCommandLine read() {
            for (at = 0; at < words.size(); at++) {
                Operand word = words.get(at);
                String text = word.value().pattern();
                if (text.equals("--")) {
                    rest.addAll(words.subList(at + 1, words.size()));
                    break;
                }
                if (text.startsWith("--")) {
                    longOption(word, text);
                } else if (text.length() > 1 && text.charAt(0) == '-') {
                    bundle(word, text);
                } else {
                    rest.add(word);
                }
            }
            Optional<Operand> applet = rest.stream().findFirst();
            Optional<Operand> value = applet.filter(a -> !isApplet(a)).flatMap(a -> appletAmongValues());
            if (value.isPresent()) {
                return new ApkCommandLine(value, options, unknown, rest);
            }
            List<Operand> names = rest.isEmpty() ? rest : rest.subList(1, rest.size());
            return new ApkCommandLine(applet, options, unknown, names);
        }

        /** Measured: {@code apk -t add bash} is {@code apk add -t add bash}, for the applet is looked for in all words. */
        private Optional<Operand> appletAmongValues() {
            return options.stream()
                    .flatMap(o -> o.value().stream())
                    .filter(Reader::isApplet)
                    .findFirst();
        }

        private static boolean isApplet(Operand word) {
            return word.known().filter(ApkApplets.load()::exists).isPresent();
        }

        private void longOption(Operand word, String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            Optional<ApkTools.Option> option = ApkTools.load().option(version, assumed, name);
            if (option.isEmpty()) {
                unknown.add(word);
                return;
            }
            Optional<Operand> value = Optional.empty();
            if (equals >= 0) {
                value = Optional.of(part(word, text, equals + 1));
            } else if (option.get().takesValue()) {
                value = next();
            }
            options.add(new Option(option.get().name(), word, value));
        }

        private void bundle(Operand word, String text) {
            for (int i = 1; i < text.length(); i++) {
                Optional<ApkTools.Option> option = ApkTools.load().option(version, assumed, "-" + text.charAt(i));
                if (option.isEmpty()) {
                    unknown.add(word);
                    return;
                }
                if (option.get().takesValue()) {
                    Optional<Operand> value = i + 1 < text.length() ? Optional.of(part(word, text, i + 1)) : next();
                    options.add(new Option(option.get().name(), word, value));
                    return;
                }
                options.add(new Option(option.get().name(), word, Optional.empty()));
            }
        }

        private Optional<Operand> next() {
            at++;
            return at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
        }

        private static Operand part(Operand word, String text, int from) {
            return new Operand(new PartialString(text.substring(from)), word.span(), word.glob());
        }
    }
}
