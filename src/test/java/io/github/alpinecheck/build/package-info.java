/** What the build does with the compiled classes before they are tested and packed. */
@NullMarked
package io.github.alpinecheck.build;

import org.jspecify.annotations.NullMarked;
