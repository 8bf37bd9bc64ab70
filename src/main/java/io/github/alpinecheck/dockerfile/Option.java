package io.github.alpinecheck.dockerfile;

import java.util.function.Predicate;

/**
 * An option that an instruction knows.
 *
 * @param repeatable whether it may be given more than once
 * @param needsValue whether {@code =value} must follow
 * @param accepts whether BuildKit takes a value; true when that depends on what it does not know before the build
 */
record Option(String name, boolean repeatable, boolean needsValue, Predicate<String> accepts) {

    static Option one(String name) {
        return one(name, value -> true);
    }

    static Option one(String name, Predicate<String> accepts) {
        return new Option(name, false, true, accepts);
    }

    static Option many(String name) {
        return many(name, value -> true);
    }

    static Option many(String name, Predicate<String> accepts) {
        return new Option(name, true, true, accepts);
    }

    static Option bool(String name) {
        return new Option(
                name, false, false, value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"));
    }
}
