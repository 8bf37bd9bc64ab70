/** Rules about the images that a build starts from. */
@NullMarked
package io.github.alpinecheck.rules.base;

import org.jspecify.annotations.NullMarked;
