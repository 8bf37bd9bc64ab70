/** Floor 8: the Mojos. Thin: parameters in, log lines, files and an exception out. */
@NullMarked
package io.github.alpinecheck.maven;

import org.jspecify.annotations.NullMarked;
