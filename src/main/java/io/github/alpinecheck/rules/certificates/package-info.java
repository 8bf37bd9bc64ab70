/** Whom programs trust. */
@NullMarked
package io.github.alpinecheck.rules.certificates;

import org.jspecify.annotations.NullMarked;
