/** How packages are installed. */
@NullMarked
package io.github.alpinecheck.rules.apk;

import org.jspecify.annotations.NullMarked;
