package io.github.alpinecheck.elf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the relocations of a file in the order in which musl works through them. */
final class RelocationTables {

    /** {@code R_X86_64_RELATIVE} and {@code R_AARCH64_RELATIVE}: adds the load address, needs nothing. */
    private static final int RELATIVE_X86_64 = 8;

    private static final int RELATIVE_AARCH64 = 1027;

    /** A file with more types of relocations than this is no file of a compiler; each takes memory here. */
    private static final int MAX_TYPES = 64;

    private static final int REL_SIZE = 16;
    private static final int RELA_SIZE = 24;

    private final ElfBytes bytes;
    private final Segments segments;
    private final DynamicSection dynamic;
    private final SymbolTable symbols;

    private final List<Relocation> relocations = new ArrayList<>();
    private final Map<Integer, BitSet> seen = new HashMap<>();
    private final Map<Integer, ElfSymbol> named = new HashMap<>();

    private RelocationTables(ElfBytes bytes, Segments segments, DynamicSection dynamic, SymbolTable symbols) {
        this.bytes = bytes;
        this.segments = segments;
        this.dynamic = dynamic;
        this.symbols = symbols;
    }

    static List<Relocation> read(ElfBytes bytes, Segments segments, DynamicSection dynamic, SymbolTable symbols)
            throws UnreadableElfException {
        RelocationTables tables = new RelocationTables(bytes, segments, dynamic, symbols);
        boolean addends = dynamic.value(DynamicSection.PLTREL) == DynamicSection.RELA;
        tables.read(DynamicSection.JMPREL, DynamicSection.PLTRELSZ, addends ? RELA_SIZE : REL_SIZE);
        tables.read(DynamicSection.REL, DynamicSection.RELSZ, REL_SIZE);
        tables.read(DynamicSection.RELA, DynamicSection.RELASZ, RELA_SIZE);
        return tables.relocations;
    }

    private void read(long place, long size, int entrySize) throws UnreadableElfException {
        long length = dynamic.value(size);
        if (!dynamic.has(place) || length == 0) {
            return;
        }
        String what = "a table of relocations";
        int start = bytes.at(segments.offset(dynamic.value(place), what), length, what);
        for (int i = 0; i + entrySize <= length; i += entrySize) {
            add(bytes.wide(start + i + 8));
        }
    }

    private void add(long info) throws UnreadableElfException {
        int type = (int) info;
        long symbol = info >>> 32;
        if (symbol == 0 && (type == RELATIVE_X86_64 || type == RELATIVE_AARCH64)) {
            return;
        }
        BitSet ofType = seen.get(type);
        if (ofType == null) {
            if (seen.size() == MAX_TYPES) {
                throw new UnreadableElfException("its relocations are of too many types");
            }
            ofType = new BitSet();
            seen.put(type, ofType);
        }
        if (symbol > bytes.size()) {
            throw new UnreadableElfException("a symbol lies outside the file");
        }
        int index = (int) symbol;
        if (!ofType.get(index)) {
            ofType.set(index);
            relocations.add(new Relocation(type, index == 0 ? Optional.empty() : Optional.of(symbol(index))));
        }
    }

    private ElfSymbol symbol(int index) throws UnreadableElfException {
        ElfSymbol symbol = named.get(index);
        if (symbol == null) {
            symbol = symbols.symbol(index);
            named.put(index, symbol);
        }
        return symbol;
    }
}
