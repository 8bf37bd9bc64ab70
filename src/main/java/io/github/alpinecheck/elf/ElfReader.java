package io.github.alpinecheck.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ELF files of 64 bits as a dynamic linker does: over the program headers, so that files without section headers
 * are read too (System V ABI, chapters 4 and 5; the GNU extensions as musl reads them).
 */
public final class ElfReader {

    private static final long BIND_NOW = 8;
    private static final long NOW_1 = 1;
    private static final long PIE_1 = 0x08000000;

    private ElfReader() {}

    /**
     * Reads a file.
     *
     * @param content the whole file, from 0 to the limit; it is not changed, and needed no longer than this call
     * @throws UnreadableElfException if it is no ELF file, one of 32 bits or of the other byte order, or damaged. Time
     *     and memory are bounded by the size of the file
     */
    public static ElfFile read(ByteBuffer content) throws UnreadableElfException {
        ElfBytes bytes = new ElfBytes(content);
        byte[] first = new byte[Math.min(ElfHeader.LENGTH, bytes.size())];
        content.duplicate().get(0, first);
        ElfHeader header = ElfHeader.of(first).orElseThrow(() -> new UnreadableElfException("it is no ELF file"));
        if (!header.wide()) {
            throw new UnreadableElfException("it is no ELF file of 64 bits with the low byte first");
        }
        Segments segments = Segments.read(bytes);
        return segments.dynamic().isEmpty()
                ? withoutDynamicSection(header, segments)
                : withDynamicSection(header, bytes, segments, segments.dynamic().get());
    }

    private static ElfFile withoutDynamicSection(ElfHeader header, Segments segments) {
        return new ElfFile(
                header,
                segments.interpreter(),
                false,
                false,
                List.of(),
                Optional.empty(),
                false,
                segments.threadLocalStorage(),
                false,
                segments.hasEmpty(),
                List.of(),
                Map.of());
    }

    private static ElfFile withDynamicSection(
            ElfHeader header, ElfBytes bytes, Segments segments, Segments.Stretch place) throws UnreadableElfException {
        DynamicSection dynamic = DynamicSection.read(bytes, place);
        String what = "its table of names";
        StringTable strings =
                new StringTable(bytes, bytes.at(segments.offset(dynamic.value(DynamicSection.STRTAB), what), 0, what));
        SymbolTable symbols = new SymbolTable(bytes, segments, dynamic, strings);
        List<String> needed = new ArrayList<>();
        for (long name : dynamic.needed()) {
            needed.add(strings.at(name));
        }
        long flags1 = dynamic.value(DynamicSection.FLAGS_1);
        return new ElfFile(
                header,
                segments.interpreter(),
                true,
                (flags1 & PIE_1) != 0,
                needed,
                searchPath(dynamic, strings),
                (dynamic.value(DynamicSection.FLAGS) & BIND_NOW) != 0 || (flags1 & NOW_1) != 0,
                segments.threadLocalStorage(),
                dynamic.has(DynamicSection.RELR),
                segments.hasEmpty(),
                RelocationTables.read(bytes, segments, dynamic, symbols),
                symbols.exports());
    }

    private static Optional<String> searchPath(DynamicSection dynamic, StringTable strings)
            throws UnreadableElfException {
        long tag = dynamic.has(DynamicSection.RUNPATH) ? DynamicSection.RUNPATH : DynamicSection.RPATH;
        return dynamic.has(tag) ? Optional.of(strings.at(dynamic.value(tag))) : Optional.empty();
    }
}
