/** Whom the programs of an image trust. */
@NullMarked
package io.github.alpinecheck.image.certificates;

import org.jspecify.annotations.NullMarked;
