package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.ElfSymbol;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.Relocation;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Reads what {@link JarMemoryWriter} writes. Any other bytes give nothing; they take no more memory than they have. */
final class JarMemoryReader {

    private static final Machine[] MACHINES = Machine.values();
    private static final ElfHeader.Type[] TYPES = ElfHeader.Type.values();
    private static final ElfSymbol.Binding[] BINDINGS = ElfSymbol.Binding.values();
    private static final ElfFile.Export[] EXPORTS = ElfFile.Export.values();

    private final byte[] bytes;
    private final ByteBuffer in;
    private String[] texts = {};

    private JarMemoryReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    /** Empty for what is damaged, or was written by another version. */
    static Map<JarKey, KnownJar> read(byte[] bytes, String version) {
        try {
            JarMemoryReader reader = new JarMemoryReader(bytes);
            return reader.isOf(version) ? reader.jars() : Map.of();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // ends too early, or has a number that stands for nothing
            return Map.of();
        }
    }

    private boolean isOf(String version) {
        if (in.getInt() != JarMemoryWriter.MAGIC) {
            return false;
        }
        int expected = in.getInt();
        CRC32 sum = new CRC32();
        sum.update(bytes, in.position(), in.remaining());
        return (int) sum.getValue() == expected && text(in.getShort() & 0xffff).equals(version);
    }

    private Map<JarKey, KnownJar> jars() {
        texts = new String[count(4)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(in.getInt());
        }
        Map<JarKey, KnownJar> jars = new HashMap<>();
        for (int left = count(30); left > 0; left--) {
            JarKey key = new JarKey(in.getLong(), in.getLong(), in.getLong(), MACHINES[in.get()]);
            jars.put(key, jar(key.machine()));
        }
        return jars;
    }

    private KnownJar jar(Machine machine) {
        boolean readable = flag();
        int count = count(8);
        List<KnownFile> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String path = required();
            ElfHeader header = new ElfHeader(true, in.get() & 0xff, TYPES[in.get()], Optional.of(machine));
            boolean read = flag();
            files.add(new KnownFile(path, header, read, flag() ? Optional.of(file(header)) : Optional.empty()));
        }
        return new KnownJar(readable, files);
    }

    private ElfFile file(ElfHeader header) {
        return new ElfFile(
                header,
                optional(),
                flag(),
                flag(),
                texts(),
                optional(),
                flag(),
                flag(),
                flag(),
                flag(),
                relocations(),
                exports());
    }

    private List<Relocation> relocations() {
        List<Optional<ElfSymbol>> symbols = new ArrayList<>();
        for (int left = count(11); left > 0; left--) {
            symbols.add(Optional.of(new ElfSymbol(required(), BINDINGS[in.get()], flag(), flag(), optional())));
        }
        int count = count(8);
        List<Relocation> relocations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int type = in.getInt();
            int symbol = in.getInt();
            relocations.add(
                    new Relocation(type, symbol == JarMemoryWriter.NOTHING ? Optional.empty() : symbols.get(symbol)));
        }
        return relocations;
    }

    private Map<String, ElfFile.Export> exports() {
        int count = count(5);
        Map<String, ElfFile.Export> exports = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            exports.put(required(), EXPORTS[in.get()]);
        }
        return exports;
    }

    private List<String> texts() {
        int count = count(4);
        List<String> several = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            several.add(required());
        }
        return several;
    }

    private Optional<String> optional() {
        int number = in.getInt();
        return number == JarMemoryWriter.NOTHING ? Optional.empty() : Optional.of(texts[number]);
    }

    private String required() {
        return texts[in.getInt()];
    }

    private boolean flag() {
        return in.get() != 0;
    }

    private String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** A number of things that are as long as this or longer, so that they fit in what is left. */
    private int count(int length) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / length) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
