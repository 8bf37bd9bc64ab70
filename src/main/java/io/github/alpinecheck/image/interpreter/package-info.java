/** Runs Dockerfiles and shell scripts abstractly. Start at {@link io.github.alpinecheck.image.interpreter.Interpreter}. */
@NullMarked
package io.github.alpinecheck.image.interpreter;

import org.jspecify.annotations.NullMarked;
