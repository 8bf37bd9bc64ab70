/**
 * Floor 2: the shell language as busybox ash and bash read it (POSIX.1-2017, volume 3, chapter 2, and what ash adds).
 * Text in, records out; knows nothing of Alpine and nothing of Dockerfiles.
 */
@NullMarked
package io.github.alpinecheck.shell;

import org.jspecify.annotations.NullMarked;
