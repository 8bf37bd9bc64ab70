/**
 * Floor 3: the image that a Dockerfile computes, at every point in time. Everything in it is three-valued: yes, no,
 * unknown; what nobody can know is unknown, never guessed.
 */
@NullMarked
package io.github.alpinecheck.image;

import org.jspecify.annotations.NullMarked;
