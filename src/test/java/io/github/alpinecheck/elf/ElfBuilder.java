package io.github.alpinecheck.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small ELF files of 64 bits. All of a file is one segment, at an address that is not its offset. */
@SuppressWarnings("ByteBufferBackingArray") // all buffers are made here and begin with their arrays
public final class ElfBuilder {

    private static final long BASE = 0x40000;

    private static final int UNDEFINED = 0;
    private static final int DEFINED = 1;

    private int machine = 62;
    private int type = 3;
    private final List<String> needed = new ArrayList<>();
    private final Map<Long, Object> tags = new LinkedHashMap<>();
    private String interpreter = "";
    private boolean threadLocal;
    private boolean emptySegment;
    private boolean dynamic = true;
    private boolean gnuHash = true;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<long[]> calls = new ArrayList<>();
    private final List<long[]> others = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    private record Symbol(String name, int info, int section, long value, int version) {}

    /** A file for x86_64 that needs nothing and has nothing. */
    public static ElfBuilder library() {
        return new ElfBuilder();
    }

    public ElfBuilder machine(int number) {
        machine = number;
        return this;
    }

    public ElfBuilder type(int number) {
        type = number;
        return this;
    }

    public ElfBuilder needs(String... names) {
        needed.addAll(List.of(names));
        return this;
    }

    /** A tag of the dynamic section with a number, or with the offset of a name. */
    public ElfBuilder tag(long tag, Object value) {
        tags.put(tag, value);
        return this;
    }

    public ElfBuilder interpreter(String path) {
        interpreter = path;
        return this;
    }

    public ElfBuilder threadLocals() {
        threadLocal = true;
        return this;
    }

    public ElfBuilder emptySegment() {
        emptySegment = true;
        return this;
    }

    public ElfBuilder withoutDynamicSection() {
        dynamic = false;
        return this;
    }

    public ElfBuilder withSysvHash() {
        gnuHash = false;
        return this;
    }

    /** A function that others can find. */
    public ElfBuilder defines(String name) {
        return symbol(name, 1 << 4 | 2, DEFINED, 0x1000, 1);
    }

    /**
     * A symbol of any kind.
     *
     * @param info binding and type, as in {@code st_info}
     */
    public ElfBuilder symbol(String name, int info, int section, long value, int version) {
        symbols.add(new Symbol(name, info, section, value, version));
        return this;
    }

    /** A function of another library that is called. */
    public ElfBuilder calls(String name) {
        return calls(name, "");
    }

    public ElfBuilder calls(String name, String version) {
        return relocation(true, 7, 1 << 4 | 2, name, version);
    }

    /** A relocation of a type that needs a symbol of another library. */
    public ElfBuilder refers(int relocation, String name) {
        return relocation(false, relocation, 1 << 4, name, "");
    }

    public ElfBuilder refersWeakly(int relocation, String name) {
        return relocation(false, relocation, 2 << 4, name, "");
    }

    /** A relocation without a symbol. */
    public ElfBuilder relocates(int relocation) {
        others.add(new long[] {relocation, -1});
        return this;
    }

    private ElfBuilder relocation(boolean call, int relocation, int info, String name, String version) {
        int number = 0;
        if (!version.isEmpty()) {
            versions.remove(version);
            versions.add(version);
            number = versions.indexOf(version) + 2;
        }
        // the place among the undefined symbols, which come first
        long index = symbols.stream().filter(s -> s.section() == UNDEFINED).count();
        symbols.add(new Symbol(name, info, UNDEFINED, 0, number));
        (call ? calls : others).add(new long[] {relocation, index});
        return this;
    }

    public byte[] bytes() {
        List<Symbol> sorted = new ArrayList<>();
        symbols.stream().filter(s -> s.section() == UNDEFINED).forEach(sorted::add);
        int defined = sorted.size() + 1;
        symbols.stream().filter(s -> s.section() != UNDEFINED).forEach(sorted::add);
        strings.reset();
        strings.write(0);
        byte[] table = symbolTable(sorted);
        byte[] versionNumbers = versionNumbers(sorted);
        byte[] versionNames = versionNames();
        byte[] hash = gnuHash ? gnuHash(sorted.size() + 1, defined) : sysvHash(sorted.size() + 1);
        byte[] callTable = relocations(calls);
        byte[] otherTable = relocations(others);
        Map<Long, Long> names = new LinkedHashMap<>();
        tags.forEach(
                (tag, value) -> names.put(tag, value instanceof String s ? string(s) : ((Number) value).longValue()));
        long[] needs = needed.stream().mapToLong(this::string).toArray();
        byte[] stringTable = strings.toByteArray();

        int headers = 1
                + (dynamic ? 1 : 0)
                + (interpreter.isEmpty() ? 0 : 1)
                + (threadLocal ? 1 : 0)
                + (emptySegment ? 1 : 0);
        int at = 64 + headers * 56;
        Map<Long, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(DynamicSection.STRTAB, stringTable);
        blocks.put(DynamicSection.SYMTAB, table);
        blocks.put(gnuHash ? DynamicSection.GNU_HASH : DynamicSection.HASH, hash);
        blocks.put(DynamicSection.VERSYM, versionNumbers);
        if (!versions.isEmpty()) {
            blocks.put(DynamicSection.VERNEED, versionNames);
        }
        if (!calls.isEmpty()) {
            blocks.put(DynamicSection.JMPREL, callTable);
            names.put(DynamicSection.PLTRELSZ, (long) callTable.length);
            names.put(DynamicSection.PLTREL, DynamicSection.RELA);
        }
        if (!others.isEmpty()) {
            blocks.put(DynamicSection.RELA, otherTable);
            names.put(DynamicSection.RELASZ, (long) otherTable.length);
        }
        int dynamicSize = (needs.length + names.size() + blocks.size() + 1) * 16;
        byte[] path = (interpreter + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int dynamicAt = at + path.length;
        int end = dynamicAt + dynamicSize;
        ByteBuffer section = buffer(dynamicSize);
        for (long name : needs) {
            section.putLong(1).putLong(name);
        }
        names.forEach((tag, value) -> section.putLong(tag).putLong(value));
        int total = end;
        for (Map.Entry<Long, byte[]> block : blocks.entrySet()) {
            section.putLong(block.getKey()).putLong(BASE + total);
            total += block.getValue().length;
        }
        ByteBuffer file = buffer(total);
        header(file, headers);
        segment(file, 1, 0, total, total);
        if (dynamic) {
            segment(file, 2, dynamicAt, dynamicSize, dynamicSize);
        }
        if (!interpreter.isEmpty()) {
            segment(file, 3, at, path.length, path.length);
        }
        if (threadLocal) {
            segment(file, 7, 0, 0, 8);
        }
        if (emptySegment) {
            segment(file, 1, 0, 0, 0);
        }
        file.put(path).put(section.array());
        blocks.values().forEach(file::put);
        return file.array();
    }

    /** The file as the reader has it. */
    public ElfFile read() {
        try {
            return ElfReader.read(ByteBuffer.wrap(bytes()));
        } catch (UnreadableElfException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void header(ByteBuffer file, int headers) {
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        file.putShort((short) type).putShort((short) machine).putInt(1);
        file.putLong(0).putLong(64).putLong(0).putInt(0);
        file.putShort((short) 64).putShort((short) 56).putShort((short) headers);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void segment(ByteBuffer file, int type, long offset, long fileSize, long memorySize) {
        file.putInt(type).putInt(5).putLong(offset).putLong(BASE + offset).putLong(BASE + offset);
        file.putLong(fileSize).putLong(memorySize).putLong(8);
    }

    private long string(String text) {
        int at = strings.size();
        strings.writeBytes((text + "\0").getBytes(StandardCharsets.ISO_8859_1));
        return at;
    }

    private byte[] symbolTable(List<Symbol> sorted) {
        ByteBuffer table = buffer((sorted.size() + 1) * 24).position(24);
        for (Symbol symbol : sorted) {
            table.putInt((int) string(symbol.name())).put((byte) symbol.info()).put((byte) 0);
            table.putShort((short) symbol.section()).putLong(symbol.value()).putLong(0);
        }
        return table.array();
    }

    private static byte[] versionNumbers(List<Symbol> sorted) {
        ByteBuffer table = buffer((sorted.size() + 1) * 2).position(2);
        sorted.forEach(symbol -> table.putShort((short) symbol.version()));
        return table.array();
    }

    private byte[] versionNames() {
        ByteBuffer table = buffer(16 + versions.size() * 16);
        table.putShort((short) 1).putShort((short) versions.size()).putInt((int) string("libc.so.6"));
        table.putInt(16).putInt(0);
        for (int i = 0; i < versions.size(); i++) {
            table.putInt(0).putShort((short) 0).putShort((short) (i + 2));
            table.putInt((int) string(versions.get(i))).putInt(i + 1 < versions.size() ? 16 : 0);
        }
        return table.array();
    }

    private static byte[] gnuHash(int count, int first) {
        ByteBuffer table = buffer(16 + 8 + 4 + (count - first) * 4);
        table.putInt(1).putInt(first).putInt(1).putInt(0).putLong(-1).putInt(first < count ? first : 0);
        for (int i = first; i < count; i++) {
            table.putInt(i + 1 < count ? 2 : 3);
        }
        return table.array();
    }

    private static byte[] sysvHash(int count) {
        return buffer(8 + 4 + count * 4).putInt(1).putInt(count).array();
    }

    private static byte[] relocations(List<long[]> relocations) {
        ByteBuffer table = buffer(relocations.size() * 24);
        for (long[] relocation : relocations) {
            table.putLong(0).putLong((relocation[1] + 1) << 32 | relocation[0]).putLong(0);
        }
        return table.array();
    }
}
