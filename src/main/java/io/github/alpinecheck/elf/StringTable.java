package io.github.alpinecheck.elf;

import java.util.HashMap;
import java.util.Map;

/** The names of a file's symbols and libraries. */
final class StringTable {

    /** Longer names do not occur: those of C++ templates have some thousand characters. */
    private static final int MAX_LENGTH = 1 << 15;

    private final ElfBytes bytes;
    private final int start;
    private final Map<Integer, String> known = new HashMap<>();
    /** Names may share their ends, so that all names together can be much longer than the file: this much is left. */
    private long budget;

    StringTable(ElfBytes bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.budget = 4L * bytes.size();
    }

    String at(long offset) throws UnreadableElfException {
        if (offset < 0 || offset >= bytes.size() - start) {
            throw new UnreadableElfException("a name lies outside the file");
        }
        String name = known.get((int) offset);
        if (name == null) {
            int index = start + (int) offset;
            int room = Math.min(MAX_LENGTH, bytes.size() - index);
            name = bytes.text(index, room);
            budget -= name.length();
            if (name.length() == room || budget < 0) {
                throw new UnreadableElfException("its names do not end");
            }
            known.put((int) offset, name);
        }
        return name;
    }
}
