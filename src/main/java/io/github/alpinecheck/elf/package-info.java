/** ELF files as a dynamic linker sees them: program headers and what they lead to, never section headers. */
@NullMarked
package io.github.alpinecheck.elf;

import org.jspecify.annotations.NullMarked;
