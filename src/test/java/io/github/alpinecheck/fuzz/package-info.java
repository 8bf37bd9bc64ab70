/** Programs that try what nobody would write. */
@NullMarked
package io.github.alpinecheck.fuzz;

import org.jspecify.annotations.NullMarked;
