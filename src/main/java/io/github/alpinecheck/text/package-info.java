/**
 * Floor 1: source text, positions in it and edits to it. Everything that the plugin reports carries a {@link
 * io.github.alpinecheck.text.Span} of the original file.
 */
@NullMarked
package io.github.alpinecheck.text;

import org.jspecify.annotations.NullMarked;
