package io.github.alpinecheck.linker;

import io.github.alpinecheck.elf.Machine;

/** The relocations that musl knows on a machine ({@code arch/ARCH/reloc.h}), by the numbers of the psABI. */
enum RelocationTypes {
    X86_64(7, 6, 5, 18) {
        @Override
        boolean isSupported(int type) {
            return type >= 0 && type <= 2 || type >= 5 && type <= 8 || type >= 16 && type <= 18 || type == 36;
        }
    },
    AARCH64(1026, 1025, 1024, 1030) {
        @Override
        boolean isSupported(int type) {
            return type == 0 || type == 257 || type >= 1024 && type <= 1031;
        }
    };

    private final int call;
    private final int data;
    private final int copy;
    private final int initialExec;

    RelocationTypes(int call, int data, int copy, int initialExec) {
        this.call = call;
        this.data = data;
        this.copy = copy;
        this.initialExec = initialExec;
    }

    static RelocationTypes of(Machine machine) {
        return switch (machine) {
            case X86_64 -> X86_64;
            case AARCH64 -> AARCH64;
        };
    }

    abstract boolean isSupported(int type);

    /** {@code JUMP_SLOT}. */
    boolean isCall(int type) {
        return type == call;
    }

    /** {@code GLOB_DAT}. */
    boolean isData(int type) {
        return type == data;
    }

    /** {@code COPY}. */
    boolean isCopy(int type) {
        return type == copy;
    }

    /** {@code TPOFF64}, {@code TLS_TPREL64}. */
    boolean isInitialExec(int type) {
        return type == initialExec;
    }

    /** Whether a missing symbol does not matter until it is used, in a library that is loaded lazily. */
    boolean mayWait(int type) {
        return isCall(type) || isData(type);
    }

    /** {@code NONE}. */
    boolean isNothing(int type) {
        return type == 0;
    }
}
