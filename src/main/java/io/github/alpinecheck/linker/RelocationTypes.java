package io.github.alpinecheck.linker;

import io.github.alpinecheck.elf.Machine;

/** The relocations that musl knows on a machine ({@code arch/ARCH/reloc.h}), by the numbers of the psABI. */
enum RelocationTypes {
    X86_64 {
        @Override
        boolean isSupported(int type) {
            return type >= 0 && type <= 2 || type >= 5 && type <= 8 || type >= 16 && type <= 18 || type == 36;
        }

        @Override
        boolean isCall(int type) {
            return type == 7;
        }

        @Override
        boolean isData(int type) {
            return type == 6;
        }

        @Override
        boolean isCopy(int type) {
            return type == 5;
        }

        @Override
        boolean isInitialExec(int type) {
            return type == 18;
        }
    },
    AARCH64 {
        @Override
        boolean isSupported(int type) {
            return type == 0 || type == 257 || type >= 1024 && type <= 1031;
        }

        @Override
        boolean isCall(int type) {
            return type == 1026;
        }

        @Override
        boolean isData(int type) {
            return type == 1025;
        }

        @Override
        boolean isCopy(int type) {
            return type == 1024;
        }

        @Override
        boolean isInitialExec(int type) {
            return type == 1030;
        }
    };

    static RelocationTypes of(Machine machine) {
        return switch (machine) {
            case X86_64 -> X86_64;
            case AARCH64 -> AARCH64;
        };
    }

    abstract boolean isSupported(int type);

    /** {@code JUMP_SLOT}. */
    abstract boolean isCall(int type);

    /** {@code GLOB_DAT}. */
    abstract boolean isData(int type);

    /** {@code COPY}. */
    abstract boolean isCopy(int type);

    /** {@code TPOFF64}, {@code TLS_TPREL64}. */
    abstract boolean isInitialExec(int type);

    /** Whether a missing symbol does not matter until it is used, in a library that is loaded lazily. */
    boolean mayWait(int type) {
        return isCall(type) || isData(type);
    }

    /** {@code NONE}. */
    boolean isNothing(int type) {
        return type == 0;
    }
}
