/** Floor 6: one run, from the Dockerfiles to the report. */
@NullMarked
package io.github.alpinecheck.engine;

import org.jspecify.annotations.NullMarked;
