package io.github.alpinecheck.elf;

import java.util.Optional;

/**
 * The first bytes of an ELF file.
 *
 * @param wide whether it is a 64-bit file with the low byte first, as the machines of {@link Machine} need it
 * @param osAbi {@code EI_OSABI}: 0 and 3 for Linux and most others, 6 for Solaris, 9 for FreeBSD
 * @param type what kind of file it is
 * @param machine empty for a machine that no supported platform has
 */
public record ElfHeader(boolean wide, int osAbi, Type type, Optional<Machine> machine) {

    /** How many bytes {@link #of} needs. */
    public static final int LENGTH = 20;

    /** What a file is. */
    public enum Type {
        /** {@code ET_EXEC}: a program at fixed addresses. */
        EXECUTABLE,
        /** {@code ET_DYN}: a shared library, or a program that can be moved. */
        SHARED,
        /** An object file, a core dump, nonsense. */
        OTHER
    }

    /** The header in the first bytes of a file; empty when it is no ELF file. */
    public static Optional<ElfHeader> of(byte[] first) {
        boolean elf =
                first.length >= LENGTH && first[0] == 0x7f && first[1] == 'E' && first[2] == 'L' && first[3] == 'F';
        if (!elf) {
            return Optional.empty();
        }
        boolean lowFirst = first[5] == 1;
        boolean wide = first[4] == 2 && lowFirst;
        Type type = switch (half(first, 16, lowFirst)) {
            case 2 -> Type.EXECUTABLE;
            case 3 -> Type.SHARED;
            default -> Type.OTHER;
        };
        return Optional.of(new ElfHeader(
                wide, first[7] & 0xff, type, wide ? Machine.of(half(first, 18, true)) : Optional.empty()));
    }

    private static int half(byte[] bytes, int at, boolean lowFirst) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        return lowFirst ? a | b << 8 : a << 8 | b;
    }
}
