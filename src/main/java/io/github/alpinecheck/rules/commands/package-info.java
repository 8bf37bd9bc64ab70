/** Programs that the image does not have. */
@NullMarked
package io.github.alpinecheck.rules.commands;

import org.jspecify.annotations.NullMarked;
