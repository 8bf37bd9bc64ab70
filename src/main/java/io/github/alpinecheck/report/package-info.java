/** Floor 7: one writer per format, each over the same {@link io.github.alpinecheck.engine.Report}. */
@NullMarked
package io.github.alpinecheck.report;

import org.jspecify.annotations.NullMarked;
