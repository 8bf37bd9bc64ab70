package io.github.alpinecheck.elf;

import java.util.Optional;

/**
 * A place that the linker has to fill in.
 *
 * @param type the number that the psABI of the machine gives it
 * @param symbol what it needs; empty for a relocation of the file's own addresses
 */
public record Relocation(int type, Optional<ElfSymbol> symbol) {}
