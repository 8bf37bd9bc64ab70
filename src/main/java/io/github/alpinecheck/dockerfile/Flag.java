package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.Span;
import java.util.Optional;

/**
 * An option of an instruction: {@code --from=build}, {@code --link}.
 *
 * @param name without dashes
 * @param value what stands after {@code =}, its quotes and escapes already taken away; empty without {@code =}
 * @param span from the dashes on
 */
public record Flag(String name, Optional<Argument> value, Span span) {}
