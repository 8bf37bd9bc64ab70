package io.github.alpinecheck.maven;

import java.util.Locale;
import java.util.Optional;

/**
 * The languages that messages are written in. Another locale would bring its digits and dates into English sentences, and
 * reports of one input would differ from machine to machine.
 */
final class MessageLanguage {

    private MessageLanguage() {}

    /** Simplified Chinese for who reads it, English for everybody else. */
    static Locale of(Locale machine) {
        boolean traditional = machine.getScript().equals("Hant")
                || machine.getScript().isEmpty()
                        && (machine.getCountry().equals("TW")
                                || machine.getCountry().equals("HK")
                                || machine.getCountry().equals("MO"));
        return machine.getLanguage().equals("zh") && !traditional ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** The language of a word in the pom: {@code en} or {@code zh-CN}, in any case and with {@code _} too. */
    static Optional<Locale> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "zh-cn" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            default -> Optional.empty();
        };
    }
}
