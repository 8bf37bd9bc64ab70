/** Floor 3: what musl's dynamic linker of a release does with an ELF file (musl, {@code ldso/dynlink.c}). */
@NullMarked
package io.github.alpinecheck.linker;

import org.jspecify.annotations.NullMarked;
