/** How long a check takes: benchmarks that {@code mvn -Pbench clean process-test-classes exec:exec} runs, and no test. */
@NullMarked
package io.github.alpinecheck.bench;

import org.jspecify.annotations.NullMarked;
