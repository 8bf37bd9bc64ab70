/**
 * Floor 2: the Dockerfile language. Text in, records out; knows nothing of Alpine and nothing of shells. Follows
 * BuildKit's parser ({@code frontend/dockerfile/parser}, {@code .../instructions}, {@code .../shell}).
 */
@NullMarked
package io.github.alpinecheck.dockerfile;

import org.jspecify.annotations.NullMarked;
