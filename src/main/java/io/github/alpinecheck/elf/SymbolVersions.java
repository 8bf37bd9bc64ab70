package io.github.alpinecheck.elf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The GNU versions of symbols. musl looks at one bit of them: whether a definition is hidden because it is not the
 * default version of its name.
 */
final class SymbolVersions {

    private static final int HIDDEN = 0x8000;

    private final ElfBytes bytes;
    /** Where the versions of the symbols are; -1 when there are none. */
    private final int start;
    /** Versions of other files' symbols, by their numbers in this file. */
    private final Map<Integer, String> names;

    private SymbolVersions(ElfBytes bytes, int start, Map<Integer, String> names) {
        this.bytes = bytes;
        this.start = start;
        this.names = names;
    }

    static SymbolVersions read(ElfBytes bytes, Segments segments, DynamicSection dynamic, StringTable strings)
            throws UnreadableElfException {
        if (!dynamic.has(DynamicSection.VERSYM)) {
            return new SymbolVersions(bytes, -1, Map.of());
        }
        String what = "its table of symbol versions";
        int start = bytes.at(segments.offset(dynamic.value(DynamicSection.VERSYM), what), 0, what);
        if (!dynamic.has(DynamicSection.VERNEED)) {
            return new SymbolVersions(bytes, start, Map.of());
        }
        long first = segments.offset(dynamic.value(DynamicSection.VERNEED), what);
        return new SymbolVersions(bytes, start, new Names(bytes, strings).from(first));
    }

    /** Reads two chains in each other: of the files that versions come from, and of the versions of a file. */
    private static final class Names {

        private final ElfBytes bytes;
        private final StringTable strings;
        private final Map<Integer, String> names = new HashMap<>();
        /** The numbers have 15 bits; chains of a damaged file may be longer. */
        private int steps;

        Names(ElfBytes bytes, StringTable strings) {
            this.bytes = bytes;
            this.strings = strings;
        }

        Map<Integer, String> from(long first) throws UnreadableElfException {
            long next = -1;
            for (long file = first; next != 0; file += next) {
                int entry = entry(file);
                if (bytes.half(entry + 2) > 0) {
                    versions(file + Integer.toUnsignedLong(bytes.word(entry + 8)));
                }
                next = Integer.toUnsignedLong(bytes.word(entry + 12));
            }
            return Map.copyOf(names);
        }

        private void versions(long first) throws UnreadableElfException {
            long next = -1;
            for (long version = first; next != 0; version += next) {
                int entry = entry(version);
                names.put(bytes.half(entry + 6) & ~HIDDEN, strings.at(Integer.toUnsignedLong(bytes.word(entry + 8))));
                next = Integer.toUnsignedLong(bytes.word(entry + 12));
            }
        }

        private int entry(long offset) throws UnreadableElfException {
            steps++;
            if (steps > HIDDEN) {
                throw new UnreadableElfException("its symbol versions do not end");
            }
            return bytes.at(offset, 16, "a symbol version");
        }
    }

    private int of(long symbol) throws UnreadableElfException {
        return start < 0 ? 0 : bytes.half(bytes.at(start + 2 * symbol, 2, "a symbol version"));
    }

    boolean isHidden(long symbol) throws UnreadableElfException {
        return (of(symbol) & HIDDEN) != 0;
    }

    /** The version that a symbol of another file must have. */
    Optional<String> needed(long symbol) throws UnreadableElfException {
        return Optional.ofNullable(names.get(of(symbol) & ~HIDDEN));
    }
}
