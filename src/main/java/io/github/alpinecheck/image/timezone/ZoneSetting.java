package io.github.alpinecheck.image.timezone;

import io.github.alpinecheck.text.Span;

/** What one place says of the time zone. */
public sealed interface ZoneSetting {

    /** It says nothing, certainly. */
    ZoneSetting NONE = new None();

    /** Nobody knows what it says. */
    ZoneSetting UNKNOWN = new Unknown();

    /**
     * It names a zone.
     *
     * @param zone as it is written there; whether there is such a zone is another question
     * @param at where the Dockerfile sets it; the FROM when it comes with the base image
     */
    record Named(Place place, String zone, Span at) implements ZoneSetting {}

    /** Nothing is set. */
    record None() implements ZoneSetting {}

    /** Anything or nothing. */
    record Unknown() implements ZoneSetting {}

    /** Where zones are set, in the order in which programs look there. */
    enum Place {
        /** {@code -Duser.timezone}, for the JVM. */
        OPTION,
        /** The variable TZ. */
        VARIABLE,
        /** {@code /etc/localtime}. */
        LOCALTIME,
        /** {@code /etc/timezone}, which only older Java versions read. */
        FILE
    }
}
