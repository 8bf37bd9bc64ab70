package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfSymbol;
import io.github.alpinecheck.elf.Relocation;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The bytes of a {@link JarMemory}: {@link #MAGIC}, the sum of all that follows, the plugin's version, all texts,
 * and the jars, which have the numbers of texts. {@link JarMemoryReader} reads them.
 */
final class JarMemoryWriter {

    /** Another number for every change of what follows. */
    static final int MAGIC = 0xa1c0_0001;

    /** In place of the number of a text or a symbol that is not there. */
    static final int NOTHING = -1;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(content);
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private JarMemoryWriter() {}

    static byte[] bytes(Map<JarKey, KnownJar> jars, String version) throws IOException {
        JarMemoryWriter writer = new JarMemoryWriter();
        writer.write(jars);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(body);
        head.writeUTF(version);
        head.writeInt(writer.texts.size());
        for (String text : writer.texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head.writeInt(bytes.length);
            head.write(bytes);
        }
        writer.content.writeTo(body);
        CRC32 sum = new CRC32();
        sum.update(body.toByteArray());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream start = new DataOutputStream(whole);
        start.writeInt(MAGIC);
        start.writeInt((int) sum.getValue());
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private void write(Map<JarKey, KnownJar> jars) throws IOException {
        out.writeInt(jars.size());
        for (Map.Entry<JarKey, KnownJar> jar : jars.entrySet()) {
            JarKey key = jar.getKey();
            out.writeLong(key.path());
            out.writeLong(key.size());
            out.writeLong(key.time());
            constant(key.machine());
            out.writeBoolean(jar.getValue().readable());
            out.writeInt(jar.getValue().files().size());
            for (KnownFile file : jar.getValue().files()) {
                text(file.path());
                out.writeByte(file.header().osAbi());
                constant(file.header().type());
                out.writeBoolean(file.read());
                out.writeBoolean(file.content().isPresent());
                if (file.content().isPresent()) {
                    write(file.content().get());
                }
            }
        }
    }

    private void write(ElfFile file) throws IOException {
        text(file.interpreter());
        out.writeBoolean(file.dynamic());
        out.writeBoolean(file.positionIndependentProgram());
        texts(file.needed());
        text(file.searchPath());
        out.writeBoolean(file.bindNow());
        out.writeBoolean(file.threadLocalStorage());
        out.writeBoolean(file.compactRelocations());
        out.writeBoolean(file.emptySegment());
        writeRelocations(file);
        out.writeInt(file.exports().size());
        for (Map.Entry<String, ElfFile.Export> export : file.exports().entrySet()) {
            text(export.getKey());
            constant(export.getValue());
        }
    }

    /** Most symbols have several relocations. */
    private void writeRelocations(ElfFile file) throws IOException {
        Map<ElfSymbol, Integer> symbols = new LinkedHashMap<>();
        for (Relocation relocation : file.relocations()) {
            relocation.symbol().ifPresent(s -> symbols.putIfAbsent(s, symbols.size()));
        }
        out.writeInt(symbols.size());
        for (ElfSymbol symbol : symbols.keySet()) {
            text(symbol.name());
            constant(symbol.binding());
            out.writeBoolean(symbol.defined());
            out.writeBoolean(symbol.threadLocal());
            text(symbol.version());
        }
        out.writeInt(file.relocations().size());
        for (Relocation relocation : file.relocations()) {
            out.writeInt(relocation.type());
            out.writeInt(relocation.symbol().map(symbols::get).orElse(NOTHING));
        }
    }

    @SuppressWarnings("EnumOrdinal") // only the version that wrote the file reads it
    private void constant(Enum<?> constant) throws IOException {
        out.writeByte(constant.ordinal());
    }

    private void texts(Collection<String> several) throws IOException {
        out.writeInt(several.size());
        for (String text : several) {
            text(text);
        }
    }

    private void text(Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(text.get());
        } else {
            out.writeInt(NOTHING);
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        out.writeInt(known == null ? texts.size() - 1 : known);
    }
}
