package io.github.alpinecheck.elf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dynamic linker reads of an ELF file of 64 bits.
 *
 * @param interpreter the linker that a program asks for ({@code PT_INTERP})
 * @param dynamic whether there is a dynamic section: if not, it is a static program, or nothing that can be linked
 * @param positionIndependentProgram whether it calls itself a program that can be moved ({@code DF_1_PIE})
 * @param needed the libraries it needs ({@code DT_NEEDED}), in order
 * @param searchPath {@code DT_RUNPATH}, or {@code DT_RPATH} where there is none
 * @param bindNow whether all symbols must be there at load time ({@code DF_BIND_NOW}, {@code DF_1_NOW})
 * @param threadLocalStorage whether it has variables of which every thread has its own
 * @param compactRelocations whether it has {@code DT_RELR}
 * @param emptySegment whether one of its {@code PT_LOAD} takes no memory
 * @param relocations each pair of type and symbol once, in the order musl works through them; those without a symbol
 *     that only add the load address are left out
 * @param exports what others can find in it by name
 */
public record ElfFile(
        ElfHeader header,
        Optional<String> interpreter,
        boolean dynamic,
        boolean positionIndependentProgram,
        List<String> needed,
        Optional<String> searchPath,
        boolean bindNow,
        boolean threadLocalStorage,
        boolean compactRelocations,
        boolean emptySegment,
        List<Relocation> relocations,
        Map<String, Export> exports) {

    public ElfFile {
        needed = List.copyOf(needed);
        relocations = List.copyOf(relocations);
        exports = Map.copyOf(exports);
    }

    /** How a file has a symbol that others can find. */
    public enum Export {
        /** It is defined here. */
        DEFINED,
        /** Here is only the address that a program's calls of it jump to: no definition for other calls. */
        CALL_ADDRESS
    }

    /** Whether it is to be started, not to be loaded into a running process. */
    public boolean isProgram() {
        return interpreter.isPresent() || positionIndependentProgram || header.type() == ElfHeader.Type.EXECUTABLE;
    }
}
