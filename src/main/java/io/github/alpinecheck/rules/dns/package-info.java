/** How names become addresses. */
@NullMarked
package io.github.alpinecheck.rules.dns;

import org.jspecify.annotations.NullMarked;
