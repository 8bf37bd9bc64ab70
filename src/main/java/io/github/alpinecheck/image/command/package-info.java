/**
 * What programs do to an image: one {@link io.github.alpinecheck.image.command.CommandModel} per modelled program. A
 * program without a model may do anything.
 */
@NullMarked
package io.github.alpinecheck.image.command;

import org.jspecify.annotations.NullMarked;
