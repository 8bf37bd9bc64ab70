/** What time it is in the container: what the image says of it, and what libc and Java make of that. */
@NullMarked
package io.github.alpinecheck.image.timezone;

import org.jspecify.annotations.NullMarked;
