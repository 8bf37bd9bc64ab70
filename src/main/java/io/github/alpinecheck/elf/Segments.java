package io.github.alpinecheck.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program headers (System V ABI, chapter 5).
 *
 * @param loads what is put into memory
 * @param dynamic where the dynamic section is in the file
 */
record Segments(List<Load> loads, Optional<Stretch> dynamic, Optional<String> interpreter, boolean threadLocalStorage) {

    /** A part of the file and the address that it gets. */
    record Load(long offset, long address, long fileSize, long memorySize) {}

    /** A part of the file. */
    record Stretch(int start, int length) {}

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int PT_TLS = 7;
    private static final int HEADER = 56;
    /** Longer paths are none ({@code PATH_MAX}); a damaged file can name a piece of itself again and again. */
    private static final int MAX_PATH = 4096;

    static Segments read(ElfBytes bytes) throws UnreadableElfException {
        bytes.at(0, 64, "its header");
        int size = bytes.half(54);
        int count = bytes.half(56);
        if (count > 0 && size < HEADER) {
            throw new UnreadableElfException("its program headers are too small");
        }
        int start = bytes.at(bytes.wide(32), (long) size * count, "its table of program headers");
        List<Load> loads = new ArrayList<>();
        Optional<Stretch> dynamic = Optional.empty();
        Optional<String> interpreter = Optional.empty();
        boolean threadLocal = false;
        for (int i = 0; i < count; i++) {
            int header = start + i * size;
            long offset = bytes.wide(header + 8);
            long length = bytes.wide(header + 32);
            switch (bytes.word(header)) {
                case PT_LOAD -> loads.add(new Load(offset, bytes.wide(header + 16), length, bytes.wide(header + 40)));
                case PT_DYNAMIC ->
                    dynamic = Optional.of(new Stretch(bytes.at(offset, length, "its dynamic section"), (int) length));
                case PT_INTERP ->
                    interpreter = Optional.of(bytes.text(
                            bytes.at(offset, length, "the name of its interpreter"), (int) Math.min(length, MAX_PATH)));
                case PT_TLS -> threadLocal = true;
                default -> {
                    // notes, stack flags and so on change nothing for the linker
                }
            }
        }
        return new Segments(List.copyOf(loads), dynamic, interpreter, threadLocal);
    }

    /** Whether one of them takes no memory. */
    boolean hasEmpty() {
        return loads.stream().anyMatch(load -> load.memorySize() == 0);
    }

    /** Where in the file the bytes are that get an address. */
    long offset(long address, String what) throws UnreadableElfException {
        for (Load load : loads) {
            long into = address - load.address();
            if (into >= 0 && into < load.fileSize()) {
                return load.offset() + into;
            }
        }
        throw new UnreadableElfException(what + " has an address that no segment has");
    }
}
