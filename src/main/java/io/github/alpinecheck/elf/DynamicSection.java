package io.github.alpinecheck.elf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The entries of the dynamic section; of a tag that stands there twice the last one, as musl has it.
 *
 * @param needed the offsets of the names of needed libraries
 */
record DynamicSection(Map<Long, Long> entries, List<Long> needed) {

    static final long PLTRELSZ = 2;
    static final long HASH = 4;
    static final long STRTAB = 5;
    static final long SYMTAB = 6;
    static final long RELA = 7;
    static final long RELASZ = 8;
    static final long RPATH = 15;
    static final long REL = 17;
    static final long RELSZ = 18;
    static final long PLTREL = 20;
    static final long JMPREL = 23;
    static final long RUNPATH = 29;
    static final long FLAGS = 30;
    static final long RELR = 36;
    static final long VERSYM = 0x6ffffff0L;
    static final long GNU_HASH = 0x6ffffef5L;
    static final long FLAGS_1 = 0x6ffffffbL;
    static final long VERNEED = 0x6ffffffeL;

    private static final long NEEDED = 1;

    /** More than any library needs: each is searched for in many places. */
    private static final int MAX_NEEDED = 1024;

    static DynamicSection read(ElfBytes bytes, Segments.Stretch place) throws UnreadableElfException {
        Map<Long, Long> entries = new HashMap<>();
        List<Long> needed = new ArrayList<>();
        for (int i = 0; i + 16 <= place.length(); i += 16) {
            long tag = bytes.wide(place.start() + i);
            long value = bytes.wide(place.start() + i + 8);
            if (tag == 0) {
                break;
            }
            if (tag == NEEDED) {
                if (needed.size() == MAX_NEEDED) {
                    throw new UnreadableElfException("it needs too many libraries");
                }
                needed.add(value);
            } else {
                entries.put(tag, value);
            }
        }
        return new DynamicSection(Map.copyOf(entries), List.copyOf(needed));
    }

    boolean has(long tag) {
        return entries.containsKey(tag);
    }

    /** The value of a tag, 0 when it is not there. */
    long value(long tag) {
        return entries.getOrDefault(tag, 0L);
    }

    OptionalLong find(long tag) {
        Long value = entries.get(tag);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
