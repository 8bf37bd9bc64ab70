/** What time it is in the container. */
@NullMarked
package io.github.alpinecheck.rules.timezone;

import org.jspecify.annotations.NullMarked;
