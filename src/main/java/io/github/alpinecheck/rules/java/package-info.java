/** What Java programs need of the image that they run in. */
@NullMarked
package io.github.alpinecheck.rules.java;

import org.jspecify.annotations.NullMarked;
