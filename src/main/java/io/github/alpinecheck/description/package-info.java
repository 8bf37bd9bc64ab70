/** Floor 4, beside the rules' own: what the model knows of the images that a Dockerfile builds, in values that people read. */
@NullMarked
package io.github.alpinecheck.description;

import org.jspecify.annotations.NullMarked;
