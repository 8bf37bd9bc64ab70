package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.image.ContextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file of a build context on the disk. Several rules may ask it at a time. */
final class DiskFile implements ContextFile {

    /** A smaller file is read; a larger one is mapped, which on some systems keeps it from being deleted for a while. */
    private static final long IN_MEMORY = 64L << 20;

    private final Path file;
    private final String path;
    private boolean known;
    private Optional<ElfFile> elf = Optional.empty();
    private final Map<Machine, NativeCode> unpacked = new ConcurrentHashMap<>();
    private final Map<InJar, NativeCode> inJar = new ConcurrentHashMap<>();

    private record InJar(Machine machine, Set<String> without) {}

    /** @param path its path in the context */
    DiskFile(Path file, String path) {
        this.file = file;
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public synchronized Optional<ElfFile> elf() {
        if (!known) {
            known = true;
            elf = read(file);
        }
        return elf;
    }

    @Override
    public NativeCode unpacked(Machine machine) {
        return unpacked.computeIfAbsent(machine, m -> TarArchive.nativeCode(file, m));
    }

    @Override
    public NativeCode inJar(Machine machine, Set<String> without) {
        return inJar.computeIfAbsent(
                new InJar(machine, Set.copyOf(without)), key -> NestedJars.nativeCode(file, machine, key.without()));
    }

    private static Optional<ElfFile> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            ByteBuffer first = ByteBuffer.allocate((int) Math.min(ElfHeader.LENGTH, size));
            readFully(channel, first);
            boolean wanted =
                    ElfHeader.of(first.array()).flatMap(ElfHeader::machine).isPresent();
            if (!wanted || size > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            if (size > IN_MEMORY) {
                return Optional.of(ElfReader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, size)));
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            channel.position(0);
            readFully(channel, content);
            return Optional.of(ElfReader.read(content.flip()));
        } catch (IOException | UnreadableElfException e) {
            return Optional.empty();
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // as many reads as it takes
        }
    }
}
