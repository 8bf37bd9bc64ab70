package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads native files in jars. */
final class JarScan {

    /** Larger files are unpacked to the disk instead of into memory. */
    private static final long IN_MEMORY = 64L << 20;

    /** More than any real library has: a small jar may claim to hold anything. */
    private static final long LIMIT = 1L << 30;

    private JarScan() {}

    /**
     * The native files for a machine, without their contents: the directory of the jar is read, and the first bytes of
     * what is no class.
     */
    static KnownJar of(Path file, Machine machine) {
        List<KnownFile> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Optional<ElfHeader> header = mayBeNative(entry) ? header(jar, entry) : Optional.empty();
                if (header.isPresent() && header.get().machine().equals(Optional.of(machine))) {
                    found.add(new KnownFile(entry.getName(), header.get()));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException is for a name that is no text
            return KnownJar.UNREADABLE;
        }
        return new KnownJar(true, found);
    }

    private static boolean mayBeNative(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().endsWith(".class") && entry.getSize() >= ElfHeader.LENGTH;
    }

    private static Optional<ElfHeader> header(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return ElfHeader.of(content.readNBytes(ElfHeader.LENGTH));
        }
    }

    /** One of the files, whole; empty if it cannot be read. */
    static Optional<ElfFile> content(Path file, String path) {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(path);
            if (entry == null || entry.getSize() > LIMIT) {
                return Optional.empty();
            }
            try (InputStream content = jar.getInputStream(entry)) {
                return Optional.of(
                        entry.getSize() <= IN_MEMORY
                                ? ElfReader.read(ByteBuffer.wrap(content.readNBytes((int) entry.getSize())))
                                : unpacked(content, entry.getSize()));
            }
        } catch (IOException | UnreadableElfException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ElfFile unpacked(InputStream content, long size) throws IOException, UnreadableElfException {
        Path file = Files.createTempFile("alpine-check", ".so");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.transferFrom(Channels.newChannel(content), 0, size);
            return ElfReader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Windows deletes no file that is mapped, and Java unmaps it when it likes
            file.toFile().deleteOnExit();
        }
    }
}
