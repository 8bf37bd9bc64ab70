package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.image.ContextFile.NativeCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the native code of an archive that is read as a stream, within limits: whoever wrote the archive may want to
 * fill the memory, the disk or the day.
 */
final class NativeCodeReader {

    /** Larger files are unpacked to the disk instead of into memory. */
    private static final long IN_MEMORY = 64L << 20;

    /** More than any program has. */
    private static final long LARGEST = 1L << 30;

    /** Bytes of all archives together that are worth the time. */
    private static final long MOST_BYTES = 4L << 30;

    private static final int MOST_ENTRIES = 200_000;

    /** A Java runtime has a hundred. */
    private static final int MOST_FILES = 2_000;

    private final Machine machine;
    private final Map<String, ElfFile> files = new LinkedHashMap<>();
    private final Set<String> libraries = new LinkedHashSet<>();
    private boolean otherMachines;
    private int entries;
    private long bytes;

    NativeCodeReader(Machine machine) {
        this.machine = machine;
    }

    /** Thrown for an archive that goes beyond the limits, or is damaged. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;

        TooMuchException(String message) {
            super(message);
        }
    }

    NativeCode collected() {
        return new NativeCode(files, Set.copyOf(libraries), otherMachines);
    }

    /** Counts one more entry. */
    void entry(String path) throws IOException {
        if (++entries > MOST_ENTRIES) {
            throw new TooMuchException("too many entries");
        }
        String name = name(path);
        if (name.contains(".so")) {
            libraries.add(name);
        }
    }

    /** Counts bytes that are read, or passed over. */
    void bytes(long count) throws IOException {
        bytes += count;
        if (count < 0 || bytes > MOST_BYTES) {
            throw new TooMuchException("too large");
        }
    }

    /**
     * Reads a file if it is one of those looked for.
     *
     * @param content as much of the stream as belongs to the file; may be read to any point
     * @param executable whether it can be started
     */
    void file(String path, InputStream content, boolean executable) throws IOException {
        byte[] first = content.readNBytes(ElfHeader.LENGTH);
        bytes(first.length);
        Optional<ElfHeader> header = ElfHeader.of(first);
        if (header.flatMap(ElfHeader::machine).filter(machine::equals).isEmpty()) {
            otherMachines |= header.isPresent();
            return;
        }
        if (files.size() == MOST_FILES) {
            throw new TooMuchException("too many native files");
        }
        try {
            ElfFile file = read(first, content);
            if (executable || !file.isProgram()) {
                files.put(path, file);
            }
        } catch (UnreadableElfException e) {
            return;
        }
    }

    /** Another name of a file that was read. */
    void link(String path, String target) {
        ElfFile file = files.get(target);
        if (file != null) {
            files.put(path, file);
        }
    }

    private ElfFile read(byte[] first, InputStream content) throws IOException, UnreadableElfException {
        byte[] rest = content.readNBytes((int) IN_MEMORY);
        bytes(rest.length);
        if (rest.length < IN_MEMORY) {
            return ElfReader.read(ByteBuffer.allocate(first.length + rest.length)
                    .put(first)
                    .put(rest)
                    .flip());
        }
        Path copy = Files.createTempFile("alpine-check", ".so");
        try {
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                write(channel, first, first.length);
                write(channel, rest, rest.length);
                byte[] buffer = new byte[1 << 16];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    bytes(n);
                    write(channel, buffer, n);
                    if (channel.position() > LARGEST) {
                        throw new TooMuchException("too large");
                    }
                }
            }
            try (FileChannel channel = FileChannel.open(copy)) {
                return ElfReader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void write(FileChannel channel, byte[] from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(from, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
