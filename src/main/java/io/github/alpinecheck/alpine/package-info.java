/**
 * Floor 2: what is known of Alpine. Every fact is a line of a table under {@code src/main/resources}, with its source;
 * one reader each. What the tables do not say is unknown, never "no".
 */
@NullMarked
package io.github.alpinecheck.alpine;

import org.jspecify.annotations.NullMarked;
