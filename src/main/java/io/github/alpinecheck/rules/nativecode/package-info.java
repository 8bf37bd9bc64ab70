/** Programs and libraries that were linked with another C library. */
@NullMarked
package io.github.alpinecheck.rules.nativecode;

import org.jspecify.annotations.NullMarked;
