/** The description of an image as people read it: the same cards of labels and values for every writer. */
@NullMarked
package io.github.alpinecheck.report.description;

import org.jspecify.annotations.NullMarked;
