package io.github.alpinecheck.dockerfile;

import static io.github.alpinecheck.dockerfile.Option.bool;
import static io.github.alpinecheck.dockerfile.Option.many;
import static io.github.alpinecheck.dockerfile.Option.one;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The instructions and their options.
 *
 * <p>Source: BuildKit's {@code frontend/dockerfile/instructions/parse.go} and {@code commands_run*.go}, August 2026.
 */
enum Keyword {
    ADD(
            one("chown"),
            one("chmod"),
            bool("link"),
            bool("keep-git-dir"),
            one("checksum"),
            bool("unpack"),
            many("exclude")),
    ARG,
    CMD,
    COPY(
            one("chown"),
            one("from", OptionValues::isStage),
            one("chmod"),
            bool("link"),
            many("exclude"),
            bool("parents")),
    ENTRYPOINT,
    ENV,
    EXPOSE,
    FROM(one("platform")),
    HEALTHCHECK(
            one("interval", OptionValues::isInterval),
            one("timeout", OptionValues::isInterval),
            one("start-period", OptionValues::isInterval),
            one("start-interval", OptionValues::isInterval),
            one("retries", OptionValues::isCount)),
    LABEL,
    MAINTAINER,
    ONBUILD,
    RUN(
            many("mount", OptionValues::isMount),
            one("network", OptionValues::isNetwork),
            one("security", OptionValues::isSecurity),
            many("device")),
    SHELL,
    STOPSIGNAL,
    USER,
    VOLUME,
    WORKDIR;

    private static final Map<String, Keyword> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Keyword::name, Function.identity()));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable map of records; their predicates hold no state
    private final Map<String, Option> options;

    Keyword(Option... options) {
        this.options = Arrays.stream(options).collect(Collectors.toUnmodifiableMap(Option::name, Function.identity()));
    }

    /** The keyword that is written so, in any case. */
    static Optional<Keyword> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** All of them as they are written. */
    static List<String> names() {
        return Arrays.stream(values()).map(Keyword::name).toList();
    }

    /** The options by their names. */
    Map<String, Option> options() {
        return options;
    }

    /** Whether options are checked at all: BuildKit drops those of ARG and STOPSIGNAL without a look. */
    boolean checksOptions() {
        return this != ARG && this != STOPSIGNAL;
    }

    /** Whether {@code <<} announces a here-document. */
    boolean takesHeredocs() {
        return this == RUN || this == COPY || this == ADD;
    }
}
