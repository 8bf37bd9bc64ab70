package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.rule.NativeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in jars, and in files that are none. */
class NativeJarsTest {

    private static final byte[] LIBRARY =
            ElfBuilder.library().needs("libone.so").bytes();
    private static final byte[] ARM = ElfBuilder.library().machine(183).bytes();

    @TempDir
    Path directory;

    private final NativeJars jars = new NativeJars();

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    @Test
    void theFilesForAMachine() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("native/", new byte[0]);
        entries.put("native/arm/libone.so", ARM);
        entries.put("native/x86/libone.so", LIBRARY);
        entries.put("App.class", LIBRARY);
        entries.put("README", "some text that is longer than a header".getBytes(StandardCharsets.UTF_8));
        Path jar = jar(entries);
        assertThat(jars.files(jar, Machine.X86_64))
                .extracting(NativeFile::path)
                .containsExactly("native/x86/libone.so");
        assertThat(jars.files(jar, Machine.AARCH64))
                .extracting(NativeFile::path)
                .containsExactly("native/arm/libone.so");
    }

    @Test
    void aJarIsReadOnce() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        assertThat(jars.files(jar, Machine.X86_64)).isSameAs(jars.files(jar, Machine.X86_64));
    }

    @Test
    void untilItChanges() throws IOException {
        List<NativeFile> before = jars.files(jar(Map.of("libone.so", LIBRARY)), Machine.X86_64);
        Path changed = jar(Map.of("libone.so", LIBRARY, "libtwo.so", LIBRARY));
        assertThat(before).hasSize(1);
        assertThat(jars.files(changed, Machine.X86_64)).hasSize(2);
    }

    @Test
    void whereOneFileIsDamagedNothingIsKnown() throws IOException {
        byte[] damaged = LIBRARY.clone();
        // the number of program headers
        damaged[57] = (byte) 0xff;
        assertThat(jars.files(jar(Map.of("libone.so", LIBRARY, "libtwo.so", damaged)), Machine.X86_64))
                .isEmpty();
    }

    @Test
    void whatIsNoJar() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
        assertThat(jars.files(text, Machine.X86_64)).isEmpty();
        assertThat(jars.files(directory, Machine.X86_64)).isEmpty();
        assertThat(jars.files(directory.resolve("nothing.jar"), Machine.X86_64)).isEmpty();
    }
}
