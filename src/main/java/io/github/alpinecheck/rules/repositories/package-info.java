/** Where apk gets packages from. */
@NullMarked
package io.github.alpinecheck.rules.repositories;

import org.jspecify.annotations.NullMarked;
