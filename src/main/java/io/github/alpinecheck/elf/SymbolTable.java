package io.github.alpinecheck.elf;

import io.github.alpinecheck.elf.ElfFile.Export;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The dynamic symbols of a file. */
final class SymbolTable {

    private static final int SIZE = 24;

    private static final int TYPE_FUNCTION = 2;
    private static final int TYPE_COMMON = 5;
    private static final int TYPE_THREAD_LOCAL = 6;

    private static final int BIND_LOCAL = 0;
    private static final int BIND_GLOBAL = 1;
    private static final int BIND_WEAK = 2;
    private static final int BIND_UNIQUE = 10;

    private final ElfBytes bytes;
    private final Segments segments;
    private final DynamicSection dynamic;
    private final StringTable strings;
    private final int start;
    private final SymbolVersions versions;

    SymbolTable(ElfBytes bytes, Segments segments, DynamicSection dynamic, StringTable strings)
            throws UnreadableElfException {
        this.bytes = bytes;
        this.segments = segments;
        this.dynamic = dynamic;
        this.strings = strings;
        this.start = place(DynamicSection.SYMTAB, "its symbol table");
        this.versions = SymbolVersions.read(bytes, segments, dynamic, strings);
    }

    private int place(long tag, String what) throws UnreadableElfException {
        return bytes.at(segments.offset(dynamic.value(tag), what), 0, what);
    }

    private int entry(long index) throws UnreadableElfException {
        return bytes.at(start + index * SIZE, SIZE, "a symbol");
    }

    /** The symbol of a relocation; the index is an unsigned number of 32 bits. */
    ElfSymbol symbol(long index) throws UnreadableElfException {
        int entry = entry(index);
        int info = bytes.unsignedByte(entry + 4);
        ElfSymbol.Binding binding = switch (info >> 4) {
            case BIND_LOCAL -> ElfSymbol.Binding.LOCAL;
            case BIND_WEAK -> ElfSymbol.Binding.WEAK;
            default -> ElfSymbol.Binding.GLOBAL;
        };
        return new ElfSymbol(
                strings.at(Integer.toUnsignedLong(bytes.word(entry))),
                binding,
                bytes.half(entry + 6) != 0,
                (info & 15) == TYPE_THREAD_LOCAL,
                versions.needed(index));
    }

    /**
     * What others find by name: what is reachable through the hash table, has a type and a binding that musl takes
     * (indirect functions are none), an address, and no version that hides it.
     */
    Map<String, Export> exports() throws UnreadableElfException {
        Map<String, Export> exports = new HashMap<>();
        long first = firstHashed();
        long end = endOfHashed();
        for (long i = first; i < end; i++) {
            int entry = entry(i);
            int info = bytes.unsignedByte(entry + 4);
            boolean defined = bytes.half(entry + 6) != 0;
            boolean threadLocal = (info & 15) == TYPE_THREAD_LOCAL;
            boolean placed = threadLocal ? defined : bytes.wide(entry + 8) != 0;
            if (placed && isVisible(info) && !versions.isHidden(i)) {
                exports.put(
                        strings.at(Integer.toUnsignedLong(bytes.word(entry))),
                        defined ? Export.DEFINED : Export.CALL_ADDRESS);
            }
        }
        return exports;
    }

    private static boolean isVisible(int info) {
        int type = info & 15;
        int binding = info >> 4;
        // without a type, an object or a function
        return (type <= TYPE_FUNCTION || type == TYPE_COMMON || type == TYPE_THREAD_LOCAL)
                && (binding == BIND_GLOBAL || binding == BIND_WEAK || binding == BIND_UNIQUE);
    }

    private long firstHashed() throws UnreadableElfException {
        if (!dynamic.has(DynamicSection.GNU_HASH)) {
            return 1;
        }
        return Integer.toUnsignedLong(bytes.word(gnuHash() + 4));
    }

    private int gnuHash() throws UnreadableElfException {
        String what = "its hash table";
        return bytes.at(segments.offset(dynamic.value(DynamicSection.GNU_HASH), what), 16, what);
    }

    /** The index after the last symbol that the hash table leads to. */
    private long endOfHashed() throws UnreadableElfException {
        if (dynamic.has(DynamicSection.GNU_HASH)) {
            return endOfGnuHash(gnuHash());
        }
        OptionalLong hash = dynamic.find(DynamicSection.HASH);
        if (hash.isEmpty()) {
            return 0;
        }
        String what = "its hash table";
        return Integer.toUnsignedLong(bytes.word(bytes.at(segments.offset(hash.getAsLong(), what), 8, what) + 4));
    }

    private long endOfGnuHash(int table) throws UnreadableElfException {
        String what = "its hash table";
        long buckets = Integer.toUnsignedLong(bytes.word(table));
        long first = Integer.toUnsignedLong(bytes.word(table + 4));
        long bloom = Integer.toUnsignedLong(bytes.word(table + 8));
        int bucketStart = bytes.at(table + 16 + bloom * 8, buckets * 4, what);
        long last = 0;
        for (int i = 0; i < buckets; i++) {
            last = Math.max(last, Integer.toUnsignedLong(bytes.word(bucketStart + i * 4)));
        }
        if (last < first) {
            return first;
        }
        // the last chain ends with an odd hash
        long chains = bucketStart + buckets * 4;
        int chain = bytes.at(chains + (last - first) * 4, 4, what);
        while ((bytes.word(chain) & 1) == 0) {
            last++;
            chain = bytes.at(chain + 4L, 4, what);
        }
        return last + 1;
    }
}
