package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.rule.NativeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native files in jars. Of a jar the directory is read and the first bytes of what is no class; a whole file only if
 * it is for the machine. A jar is read once, as long as it does not change; several threads may ask.
 */
public final class NativeJars {

    /** Larger files are unpacked to the disk instead of into memory. */
    private static final long IN_MEMORY = 64L << 20;

    /** More than any real library has: a small jar may claim to hold anything. */
    private static final long LIMIT = 1L << 30;

    private final Map<Key, List<NativeFile>> known = new ConcurrentHashMap<>();

    private record Key(Path jar, Machine machine, long size, long time) {}

    /** The native files for a machine; none if the jar or one of them cannot be read. */
    public List<NativeFile> files(Path jar, Machine machine) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return List.of();
            }
            Key key = new Key(
                    jar.toAbsolutePath().normalize(),
                    machine,
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
            return known.computeIfAbsent(key, k -> read(jar, machine));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<NativeFile> read(Path jar, Machine machine) {
        List<NativeFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (mayBeNative(entry) && isFor(machine, zip, entry)) {
                    files.add(new NativeFile(entry.getName(), elf(zip, entry)));
                }
            }
        } catch (IOException | UnreadableElfException | IllegalArgumentException e) {
            // a damaged jar; IllegalArgumentException is for a name that is no text
            return List.of();
        }
        return List.copyOf(files);
    }

    private static boolean mayBeNative(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().endsWith(".class") && entry.getSize() >= ElfHeader.LENGTH;
    }

    private static boolean isFor(Machine machine, ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            Optional<ElfHeader> header = ElfHeader.of(content.readNBytes(ElfHeader.LENGTH));
            return header.flatMap(ElfHeader::machine).filter(machine::equals).isPresent();
        }
    }

    private static ElfFile elf(ZipFile zip, ZipEntry entry) throws IOException, UnreadableElfException {
        if (entry.getSize() > LIMIT) {
            throw new UnreadableElfException("it is too large");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return entry.getSize() <= IN_MEMORY
                    ? ElfReader.read(ByteBuffer.wrap(content.readNBytes((int) entry.getSize())))
                    : unpacked(content);
        }
    }

    private static ElfFile unpacked(InputStream content) throws IOException, UnreadableElfException {
        Path file = Files.createTempFile("alpine-check", ".so");
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file)) {
                return ElfReader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
